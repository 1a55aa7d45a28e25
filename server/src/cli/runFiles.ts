import { analyse, type CommandName, type CommandOptions } from './analyse.ts';

/**
 * Runs a command over files and prints what it says of each, in their order. The exit code is 2 if any file could not
 * be read, else 1 if any has errors. A terminal sees how far it is when there are many.
 */
export async function runFiles(
  command: CommandName,
  files: readonly string[],
  options: CommandOptions,
): Promise<number> {
  const progress = showProgress(files.length);
  const json: string[] = [];
  const told = new Set<string>();
  let [errors, unreadable] = [0, 0];
  for (const [index, file] of files.entries()) {
    progress(index + 1, file);
    const report = await analyse(command, file, options);
    errors += report.errors + tellOnce(report.around ?? [], told);
    if (report.unreadable !== undefined) {
      unreadable += 1;
      process.stderr.write(`${file}: ${report.unreadable}\n`);
    } else if (options.format === 'json') json.push(report.output);
    else process.stdout.write(report.output);
  }
  if (options.format === 'json') process.stdout.write(`[${json.join(',')}]\n`);
  else if (command === 'check')
    process.stdout.write(`${counted(errors, 'error')} in ${counted(files.length, 'file')}.\n`);
  if (unreadable > 0) return 2;
  return errors > 0 ? 1 : 0;
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
