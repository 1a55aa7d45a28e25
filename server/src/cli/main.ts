import { isMainThread } from 'node:worker_threads';
import { Command, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { CommandName, CommandOptions } from './command.ts';
import { addDeploy } from './deploy.ts';
import { explain } from './explain.ts';
import { analysisOptions, filesDoc, parseCount, parsePositive, refuseStandardInput } from './options.ts';
import type { Format } from './output/formats.ts';
import { runFiles, serveRun } from './runFiles.ts';
import { addUpgrade } from './upgrade.ts';

/** Exit codes: 0 nothing wrong, 1 errors found, 2 bad usage or unreadable files. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('caffe-prototxt')
    .description('Shapes, parameters and mistakes of Caffe networks.')
    .version(packageJson.version)
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addAnalysis(program, 'check', 'print the problems of nets and solvers', ['text', 'json', 'sarif', 'github'])
    .option('--fix', 'mend first what needs no second look')
    .addOption(
      new Option('--max-warnings <number>', 'exit with 1 if there are more warnings').argParser(parseCount),
    );
  addAnalysis(program, 'summary', 'print layers, output shapes and parameters', ['text', 'json']);
  addUpgrade(program);
  addDeploy(program);
  program
    .command('explain')
    .description('say what a check or rule is about; without a code, list the rules')
    .argument('[code...]', 'codes, such as pool/pad-lt-kernel-h')
    .action((codes: string[]) => {
      process.exitCode = explain(codes);
    });
  program
    .command('lsp')
    .description('serve the Language Server Protocol')
    .option('--stdio', 'over standard input and output (the only way, and the default)')
    .action(async () => {
      // The server reads from the arguments how it talks, and is large: it is loaded only here.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import(new URL('./server.cjs', import.meta.url).href);
    });
  for (const command of program.commands) command.showHelpAfterError(usageOf(command));
  await program.parseAsync(argv);
}

/** What follows a mistake in the arguments: the whole help would hide it. */
function usageOf(command: Command): string {
  return `Usage: caffe-prototxt ${command.name()} ${command.usage()}\nThe options: caffe-prototxt ${command.name()} --help`;
}

/** Workers run this module too. */
const workerEntry = new URL(import.meta.url);

function addAnalysis(
  program: Command,
  name: CommandName,
  description: string,
  formats: readonly Format[],
): Command {
  const command = program.command(name).description(description).argument('<file...>', filesDoc);
  for (const option of analysisOptions()) command.addOption(option);
  command.option('--all', 'show problems of one cause one by one');
  command.addOption(new Option('--format <format>', 'how to print').choices(formats).default('text'));
  command.addOption(
    new Option(
      '-j, --jobs <number>',
      'files to look at at the same time (as many as there are cores)',
    ).argParser(parsePositive),
  );
  return command.action(async (files: string[], options: CommandOptions) => {
    if (options.fix) refuseStandardInput(command, files);
    process.exitCode = await runFiles({ command: name, options, workerEntry }, files);
  });
}

// Who reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await (isMainThread ? main(process.argv) : serveRun());
