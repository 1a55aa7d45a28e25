import { historyBytes } from '../../costs/memory.ts';
import type { Document } from '../../document/document.ts';
import { lowerRoot } from '../../net/lower.ts';
import { solverTypeOf } from '../../net/solver/solver.ts';
import { formatState } from '../../net/states/state.ts';
import type { Message } from '../../schema/message.ts';
import { isKnown } from '../../shape/dim.ts';
import { nodeAt } from '../../syntax/parse.ts';
import { touches } from '../../text/range.ts';
import { code, joined, type Markdown, md, paragraphs } from '../markdown.ts';
import { formatBytes, formatCount } from '../numbers.ts';
import type { SolvedNet, SourceRecords } from './solvedNets.ts';

/** The unit of a field that counts something. */
const units: ReadonlyMap<string, string> = new Map([
  ...['average_loss', 'display', 'max_iter', 'snapshot', 'stepsize', 'stepvalue', 'test_interval'].map(
    (field) => [field, 'iterations'] as const,
  ),
  ['iter_size', 'passes'],
  ['test_iter', 'batches'],
]);

interface Solver {
  readonly message: Message;
  readonly train: SolvedNet | undefined;
  readonly tests: readonly SolvedNet[];
  readonly nets: readonly SolvedNet[];
}

type Describe = (solver: Solver, index: number) => readonly Markdown[];

const describeNets: Describe = ({ message, train, nets }) => [
  ...nets.map(
    ({ path, state, batch, params }) =>
      md`${code(path)} ${formatState(state)}: batch ${countText(batch)}, ${formatCount(isKnown(params) ? params : null)} parameters`,
  ),
  ...(train ? historyOf(message, train) : []),
];

const describeType: Describe = ({ message, train }) => (train ? historyOf(message, train) : []);

/** What follows from a field and from the nets, by the name of the field. */
const describes: ReadonlyMap<string, Describe> = new Map<string, Describe>([
  ['net', describeNets],
  ['train_net', describeNets],
  ['test_net', describeNets],
  ['type', describeType],
  ['solver_type', describeType],
  ['test_iter', ({ message, tests }, index) => testText(message, tests[index], index)],
  ['iter_size', ({ message, train }) => (train?.batch ? [updateText(message, train.batch)] : [])],
  ['max_iter', ({ message, train }) => (train?.batch ? trainingText(message, train, train.batch) : [])],
]);

/** Whether the hover at an offset shows facts of the nets of a solver. */
export function asksForNets(document: Document, offset: number): boolean {
  if (document.root !== 'SolverParameter') return false;
  const fields = nodeAt(document.tree, offset)?.fields ?? [];
  return fields.length === 1 && describes.has(fields[0]?.name.text ?? '');
}

/**
 * The unit and the default of a field of a solver, and what follows from it and the nets: images of a test, the
 * effective batch, the images of the training, the memory of the history.
 */
export function solverMarkdown(
  document: Document,
  offset: number,
  field: string,
  nets: readonly SolvedNet[],
): Markdown | undefined {
  if (document.root !== 'SolverParameter') return undefined;
  const message = lowerRoot(document.tree.blocks, document.schema, 'SolverParameter');
  const tests = nets.filter(({ isTest }) => isTest);
  const solver = { message, nets, tests, train: nets.find(({ isTest }) => !isTest) };
  const lines = describes.get(field)?.(solver, indexAt(document, message, field, offset)) ?? [];
  return paragraphs(basics(document, field), joined(lines, '  \n'));
}

/** Which of the values of a repeated field is at an offset. */
function indexAt({ tree }: Document, message: Message, field: string, offset: number): number {
  const ranges = message.list(field).map(({ block, field: node, node: { range } }) => ({
    whole: block && tree.rangeOf({ block, range: node.range }),
    value: block && tree.rangeOf({ block, range }),
  }));
  const exact = ranges.findIndex(({ value }) => value && touches(value, offset));
  return exact < 0 ? ranges.findIndex(({ whole }) => whole && touches(whole, offset)) : exact;
}

/** The unit, and the value of a number that is not set if the schema does not state it. */
function basics({ schema }: Document, name: string): Markdown {
  const field = schema.message('SolverParameter')?.fields.get(name);
  const unit = units.get(name);
  const isNumber = field?.type.kind === 'scalar' && typeof field.default === 'number';
  const parts = [
    ...(unit === undefined ? [] : [md`Unit: ${unit}.`]),
    ...(isNumber && field.label === 'optional' && !field.declaresDefault ? [md`Default: 0.`] : []),
  ];
  return joined(parts, ' ');
}

function countText(count: number | undefined): string {
  return formatCount(count ?? null);
}

function historyOf(message: Message, { params }: SolvedNet): Markdown[] {
  const type = message.has('solver_type') ? solverTypeOf(message.text('solver_type')) : message.text('type');
  const bytes = historyBytes(type ?? '', params);
  if (type === undefined || bytes === undefined || !isKnown(bytes)) return [];
  return [
    md`History of ${type}: ${formatBytes(bytes)} for ${formatCount(isKnown(params) ? params : null)} parameters`,
  ];
}

function testText(message: Message, net: SolvedNet | undefined, index: number): Markdown[] {
  const batches = message.ints('test_iter')[index];
  if (!net?.batch || batches === undefined || batches <= 0) return [];
  const images = batches * net.batch;
  return [
    md`${formatCount(batches)} batches × ${formatCount(net.batch)} = **${formatCount(images)}** items per test (${formatState(net.state)})`,
    ...(net.records ? [passesText(images, net.records)] : []),
  ];
}

/** How often the records of a source are read. */
function passesText(images: number, { source, count }: SourceRecords): Markdown {
  return md`${code(source)} has ${formatCount(count)} records: each is read ${timesText(images / count)} times`;
}

function timesText(times: number): string {
  return String(Number(times.toPrecision(3)));
}

function updateText(message: Message, batch: number): Markdown {
  const passes = message.int('iter_size');
  return md`Effective batch: ${formatCount(batch)} × ${formatCount(passes)} = **${formatCount(batch * passes)}**`;
}

function trainingText(message: Message, { records }: SolvedNet, batch: number): Markdown[] {
  const [last, update] = [message.int('max_iter'), batch * message.int('iter_size')];
  if (last <= 0 || update <= 0) return [];
  const images = last * update;
  return [
    md`${formatCount(last)} iterations × ${formatCount(update)} = **${formatCount(images)}** items`,
    ...(records
      ? [
          passesText(images, records),
          md`One epoch: ${formatCount(Math.ceil(records.count / update))} iterations`,
        ]
      : []),
  ];
}
