import type { Range } from '../text/range.ts';
import { closeByIndentation, limitNesting } from './balance.ts';
import { TextFormatParser } from './grammar.ts';
import type { Block, BlockSyntax, FieldNode, SyntaxProblem, SyntaxTree, ValueNode } from './nodes.ts';
import { cutEdited } from './reparse.ts';
import { type Slice, split } from './split.ts';
import { tokenize } from './tokens.ts';
import { validateTokens } from './validate.ts';

/**
 * The tree of a text-format file (protobuf 3.21, TextFormat::Parser). Any text has one: what is wrong stands in the
 * blocks' problems. Blocks in front of and behind the text that differs from `previous` are taken from it, and so is what
 * was known of the text of others.
 */
export function parse(text: string, previous?: SyntaxTree): SyntaxTree {
  return (previous && parseEdited(text, previous)) ?? parseWhole(text, previous);
}

function parseWhole(text: string, previous: SyntaxTree | undefined): SyntaxTree {
  const { slices, balanced } = split(text);
  return { text, blocks: parseSlices(text, slices, previous?.blocks ?? []), balanced };
}

function parseEdited(text: string, previous: SyntaxTree): SyntaxTree | undefined {
  if (text === previous.text) return previous;
  const cut = cutEdited(text, previous);
  if (!cut) return undefined;
  const { before, slices, replaced, after } = cut;
  return { text, blocks: [...before, ...parseSlices(text, slices, replaced), ...after], balanced: true };
}

/**
 * The blocks of slices; those whose text is that of a known block are not parsed again. Each known one is used once: what is
 * kept of a block is of one place.
 */
function parseSlices(text: string, slices: readonly Slice[], known: readonly Block[]): Block[] {
  const syntaxes = new Map(known.map(({ syntax }) => [syntax.text, syntax]));
  return slices.map(({ start, end, isClosed }) => {
    const written = text.slice(start, end);
    const syntax = syntaxes.get(written) ?? parseBlock(written, closeByIndentation);
    syntaxes.delete(written);
    return { start, syntax, isClosed };
  });
}

/**
 * The tree as protobuf nests it from a block on: what stands from there to `end` is one block in which braces alone
 * decide, however unlikely the layout makes that. It is right up to its first fault.
 */
export function nestByBraces(tree: SyntaxTree, from: number, end: number): SyntaxTree {
  const before = tree.blocks.slice(0, from);
  const start = tree.blocks[from]?.start ?? end;
  const syntax = parseBlock(tree.text.slice(start, end), (tokens) => tokens);
  return { text: tree.text, blocks: [...before, { start, syntax, isClosed: false }], balanced: false };
}

/** The fields outside all braces with their blocks, in the order of the file. */
export function* fieldsOf(tree: SyntaxTree): Generator<{ readonly block: Block; readonly field: FieldNode }> {
  for (const block of tree.blocks) for (const field of block.syntax.fields) yield { block, field };
}

/** The text of a field, from its name to the end of its value. */
export function textOf({ syntax }: Block, { range }: FieldNode): string {
  return syntax.text.slice(range.start, range.end);
}

/** What stands at an offset: the block, the fields around it from the outermost in, and the innermost value. */
export interface NodePath {
  readonly block: Block;
  readonly fields: readonly FieldNode[];
  readonly value: ValueNode | undefined;
}

/** The nodes that an offset of the file touches, as a cursor there would; undefined outside all blocks. */
export function nodeAt(tree: SyntaxTree, offset: number): NodePath | undefined {
  const block = tree.blocks.findLast(
    ({ start, syntax }) => start <= offset && offset <= start + syntax.text.length,
  );
  if (!block) return undefined;
  const fields: FieldNode[] = [];
  const value = descend(block.syntax.fields, offset - block.start, fields);
  return { block, fields, value };
}

function descend(candidates: readonly FieldNode[], offset: number, path: FieldNode[]): ValueNode | undefined {
  const field = candidates.findLast(({ range }) => contains(range, offset));
  if (!field) return undefined;
  path.push(field);
  return field.value && contains(field.value.range, offset)
    ? descendValue(field.value, offset, path)
    : undefined;
}

function descendValue(value: ValueNode, offset: number, path: FieldNode[]): ValueNode {
  if (value.kind === 'message') return descend(value.fields, offset, path) ?? value;
  if (value.kind === 'scalar') return value;
  const item = value.items.findLast(({ range }) => contains(range, offset));
  return item ? descendValue(item, offset, path) : value;
}

function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

let parser: TextFormatParser | undefined;

function parseBlock(text: string, repair: typeof closeByIndentation): BlockSyntax {
  parser ??= new TextFormatParser();
  const lexed = tokenize(text);
  const limited = limitNesting(lexed.tokens);
  parser.begin(text, repair(limited.tokens, text));
  const fields = parser.file();
  const problems = [...validateTokens(lexed, text), ...limited.problems, ...parser.faults.problems];
  return { text, fields, problems: problems.sort(byPlace) };
}

function byPlace(first: SyntaxProblem, second: SyntaxProblem): number {
  return first.range.start - second.range.start;
}
