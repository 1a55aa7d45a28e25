import { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Block, ParseError } from '../syntax/nodes.ts';
import { nestByBraces } from '../syntax/parse.ts';
import { skipBlank } from '../syntax/tokens.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { type Range, shift } from '../text/range.ts';
import type { MessageDescriptor, Schema } from './descriptor.ts';
import { type ErrorDetails, FieldChecker, type FieldError, soundIn } from './fieldCheck.ts';
import { rootScope } from './scope.ts';

const isUnsoundIn = onceFor((schema: Schema) =>
  onceFor((root: MessageDescriptor) => {
    const soundOf = soundIn(schema)(root);
    return (block: Block) => soundOf(block) === undefined;
  }),
);

/** A reason why protobuf rejects the file; all of them are errors. */
export interface TextError extends ErrorDetails {
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
): readonly TextError[] {
  const descriptor = schema.message(root) ?? { name: root, doc: '', fields: new Map() };
  const unsound = memo.filter(tree.blocks, isUnsoundIn(schema)(descriptor));
  if (collect({ tree, blocks: unsound, schema, descriptor }, 1).length === 0) return [];
  const errors = collect({ tree, blocks: tree.blocks, schema, descriptor });
  const stop = stopOf(tree, errors, schema, descriptor);
  const first = blamed(errors, stop);
  return errors
    .map((error) => (error === first ? problemOf({ ...error, stop }, true) : problemOf(error, false)))
    .sort((one, other) => one.range.start - other.range.start);
}

interface Checked {
  readonly tree: SyntaxTree;
  /** The failures of the tree that are checked; fields of valid blocks are only counted. */
  readonly blocks: readonly Block[];
  readonly schema: Schema;
  readonly descriptor: MessageDescriptor;
}

/** The errors of blocks, at least the first `most` ones. */
function collect({ tree, blocks, schema, descriptor }: Checked, most?: number): FieldError[] {
  const checker = new FieldChecker(tree.text, schema, most);
  const scope = rootScope(descriptor);
  for (const block of blocks) {
    const start = tree.startOf(block);
    for (const error of block.errors) {
      if (checker.isFull) break;
      checker.errors.push(syntaxError(error, start, tree.text));
    }
    checker.checkBlock(block, start, scope);
    if (checker.isFull) return checker.errors;
  }
  checker.checkRequired(scope, { start: 0, end: 0 });
  return checker.errors;
}

function syntaxError(error: ParseError, start: number, text: string): FieldError {
  const { check, message, range, caffeRange } = error;
  const stop = skipBlank(text, start + (caffeRange ?? range).start);
  return { check, message, range: shift(range, start), stop, syntax: true };
}

/**
 * The offset at which protobuf stops. Malformed text is nested again as protobuf nests it. Only a prefix is parsed
 * first, because protobuf seldom reads far beyond the malformed block.
 */
function stopOf(
  tree: SyntaxTree,
  errors: readonly FieldError[],
  schema: Schema,
  root: MessageDescriptor,
): number {
  if (!errors.some((error) => error.syntax)) return earliest(errors);
  const from = tree.blocks.findIndex(({ errors }) => errors.length > 0);
  for (let count = 16; ; count *= 8) {
    const end = tree.starts[from + count] ?? tree.text.length;
    const nested = nestByBraces(tree, from, end);
    const stop = earliest(collect({ tree: nested, blocks: nested.blocks, schema, descriptor: root }));
    if (stop < end || end === tree.text.length) return stop;
  }
}

function earliest(errors: readonly FieldError[]): number {
  return errors.reduce((stop, error) => Math.min(stop, error.stop), Number.POSITIVE_INFINITY);
}

/** The failure that makes protobuf stop at an offset: the one at that offset, otherwise the last one before it. */
function blamed(errors: readonly FieldError[], stop: number): FieldError | undefined {
  return (
    errors.find((error) => error.stop === stop) ??
    latest(errors.filter((error) => error.syntax && error.range.start <= stop)) ??
    errors[0]
  );
}

function latest(errors: readonly FieldError[]): FieldError | undefined {
  return errors.reduce<FieldError | undefined>(
    (last, error) => (last && last.range.start > error.range.start ? last : error),
    undefined,
  );
}

function problemOf(
  { check, message, range, stop, forks, replacement, related }: FieldError,
  first: boolean,
): TextError {
  const elsewhere = Number.isFinite(stop) && stop !== range.start;
  return {
    check,
    message,
    range,
    ...(elsewhere && { caffeRange: { start: stop, end: stop } }),
    ...(first && { first }),
    ...(forks && { forks }),
    ...(replacement !== undefined && { replacement }),
    ...(related && { related }),
  };
}
