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

/** Exit codes: 0 no errors, 1 errors found, 2 invalid usage or unreadable files. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('caffe-prototxt')
    .description('Shape inference, parameter counts and error checking for Caffe networks.')
    .version(packageJson.version)
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addAnalysis(program, 'check', 'print problems of nets and solvers', ['text', 'json', 'sarif', 'github'])
    .option('--fix', 'apply the safe fixes first')
    .addOption(
      new Option('--max-warnings <number>', 'exit with 1 if there are more warnings').argParser(parseCount),
    );
  addAnalysis(program, 'summary', 'print layers, output shapes and parameters', ['text', 'json']);
  addUpgrade(program);
  addDeploy(program);
  program
    .command('explain')
    .description('print the documentation of a check or rule; without a code, list all rules')
    .argument('[code...]', 'codes, such as pool/pad-lt-kernel-h')
    .action((codes: string[]) => {
      process.exitCode = explain(codes);
    });
  program
    .command('lsp')
    .description('start a language server (Language Server Protocol)')
    .option('--stdio', 'communicate over standard input and output (default)')
    .action(async () => {
      // The server reads the transport from the arguments. It is large, so load it only here.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import(new URL('./server.cjs', import.meta.url).href);
    });
  for (const command of program.commands) command.showHelpAfterError(usageOf(command));
  await program.parseAsync(argv);
}

/** The usage after an error in the arguments; the full help would hide the error. */
function usageOf(command: Command): string {
  return `Usage: caffe-prototxt ${command.name()} ${command.usage()}\nFor all options, run: caffe-prototxt ${command.name()} --help`;
}

/** The module that workers run. */
const workerEntry = new URL(import.meta.url);

function addAnalysis(
  program: Command,
  name: CommandName,
  description: string,
  formats: readonly Format[],
): Command {
  const command = program.command(name).description(description).argument('<file...>', filesDoc);
  for (const option of analysisOptions()) command.addOption(option);
  command.option('--all', 'print every occurrence of a repeated problem');
  command.addOption(new Option('--format <format>', 'output format').choices(formats).default('text'));
  command.addOption(
    new Option(
      '-j, --jobs <number>',
      'number of files to analyze in parallel (default: up to the number of cores)',
    ).argParser(parsePositive),
  );
  return command.action(async (files: string[], options: CommandOptions) => {
    if (options.fix) refuseStandardInput(command, files);
    process.exitCode = await runFiles({ command: name, options, workerEntry }, files);
  });
}

// The reader of a pipe may close it early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await (isMainThread ? main(process.argv) : serveRun());
