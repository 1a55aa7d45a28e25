import { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Block, SyntaxProblem } from '../syntax/nodes.ts';
import { nestByBraces } from '../syntax/parse.ts';
import { skipBlank } from '../syntax/tokens.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Range, shift } from '../text/range.ts';
import type { MessageDescriptor, Schema } from './descriptor.ts';
import { type Fault, FieldChecker, type Help, soundIn } from './fieldCheck.ts';
import { rootScope } from './scope.ts';

const isUnsoundIn = onceFor((schema: Schema) =>
  onceFor((root: MessageDescriptor) => {
    const soundOf = soundIn(schema)(root);
    return (block: Block) => soundOf(block) === undefined;
  }),
);

/** A reason why protobuf rejects the file; all of them are errors. */
export interface TextProblem extends Help {
  /** Id in Caffe's check table, such as `text/unknown-field`. */
  readonly check: string;
  readonly message: string;
  /** The range that is reported to users. */
  readonly range: Range;
  /** Where protobuf's parser stops, if it differs from `range`. */
  readonly caffeRange?: Range;
  /** Set on the one failure at which protobuf stops. */
  readonly first?: boolean;
}

/**
 * All reasons why protobuf 3.21 rejects the file as a message of type `root`, syntax and schema, in file order;
 * empty exactly if protobuf accepts it. An unknown root has no fields.
 */
export function checkSchema(
  tree: SyntaxTree,
  schema: Schema,
  root: string,
  memo = new Memo(),
): readonly TextProblem[] {
  const descriptor = schema.message(root) ?? { name: root, doc: '', fields: new Map() };
  const unsound = memo.filter(tree.blocks, isUnsoundIn(schema)(descriptor));
  if (collect({ tree, blocks: unsound, schema, descriptor }).length === 0) return [];
  const faults = collect({ tree, blocks: tree.blocks, schema, descriptor });
  const stop = stopOf(tree, faults, schema, descriptor);
  const first = blamed(faults, stop);
  return faults
    .map((fault) => (fault === first ? problemOf({ ...fault, stop }, true) : problemOf(fault, false)))
    .sort((one, other) => one.range.start - other.range.start);
}

interface Checked {
  readonly tree: SyntaxTree;
  /** The failures of the tree that are checked; fields of valid blocks are only counted. */
  readonly blocks: readonly Block[];
  readonly schema: Schema;
  readonly descriptor: MessageDescriptor;
}

function collect({ tree, blocks, schema, descriptor }: Checked): Fault[] {
  const checker = new FieldChecker(tree.text, schema);
  const scope = rootScope(descriptor);
  for (const block of blocks) {
    const start = tree.startOf(block);
    for (const problem of block.problems) checker.faults.push(syntaxFault(problem, start, tree.text));
    checker.checkBlock(block, start, scope);
  }
  checker.checkRequired(scope, { start: 0, end: 0 });
  return checker.faults;
}

function syntaxFault(problem: SyntaxProblem, start: number, text: string): Fault {
  const { check, message, range, caffeRange } = problem;
  const stop = skipBlank(text, start + (caffeRange ?? range).start);
  return { check, message, range: shift(range, start), stop, syntax: true };
}

/**
 * The offset at which protobuf stops. Malformed text is nested again as protobuf nests it. Only a prefix is parsed
 * first, because protobuf seldom reads far beyond the malformed block.
 */
function stopOf(tree: SyntaxTree, faults: readonly Fault[], schema: Schema, root: MessageDescriptor): number {
  if (!faults.some((fault) => fault.syntax)) return earliest(faults);
  const from = tree.blocks.findIndex(({ problems }) => problems.length > 0);
  for (let count = 16; ; count *= 8) {
    const end = tree.starts[from + count] ?? tree.text.length;
    const nested = nestByBraces(tree, from, end);
    const stop = earliest(collect({ tree: nested, blocks: nested.blocks, schema, descriptor: root }));
    if (stop < end || end === tree.text.length) return stop;
  }
}

function earliest(faults: readonly Fault[]): number {
  return faults.reduce((stop, fault) => Math.min(stop, fault.stop), Number.POSITIVE_INFINITY);
}

/** The failure that makes protobuf stop at an offset: the one at that offset, otherwise the last one before it. */
function blamed(faults: readonly Fault[], stop: number): Fault | undefined {
  return (
    faults.find((fault) => fault.stop === stop) ??
    latest(faults.filter((fault) => fault.syntax && fault.range.start <= stop)) ??
    faults[0]
  );
}

function latest(faults: readonly Fault[]): Fault | undefined {
  return faults.reduce<Fault | undefined>(
    (last, fault) => (last && last.range.start > fault.range.start ? last : fault),
    undefined,
  );
}

function problemOf(
  { check, message, range, stop, forks, instead, related }: Fault,
  first: boolean,
): TextProblem {
  const elsewhere = Number.isFinite(stop) && stop !== range.start;
  return {
    check,
    message,
    range,
    ...(elsewhere && { caffeRange: { start: stop, end: stop } }),
    ...(first && { first }),
    ...(forks && { forks }),
    ...(instead !== undefined && { instead }),
    ...(related && { related }),
  };
}
