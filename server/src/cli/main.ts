import { isMainThread } from 'node:worker_threads';
import { Command, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { type ColumnName, columnNames } from '../features/summary/columns.ts';
import { groupings } from '../features/summary/groups.ts';
import { tableFormats } from '../features/summary/tableFormats.ts';
import { refuseFaultyArguments } from './arguments.ts';
import type { CommandName, CommandOptions } from './command.ts';
import { addDeploy } from './commands/deploy.ts';
import { addDiff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { addFormat } from './commands/format.ts';
import { addGraph } from './commands/graph.ts';
import { addUpgrade } from './commands/upgrade.ts';
import { describe, requestReport } from './failures.ts';
import {
  analysisOptions,
  filesDoc,
  parseColumns,
  parseCount,
  parsePositive,
  refuseRepeatedInput,
  refuseStandardInput,
} from './options.ts';
import type { Format } from './output/formats.ts';
import { tell, watchStreams, writeOutput } from './output/streams.ts';
import { type ColorChoice, colorChoices, columnsOf, hasColor } from './output/terminal.ts';
import { runFiles, serveRun } from './runFiles.ts';

const exitCodes =
  'Exit codes: 0 without errors, 1 with errors or too many warnings, 2 for invalid usage or files that cannot be read, analyzed or written.';

/** The commands whose help has exit codes of its own. */
const ownExitCodes: ReadonlySet<string> = new Set(['diff', 'format']);

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('caffe-prototxt')
    .description('Shape inference, parameter counts and error checking for Caffe networks.')
    .version(packageJson.version)
    .addHelpText('after', `\n${exitCodes}`)
    .configureOutput({ writeOut: writeOutput, writeErr: (text) => tell(...text.trimEnd().split('\n')) })
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addAnalysis(program, 'check', 'print problems of nets and solvers', ['text', 'json', 'sarif', 'github'])
    .option('--fix', 'apply the safe fixes first')
    .addOption(
      new Option('--max-warnings <number>', 'exit with 1 if there are more warnings').argParser(parseCount),
    );
  addSummary(program);
  addDiff(program);
  addGraph(program);
  addUpgrade(program);
  addFormat(program);
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
  for (const command of program.commands) {
    command.showHelpAfterError(usageOf(command));
    if (!ownExitCodes.has(command.name())) command.addHelpText('after', `\n${exitCodes}`);
  }
  refuseFaultyArguments(program);
  await program.parseAsync(argv);
}

/** The usage after an error in the arguments; the full help would hide the error. */
function usageOf(command: Command): string {
  return `Usage: caffe-prototxt ${command.name()} ${command.usage()}\nFor all options, run: caffe-prototxt ${command.name()} --help`;
}

function addSummary(program: Command): void {
  const names = columnNames.join(', ');
  addAnalysis(program, 'summary', 'print layers, output shapes, parameters and costs', [
    'text',
    'json',
    ...tableFormats,
  ])
    .addOption(
      new Option('--columns <names>', `columns of the table, separated by commas: ${names}`).argParser(
        parseColumns,
      ),
    )
    .addOption(
      new Option('--sort <column>', 'sort the layers by a column, the largest numbers first').choices(
        columnNames,
      ),
    )
    .addOption(
      new Option('--by <group>', 'print a line for each type of layer, or for each module').choices(
        groupings,
      ),
    );
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
  command.addOption(
    new Option('--color <when>', 'color severities and codes; auto: on a terminal')
      .choices(colorChoices)
      .default('auto'),
  );
  command.addOption(new Option('--format <format>', 'output format').choices(formats).default('text'));
  command.addOption(
    new Option(
      '-j, --jobs <number>',
      'number of files to analyze in parallel (default: up to the number of cores)',
    ).argParser(parsePositive),
  );
  return command.action(async (files: string[], options: AnalysisCommandOptions) => {
    refuseRepeatedInput(command, files);
    if (options.fix) refuseStandardInput(command, files);
    process.exitCode = await runFiles({ command: name, options: withScreen(options), workerEntry }, files);
  });
}

interface AnalysisCommandOptions extends Omit<CommandOptions, 'color' | 'columns' | 'columnNames'> {
  readonly color: ColorChoice;
  readonly columns?: readonly ColumnName[];
}

function withScreen(options: AnalysisCommandOptions): CommandOptions {
  const color = hasColor(options.color, process.stdout, process.env);
  const width = columnsOf(process.stdout, process.env);
  return { ...options, color, columns: width, columnNames: options.columns };
}

/** Runs a command; an error of the tool itself ends it with exit code 2. */
async function run(): Promise<void> {
  watchStreams();
  try {
    await main(process.argv);
  } catch (error) {
    tell(`error: ${requestReport}`, ...describe(error).split('\n'));
    process.exitCode = 2;
  }
}

await (isMainThread ? run() : serveRun());
