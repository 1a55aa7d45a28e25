import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isLevel, type Levels, levels } from '../checks/severity.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { netState, type Phase, phases } from '../net/states/state.ts';
import { didYouMean, isCode } from '../rules/pages/codes.ts';
import { forkNames } from '../schema/data/forkNames.ts';
import { findDialect } from '../schema/dialect.ts';
import type { WorkspaceSettings } from '../workspace/gather.ts';
import { standardInput } from './files.ts';

/** The options that decide how a net is read, as the argument parser hands them over. */
export interface AnalysisOptions {
  readonly dialect: string;
  readonly phase?: Phase | undefined;
  readonly stage: readonly string[];
  readonly level: number;
  readonly dataShape?: readonly number[] | undefined;
  readonly inputShape: ReadonlyMap<string, readonly number[]>;
  readonly proto?: string | undefined;
  readonly rule: Levels;
}

export function analysisOptions(): Option[] {
  return [
    new Option(
      '--dialect <name>',
      'which Caffe decides: auto, bvlc, ssd, another fork, or a mix such as intel+python',
    )
      .argParser(parseDialect)
      .default('auto'),
    new Option('--phase <phase>', 'the one phase to build the net for, whatever it is meant for').choices(
      phases,
    ),
    new Option('--stage <name>', 'a stage to build the net for (may be repeated)')
      .argParser((name: string, stages: readonly string[]) => [...stages, name])
      .default([]),
    new Option('--level <number>', 'level to build the net for').argParser(parseInteger).default(0),
    new Option(
      '--data-shape <CxHxW>',
      'shape of one datum before cropping, for sources that cannot be read',
    ).argParser(parseDatum),
    new Option('--proto <file>', 'a caffe.proto of your own, for files that name none').argParser(parseFile),
    new Option('--input-shape <BLOB=NxCxHxW>', 'shape of a blob (may be repeated)')
      .argParser(collectShape)
      .default(new Map(), 'none'),
    new Option('--rule <CODE=SEVERITY>', `${levels.join(', ')} for a check or rule (may be repeated)`)
      .argParser(collectLevel)
      .default(new Map(), 'none'),
  ];
}

/** What stands for a file in the help of a command. */
export const filesDoc = `prototxt files, or folders of them; ${standardInput} is standard input`;

/** Ends with a message where standard input would have to be changed in place. */
export function refuseStandardInput(command: Command, files: readonly string[]): void {
  if (files.includes(standardInput)) command.error('error: standard input cannot be changed in place');
}

export function settingsOf(options: AnalysisOptions): AnalysisSettings {
  const { dialect, dataShape, inputShape, phase, stage, level, rule } = options;
  const state = phase && netState(phase, level, stage);
  return { dialect, dataShape, inputShapes: inputShape, state, stages: stage, level, rules: rule };
}

/** What holds for all files that are looked at together. */
export function workspaceOf({ proto }: AnalysisOptions): WorkspaceSettings {
  return { proto, inputShapes: [] };
}

function parseDialect(text: string): string {
  const name = text === 'auto' ? text : findDialect(text)?.name;
  if (name === undefined)
    throw new InvalidArgumentError(`Give auto, or one or more (joined by +) of ${forkNames.join(', ')}.`);
  return name;
}

function parseFile(path: string): string {
  if (!existsSync(path)) throw new InvalidArgumentError('There is no such file.');
  return path;
}

function parseInteger(text: string): number {
  if (!/^-?\d+$/u.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number.parseInt(text, 10);
}

function parseDatum(text: string): number[] {
  const dims = parseDims(text);
  if (dims.length !== 3)
    throw new InvalidArgumentError('Give channels, height and width, such as 3x256x256.');
  return dims;
}

function collectShape(
  text: string,
  shapes: ReadonlyMap<string, readonly number[]>,
): Map<string, readonly number[]> {
  const equals = text.lastIndexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Give a blob and its shape, such as data=1x3x224x224.');
  return new Map([...shapes, [text.slice(0, equals), parseDims(text.slice(equals + 1))]]);
}

function collectLevel(text: string, set: Levels): Levels {
  const [code = '', level] = text.split('=');
  if (!isCode(code))
    throw new InvalidArgumentError(`There is no check or rule \`${code}\`.${didYouMean(code)}`);
  if (!isLevel(level))
    throw new InvalidArgumentError(`Give a severity, such as ${code}=off: ${levels.join(', ')}.`);
  return new Map([...set, [code, level]]);
}

/** A number of warnings. */
export function parseCount(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError('Give a number, 0 or more.');
  return Number.parseInt(text, 10);
}

/** A number of things of which there is at least one. */
export function parsePositive(text: string): number {
  const count = parseCount(text);
  if (count < 1) throw new InvalidArgumentError('Give a number, 1 or more.');
  return count;
}

function parseDims(text: string): number[] {
  if (!/^\d+([x×,]\d+)*$/u.test(text))
    throw new InvalidArgumentError('Give sizes joined by x, such as 1x3x224x224.');
  return text.split(/[x×,]/u).map((part) => Number.parseInt(part, 10));
}
