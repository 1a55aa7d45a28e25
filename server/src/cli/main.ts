import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { runCheck } from './check.ts';
import { type AnalysisOptions, analysisOptions } from './options.ts';
import { runSummary } from './summary.ts';

/** Exit codes: 0 nothing wrong, 1 errors found, 2 bad usage or unreadable files. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('caffe-prototxt')
    .description('Shapes, parameters and mistakes of Caffe networks.')
    .version(packageJson.version)
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addAnalysis(program, 'check', 'print the problems of nets and solvers', runCheck);
  addAnalysis(program, 'summary', 'print layers, output shapes and parameters', runSummary);
  program
    .command('lsp')
    .description('serve the Language Server Protocol')
    .option('--stdio', 'over standard input and output (the only way, and the default)')
    .action(async () => {
      const { startStdio } = await import('../lsp/stdio.ts');
      startStdio();
    });
  await program.parseAsync(argv);
}

interface FormatOption {
  readonly format: 'text' | 'json';
}

export type CommandOptions = AnalysisOptions & FormatOption;

type Run = (files: string[], options: CommandOptions) => number;

function addAnalysis(program: Command, name: string, description: string, run: Run): void {
  const command = program.command(name).description(description).argument('<file...>', 'prototxt files');
  for (const option of analysisOptions()) command.addOption(option);
  command.addOption(
    new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
  );
  command.action((files: string[], options: CommandOptions) => {
    process.exitCode = run(files, options);
  });
}

// Trees of many files die young: with more room for new objects, the collector copies few of them (a third faster).
setFlagsFromString('--min-semi-space-size=32');
setFlagsFromString('--max-semi-space-size=64');

await main(process.argv);
