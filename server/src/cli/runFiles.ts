import type { StateChoice } from '../document/chooseStates.ts';
import { builtFor, listStates } from '../features/states.ts';
import { analyse, type CommandName, type CommandOptions } from './analyse.ts';
import { findSolvers } from './files.ts';
import { filesOf } from './folders.ts';
import { frames } from './formats.ts';

/**
 * Runs a command over files and folders of files, and prints what it says of each, in their order. The exit code is 2 if any file could not
 * be read, else 1 if any has errors, or all together more warnings than are allowed. A terminal sees how far it is when there are many.
 */
export async function runFiles(
  command: CommandName,
  paths: readonly string[],
  options: CommandOptions,
): Promise<number> {
  const files = paths.flatMap(filesOf);
  await findSolvers(files);
  const progress = showProgress(files.length);
  const frame = frames[options.format];
  const outputs: string[] = [];
  const codes: string[] = [];
  const built: StateChoice[] = [];
  const told = new Set<string>();
  let [errors, warnings, fixed, unreadable] = [0, 0, 0, 0];
  for (const [index, file] of files.entries()) {
    progress(index + 1, file);
    const report = await analyse(command, file, options);
    errors += report.errors + tellOnce(report.around ?? [], told);
    warnings += report.warnings;
    fixed += report.fixed ?? 0;
    codes.push(...(report.codes ?? []));
    if (report.built) built.push(report.built);
    if (report.unreadable !== undefined) {
      unreadable += 1;
      process.stderr.write(`${file}: ${report.unreadable}\n`);
    } else if (frame) outputs.push(report.output);
    else process.stdout.write(report.output);
  }
  if (fixed > 0) process.stderr.write(`${counted(fixed, 'edit')} made.\n`);
  if (frame)
    process.stdout.write(`${frame.start}${outputs.filter(Boolean).join(frame.separator)}${frame.end(codes)}`);
  else if (command === 'check' && options.format === 'text')
    process.stdout.write(`${summaryLine(errors, warnings, files.length - unreadable)}${builtLine(built)}\n`);
  if (unreadable > 0) return 2;
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

function summaryLine(errors: number, warnings: number, files: number): string {
  const also = warnings > 0 ? `, ${counted(warnings, 'warning')}` : '';
  return `${counted(errors, 'error')}${also} in ${counted(files, 'file')}.`;
}

/** The states for which the nets were built: of one net with the reason, of several with their numbers. */
function builtLine(choices: readonly StateChoice[]): string {
  const [first, ...others] = choices;
  if (!first) return '';
  if (others.length === 0) return ` ${builtFor(first)}`;
  const counts = new Map<string, number>();
  for (const { states } of choices) counts.set(listStates(states), (counts.get(listStates(states)) ?? 0) + 1);
  const lines = [...counts].sort(([, one], [, other]) => other - one);
  return `\nBuilt for ${lines.map(([states, count]) => `${states} (${counted(count, 'net')})`).join('; ')}.`;
}

/** Many nets lead to the same files; what is wrong there is said once. The number of new lines. */
function tellOnce(lines: readonly string[], told: Set<string>): number {
  const fresh = lines.filter((line) => !told.has(line));
  for (const line of fresh) {
    told.add(line);
    process.stderr.write(`${line}\n`);
  }
  return fresh.length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const manyFiles = 20;

function showProgress(total: number): (done: number, file: string) => void {
  if (total < manyFiles || !process.stderr.isTTY) return () => undefined;
  return (done, file) => {
    const text =
      done === total ? '' : `${done}/${total} ${file}`.slice(0, (process.stderr.columns ?? 80) - 1);
    process.stderr.write(`\r\u001b[K${text}`);
  };
}
