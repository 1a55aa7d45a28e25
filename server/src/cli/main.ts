import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { Command, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { CommandName, CommandOptions } from './analyse.ts';
import { analysisOptions } from './options.ts';
import { runFiles } from './runFiles.ts';
import { serveFiles } from './workers.ts';

/** Exit codes: 0 nothing wrong, 1 errors found, 2 bad usage or unreadable files. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('caffe-prototxt')
    .description('Shapes, parameters and mistakes of Caffe networks.')
    .version(packageJson.version)
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addAnalysis(program, 'check', 'print the problems of nets and solvers');
  addAnalysis(program, 'summary', 'print layers, output shapes and parameters');
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

function addAnalysis(program: Command, name: CommandName, description: string): void {
  const command = program.command(name).description(description).argument('<file...>', 'prototxt files');
  for (const option of analysisOptions()) command.addOption(option);
  command.addOption(
    new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
  );
  command.action(async (files: string[], options: CommandOptions) => {
    process.exitCode = await runFiles(name, files, options, new URL(import.meta.url));
  });
}

// Trees of many files die young: with more room for new objects, the collector copies few of them (a third faster).
setFlagsFromString('--min-semi-space-size=32');
setFlagsFromString('--max-semi-space-size=64');

if (isMainThread) await main(process.argv);
else serveFiles();
