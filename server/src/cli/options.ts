import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isLevel, type Levels, levels } from '../checks/severity.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { type ColumnName, columnNames } from '../features/summary/columns.ts';
import { netState, type Phase, phases } from '../net/states/state.ts';
import { didYouMean, isCode } from '../rules/pages/codes.ts';
import { forkNames } from '../schema/data/forkNames.ts';
import { findDialect } from '../schema/dialect.ts';
import { unknownDialect } from '../schema/dialectName.ts';
import { INT_MAX } from '../shape/dim.ts';
import type { WorkspaceSettings } from '../workspace/loadContext.ts';
import { standardInput } from './readInput.ts';

/** The parsed options that decide how a net is read. */
export interface AnalysisOptions {
  readonly dialect: string;
  readonly phase?: Phase | undefined;
  readonly stage: readonly string[];
  readonly level: number;
  readonly dataShape?: readonly number[] | undefined;
  readonly inputShape: ReadonlyMap<string, readonly number[]>;
  readonly proto?: string | undefined;
  readonly rule: Levels;
  /** Whether files that a net names are read. */
  readonly sources: boolean;
}

export function analysisOptions(): Option[] {
  return [
    new Option(
      '--dialect <name>',
      'the dialect of Caffe of the files: auto, bvlc, ssd, another fork, or a mix such as intel+python',
    )
      .argParser(parseDialect)
      .default('auto'),
    new Option('--phase <phase>', 'build the net only for this phase, in any file').choices(phases),
    new Option('--stage <name>', 'stage of the state (may be repeated)')
      .argParser((name: string, stages: readonly string[]) => [...stages, name])
      .default([], 'none'),
    new Option('--level <number>', 'level of the state').argParser(parseInteger).default(0),
    new Option(
      '--data-shape <CxHxW>',
      'shape of one datum before cropping, for data sources that cannot be read',
    ).argParser(parseDatum),
    new Option('--proto <file>', 'a custom caffe.proto, for files that do not name one').argParser(parseFile),
    new Option(
      '--no-sources',
      'read no file that a net or a caffe-prototxt.json names: data files, mean files, caffe.proto',
    ),
    new Option('--input-shape <BLOB=NxCxHxW>', 'shape of one blob (may be repeated)')
      .argParser(collectShape)
      .default(new Map(), 'none'),
    new Option(
      '--rule <CODE=SEVERITY>',
      `severity of a check or rule: ${levels.join(', ')} (may be repeated)`,
    )
      .argParser(collectLevel)
      .default(new Map(), 'none'),
  ];
}

/** The description of file arguments in the help. */
export const filesDoc = `prototxt files, or folders that contain them; ${standardInput} is standard input`;

/** Exits with an error if standard input is given twice: it can only be read once. */
export function refuseRepeatedInput(command: Command, files: readonly string[]): void {
  if (files.filter((file) => file === standardInput).length > 1)
    command.error('error: standard input can only be given once');
}

/** Exits with an error if standard input would have to be changed in place. */
export function refuseStandardInput(command: Command, files: readonly string[]): void {
  if (files.includes(standardInput)) command.error('error: standard input cannot be changed in place');
}

export function settingsOf(options: AnalysisOptions): AnalysisSettings {
  const { dialect, dataShape, inputShape, phase, stage, level, rule } = options;
  const state = phase && netState(phase, level, stage);
  return { dialect, dataShape, inputShapes: inputShape, state, stages: stage, level, rules: rule };
}

/** The settings for all files of a call. */
export function workspaceOf({ proto, sources }: AnalysisOptions): WorkspaceSettings {
  return { proto, sources, inputShapes: [] };
}

function parseDialect(text: string): string {
  const wrong = unknownDialect(text);
  if (!wrong) return findDialect(text)?.name ?? text;
  const known = `Expected auto, or one or more (joined by +) of ${forkNames.join(', ')}.`;
  throw new InvalidArgumentError(`${wrong.message} ${known}`);
}

function parseFile(path: string): string {
  if (!existsSync(path)) throw new InvalidArgumentError('No such file.');
  return path;
}

/** Parses an integer of 32 bits, like Caffe's. */
function parseInteger(text: string): number {
  return inRange(text, /^-?\d+$/u, 'an integer', -INT_MAX - 1);
}

function inRange(text: string, form: RegExp, what: string, least: number): number {
  const number = form.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= INT_MAX) return number;
  throw new InvalidArgumentError(`Expected ${what} from ${least} to ${INT_MAX}.`);
}

function parseDatum(text: string): number[] {
  const dims = parseDims(text);
  if (dims.length !== 3)
    throw new InvalidArgumentError('Expected channels, height and width, such as 3x256x256.');
  return dims;
}

function collectShape(
  text: string,
  shapes: ReadonlyMap<string, readonly number[]>,
): Map<string, readonly number[]> {
  const equals = text.lastIndexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Expected a blob and its shape, such as data=1x3x224x224.');
  return new Map([...shapes, [text.slice(0, equals), parseDims(text.slice(equals + 1))]]);
}

function collectLevel(text: string, set: Levels): Levels {
  const [code = '', level, ...others] = text.split('=');
  if (others.length > 0)
    throw new InvalidArgumentError('Expected one code and one severity, such as unused-top=off.');
  if (!isCode(code))
    throw new InvalidArgumentError(`There is no check or rule \`${code}\`.${didYouMean(code)}`);
  if (!isLevel(level))
    throw new InvalidArgumentError(`Expected a severity, such as ${code}=off: ${levels.join(', ')}.`);
  return new Map([...set, [code, level]]);
}

/** Parses an integer of 0 or more. */
export function parseCount(text: string): number {
  return inRange(text, digits, 'an integer', 0);
}

/** Parses an integer of 1 or more. */
export function parsePositive(text: string): number {
  return inRange(text, digits, 'an integer', 1);
}

const digits = /^\d+$/u;

function parseDims(text: string): number[] {
  if (!/^\d+([x×,]\d+)*$/u.test(text))
    throw new InvalidArgumentError('Expected sizes separated by x, such as 1x3x224x224.');
  return text.split(/[x×,]/u).map((part) => inRange(part, digits, 'sizes', 0));
}

/** Parses names of columns of the summary, separated by commas. */
export function parseColumns(text: string): readonly ColumnName[] {
  return text.split(',').map((part) => {
    const name = columnNames.find((each) => each === part.trim());
    if (name === undefined) throw new InvalidArgumentError(`Expected some of ${columnNames.join(', ')}.`);
    return name;
  });
}
