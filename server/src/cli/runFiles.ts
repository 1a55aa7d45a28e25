import { analyse, type CommandName, type CommandOptions } from './analyse.ts';
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
  const progress = showProgress(files.length);
  const frame = frames[options.format];
  const outputs: string[] = [];
  const codes: string[] = [];
  const told = new Set<string>();
  let [errors, warnings, fixed, unreadable] = [0, 0, 0, 0];
  for (const [index, file] of files.entries()) {
    progress(index + 1, file);
    const report = await analyse(command, file, options);
    errors += report.errors + tellOnce(report.around ?? [], told);
    warnings += report.warnings;
    fixed += report.fixed ?? 0;
    codes.push(...(report.codes ?? []));
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
    process.stdout.write(`${summaryLine(errors, warnings, files.length - unreadable)}\n`);
  if (unreadable > 0) return 2;
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

function summaryLine(errors: number, warnings: number, files: number): string {
  const also = warnings > 0 ? `, ${counted(warnings, 'warning')}` : '';
  return `${counted(errors, 'error')}${also} in ${counted(files, 'file')}.`;
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
