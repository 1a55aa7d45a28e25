import { existsSync, realpathSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Document } from '../document/document.ts';
import { deploy } from '../edit/deploy/index.ts';
import { parsePositive } from './options.ts';
import { type ReadingOptions, type Rewritten, readingOptions, rewriteFile } from './rewrite.ts';

interface DeployCommandOptions extends ReadingOptions {
  readonly output?: string;
  readonly batch?: number;
  readonly dropDropout?: boolean;
  readonly keepTraining?: boolean;
}

/** `deploy`: the net for deployment of a net for training. */
export function addDeploy(program: Command): void {
  const command = program
    .command('deploy')
    .description('make the deploy.prototxt of a net for training')
    .argument('<file>', 'the net for training')
    .option('-o, --output <file>', 'into a file, instead of to standard output')
    .addOption(
      new Option('--batch <number>', 'images in a batch (1, where data layers decided it)').argParser(
        parsePositive,
      ),
    )
    .addOption(
      new Option('--keep-dropout', 'keep Dropout layers, which do nothing there (the default)').conflicts(
        'dropDropout',
      ),
    )
    .option('--drop-dropout', 'leave Dropout layers out')
    .option('--keep-training', 'keep fillers, learning rates and loss weights');
  for (const option of readingOptions()) command.addOption(option);
  command.action(async (file: string, options: DeployCommandOptions) => {
    if (options.output !== undefined && isSame(file, options.output))
      command.error('error: the output would overwrite the net for training');
    process.exitCode = await rewriteFile(file, options.output, options, (document) =>
      deployed(document, options),
    );
  });
}

/** Whether two paths lead to one file. */
function isSame(one: string, other: string): boolean {
  return existsSync(other) && existsSync(one) && realpathSync(one) === realpathSync(other);
}

function deployed(document: Document, options: DeployCommandOptions): Rewritten {
  const made = deploy(document, options);
  if ('text' in made) return made;
  const given = made.unknown.map(({ name, shape }) => ` --input-shape ${name}=${example(shape)}`).join('');
  return { problem: `${made.problem}${given && ` Give${given}, with numbers for the letters.`}` };
}

/** What is known of a shape, with letters for the rest: `1xCx227x227`. */
function example(shape: string): string {
  if (shape === '?') return 'NxCxHxW';
  return shape
    .split('×')
    .map((size, axis) => (size === '?' ? ('NCHW'[axis] ?? 'D') : size))
    .join('x');
}
