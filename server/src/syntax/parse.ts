import { firstIndex, spliced } from '../memo/lists.ts';
import { number } from '../memo/positions.ts';
import { finish, type Steps } from '../memo/steps.ts';
import { type Range, shift } from '../text/range.ts';
import { closeByIndentation, limitNesting } from './balance.ts';
import { TextFormatParser } from './grammar.ts';
import type { Block, FieldNode, ParseError, ValueNode } from './nodes.ts';
import { cutEdited } from './reparse.ts';
import { type Slice, split } from './split.ts';
import { tokenize } from './tokens.ts';
import { SyntaxTree } from './tree.ts';
import { validateTokens } from './validate.ts';

/**
 * The tree of a text-format file (protobuf 3.21, TextFormat::Parser). Every text has one: syntax errors are in the
 * problems of the blocks. Blocks of `previous` with unchanged text are reused.
 */
export function parse(text: string, previous?: SyntaxTree): SyntaxTree {
  return finish(parseInSteps(text, previous));
}

/** The same in steps, one for each block that is parsed. */
export function* parseInSteps(text: string, previous?: SyntaxTree): Steps<SyntaxTree> {
  return (previous && (yield* parseEdited(text, previous))) ?? (yield* parseWhole(text, previous));
}

function* parseWhole(text: string, previous: SyntaxTree | undefined): Steps<SyntaxTree> {
  const { slices, balanced } = split(text);
  const blocks = yield* parseSlices(text, slices, previous?.blocks ?? []);
  number(blocks, 0, blocks.length);
  return new SyntaxTree(text, blocks, startsOf(slices), balanced);
}

function* parseEdited(text: string, previous: SyntaxTree): Steps<SyntaxTree | undefined> {
  if (text === previous.text) return previous;
  const cut = cutEdited(text, previous);
  if (!cut) return undefined;
  const { slices, from, to, by } = cut;
  const parsed = yield* parseSlices(text, slices, previous.blocks.slice(from, to));
  const blocks = spliced(previous.blocks, from, to, parsed);
  number(blocks, from, from + parsed.length);
  // Later blocks have moved, or were numbered for a different tree.
  if (blocks.at(-1)?.index !== blocks.length - 1) number(blocks, 0, blocks.length);
  const starts = spliced(previous.starts, from, to, startsOf(slices));
  for (let index = from + parsed.length; by !== 0 && index < starts.length; index++)
    starts[index] = (starts[index] ?? 0) + by;
  return new SyntaxTree(text, blocks, starts, true);
}

function startsOf(slices: readonly Slice[]): number[] {
  return slices.map(({ start }) => start);
}

/** The blocks of slices; a known block with the same text is reused, each at most once. */
function* parseSlices(text: string, slices: readonly Slice[], known: readonly Block[]): Steps<Block[]> {
  const unused = new Map(known.map((block) => [block.text, block]));
  const blocks: Block[] = [];
  for (const { start, end, isClosed } of slices) {
    const written = text.slice(start, end);
    const block = unused.get(written);
    if (block?.isClosed === isClosed) {
      unused.delete(written);
      blocks.push(block);
    } else {
      blocks.push(parseBlock(written, isClosed, closeByIndentation));
      yield;
    }
  }
  return blocks;
}

/**
 * The tree as protobuf nests it from a block on: the text up to `end` is one block in which only braces decide and the
 * indentation is ignored. It is valid up to its first error.
 */
export function nestByBraces(tree: SyntaxTree, from: number, end: number): SyntaxTree {
  const start = tree.starts[from] ?? end;
  const block = parseBlock(tree.text.slice(start, end), false, (tokens) => tokens);
  block.index = from;
  const starts = [...tree.starts.slice(0, from), start];
  return new SyntaxTree(tree.text, [...tree.blocks.slice(0, from), block], starts, false);
}

/** A top-level field. */
export interface OuterField {
  readonly block: Block;
  readonly field: FieldNode;
  /** The range in the file. */
  readonly range: Range;
}

/** The top-level fields, in the order of the file. */
export function* fieldsOf({ blocks, starts }: SyntaxTree): Generator<OuterField> {
  for (const [index, block] of blocks.entries()) {
    for (const field of block.fields) yield { block, field, range: shift(field.range, starts[index] ?? 0) };
  }
}

/** The text of a field, from its name to the end of its value. */
export function textOf({ text }: Block, { range }: FieldNode): string {
  return text.slice(range.start, range.end);
}

/**
 * The nodes at an offset: the block, the enclosing fields from the outermost to the innermost, and the innermost value.
 */
export interface NodePath {
  readonly block: Block;
  /** The offset of the block in the file. */
  readonly start: number;
  readonly fields: readonly FieldNode[];
  readonly value: ValueNode | undefined;
}

/** The nodes that contain or touch an offset of the file; undefined outside all blocks. */
export function nodeAt(tree: SyntaxTree, offset: number): NodePath | undefined {
  const index = tree.countTo(offset) - 1;
  const block = tree.blocks[index];
  const start = tree.starts[index] ?? 0;
  if (!block || offset > start + block.text.length) return undefined;
  const fields: FieldNode[] = [];
  const value = descend(block.fields, offset - start, fields);
  return { block, start, fields, value };
}

function descend(candidates: readonly FieldNode[], offset: number, path: FieldNode[]): ValueNode | undefined {
  // Fields are in order and do not overlap.
  const after = firstIndex(candidates.length, (index) => (candidates[index]?.range.start ?? 0) > offset);
  const field = candidates[after - 1];
  if (!field || !contains(field.range, offset)) return undefined;
  path.push(field);
  return field.value && contains(field.value.range, offset)
    ? descendValue(field.value, offset, path)
    : undefined;
}

function descendValue(value: ValueNode, offset: number, path: FieldNode[]): ValueNode {
  if (value.kind === 'message') return descend(value.fields, offset, path) ?? value;
  if (value.kind === 'scalar') return value;
  const after = firstIndex(value.items.length, (index) => (value.items[index]?.range.start ?? 0) > offset);
  const item = value.items[after - 1];
  return item && contains(item.range, offset) ? descendValue(item, offset, path) : value;
}

function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

let parser: TextFormatParser | undefined;

function parseBlock(text: string, isClosed: boolean, repair: typeof closeByIndentation): Block {
  parser ??= new TextFormatParser();
  const lexed = tokenize(text);
  const limited = limitNesting(lexed.tokens);
  parser.begin(text, repair(limited.tokens, text));
  const fields = parser.file();
  const errors = [...validateTokens(lexed, text), ...limited.problems, ...parser.parseErrors.errors];
  return { text, fields, errors: errors.sort(byPlace), isClosed, index: 0 };
}

function byPlace(first: ParseError, second: ParseError): number {
  return first.range.start - second.range.start;
}
