import { type Command, Option } from 'commander';
import type { Document } from '../../document/document.ts';
import { notNet } from '../../document/notNet.ts';
import { deploy } from '../../edit/deploy/index.ts';
import { outputOption } from '../arguments.ts';
import { FileProblem } from '../fileErrors.ts';
import { isSameFile } from '../files.ts';
import { parsePositive } from '../options.ts';
import { tell } from '../output/streams.ts';
import { standardInput } from '../readInput.ts';
import { blobsIn, unusedShapes } from '../unusedShapes.ts';
import { type ReadingOptions, type Rewritten, readingOptions, rewriteFile } from './rewrite.ts';

interface DeployCommandOptions extends ReadingOptions {
  readonly output?: string;
  readonly batch?: number;
  readonly dropDropout?: boolean;
  readonly keepTraining?: boolean;
}

/** `deploy`: converts a training net to a deployment net. */
export function addDeploy(program: Command): void {
  const command = program
    .command('deploy')
    .description('convert a training net to a deployment net')
    .argument('<file>', `the training net; ${standardInput} is standard input`)
    .addOption(outputOption('write to a file instead of standard output'))
    .addOption(
      new Option(
        '--batch <number>',
        'batch size (default: 1 if the net has a data layer, otherwise unchanged)',
      ).argParser(parsePositive),
    )
    .addOption(
      new Option(
        '--keep-dropout',
        'keep Dropout layers, which have no effect in testing (default)',
      ).conflicts('dropDropout'),
    )
    .option('--drop-dropout', 'remove Dropout layers')
    .option('--keep-training', 'keep fillers, learning rates and loss weights');
  for (const option of readingOptions()) command.addOption(option);
  command.action(async (file: string, options: DeployCommandOptions) => {
    if (options.output !== undefined && isSameFile(file, options.output))
      command.error('error: the output would overwrite the training net');
    process.exitCode = await rewriteFile(file, options.output, options, (document) =>
      deployed(document, options),
    );
  });
}

function deployed(document: Document, options: DeployCommandOptions): Rewritten {
  const other = notNet(document);
  if (other !== undefined) throw new FileProblem(other);
  tell(...unusedShapes(options.inputShape, blobsIn(document, options.inputShape)));
  const made = deploy(document, options);
  if ('text' in made) return made;
  const given = made.unknown.map(({ name, shape }) => ` --input-shape ${name}=${example(shape)}`).join('');
  return { problem: `${made.problem}${given && ` Pass${given}, and replace the letters with numbers.`}` };
}

/** A shape with letters for unknown sizes: `1xCx227x227`. */
function example(shape: string): string {
  if (shape === '?') return 'NxCxHxW';
  return shape
    .split('×')
    .map((size, axis) => (size === '?' ? ('NCHW'[axis] ?? 'D') : size))
    .join('x');
}
