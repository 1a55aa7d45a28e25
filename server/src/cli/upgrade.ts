import type { Command } from 'commander';
import type { Document } from '../document/document.ts';
import { upgradeFile, whyNotUpgraded } from '../edit/upgrade/index.ts';
import { applyEdits } from '../text/edit.ts';
import { type ReadingOptions, type Rewritten, readingOptions, rewriteFile } from './rewrite.ts';

interface UpgradeOptions extends ReadingOptions {
  readonly write?: boolean;
  readonly output?: string;
}

/** `upgrade`: nets of any age in today's syntax. */
export function addUpgrade(program: Command): void {
  const command = program
    .command('upgrade')
    .description("write nets in today's syntax: `layer` for `layers`, Input layers for `input`")
    .argument('<file...>', 'prototxt files')
    .option('-w, --write', 'in place, instead of to standard output')
    .option('-o, --output <file>', 'into a file');
  for (const option of readingOptions()) command.addOption(option);
  command.action(async (files: string[], options: UpgradeOptions) => {
    if (options.write && options.output !== undefined) command.error('Give --write or --output, not both.');
    if (files.length > 1 && !options.write) command.error('Of several files at once: give --write.');
    let worst = 0;
    for (const file of files) {
      const target = options.write ? file : options.output;
      worst = Math.max(worst, await rewriteFile(file, target, options, upgraded));
    }
    process.exitCode = worst;
  });
}

function upgraded(document: Document): Rewritten {
  const problem = whyNotUpgraded(document);
  return problem === undefined ? { text: applyEdits(document.text, upgradeFile(document)) } : { problem };
}
