import type { Command } from 'commander';
import type { Document } from '../../document/document.ts';
import { upgradeFile, whyNotUpgraded } from '../../edit/upgrade/index.ts';
import { type LeftLayer, leftLayers } from '../../edit/upgrade/layers.ts';
import { applyEdits } from '../../text/edit.ts';
import { LineMap } from '../../text/lines.ts';
import { outputOption } from '../arguments.ts';
import { filesOf } from '../folders.ts';
import { filesDoc, refuseStandardInput } from '../options.ts';
import { tell } from '../output/streams.ts';
import { type ReadingOptions, type Rewritten, readingOptions, rewriteFile } from './rewrite.ts';

interface UpgradeOptions extends ReadingOptions {
  readonly write?: boolean;
  readonly output?: string;
}

/** `upgrade`: converts nets and solvers of any age to the current syntax. */
export function addUpgrade(program: Command): void {
  const command = program
    .command('upgrade')
    .description(
      'convert nets and solvers to the current syntax: `layers` to `layer`, `input` to Input layers',
    )
    .argument('<file...>', filesDoc)
    .option('-w, --write', 'change the files in place instead of writing to standard output')
    .addOption(outputOption('write to a file'));
  for (const option of readingOptions()) command.addOption(option);
  command.action(async (paths: string[], options: UpgradeOptions) => {
    const files = paths.flatMap((path) => filesOf(path, tell));
    const { write, output } = options;
    if (write && output !== undefined) command.error('error: --write and --output cannot be combined');
    if (files.length > 1 && !write) command.error('error: several files require --write');
    if (write) refuseStandardInput(command, files);
    let worst = 0;
    for (const file of files) {
      const target = write ? file : output;
      worst = Math.max(worst, await rewriteFile(file, target, options, upgraded));
    }
    process.exitCode = worst;
  });
}

function upgraded(document: Document): Rewritten {
  const problem = whyNotUpgraded(document);
  if (problem !== undefined) return { problem };
  const left = leftLayers(document);
  return {
    text: applyEdits(document.text, upgradeFile(document)),
    notes: left.map((layer) => noteOf(layer, document)),
    isWhole: left.length === 0,
  };
}

function noteOf({ type, name, start }: LeftLayer, { text }: Document): string {
  const { line } = new LineMap(text).position(start);
  return `line ${line}: \`${type}\` is not a known layer type of V1. The layer \`${name}\` is unchanged.`;
}
