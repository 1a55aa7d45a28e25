import type { Block, FieldNode, ValueNode } from '../../syntax/nodes.ts';
import { skipComment, skipSpace, tokenize } from '../../syntax/tokens.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';

/** A message or a list with its brackets. */
export interface Container {
  readonly isList: boolean;
  readonly parent: Container | undefined;
  /** The number of containers around its content. */
  readonly depth: number;
  /** The offset after its opening bracket. */
  readonly from: number;
  /** Whether it is written on several lines. */
  spansLines: boolean;
  /** Whether each of its fields is on a separate line, as they were on one that is too long. */
  isExpanded: boolean;
}

/** A token or a comment, and what it is in its field. Two pieces are separated by white space only. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'comment' | 'open' | 'close' | 'colon' | 'separator' | 'minus' | 'string' | 'word';
  /** Whether a field or an item of a list starts with it. */
  readonly starts: 'field' | 'item' | undefined;
  /** Whether a field with a message at the top level of the file starts with it. */
  readonly startsMessage: boolean;
  /** Whether it continues a name in square brackets. */
  readonly isInName: boolean;
  /** The container around it; for a bracket, its own. */
  readonly container: Container | undefined;
  /** Whether it is in a block with syntax errors, whose layout stays. */
  readonly isFrozen: boolean;
}

/** Some blocks of a file, and the offset at which they start. */
export interface Part {
  readonly tree: SyntaxTree;
  readonly blocks: readonly Block[];
  readonly start: number;
  /** The offset at which they end; comments after the last block are included. */
  readonly end: number;
}

/** The pieces of a part of a file, in order. Its braces must match. */
export function piecesOf(part: Part): readonly Piece[] {
  const { tree } = part;
  const pieces: Piece[] = [];
  let container: Container | undefined;
  const roles = rolesOf(part);
  for (const { start, end, text, isFrozen } of tokensOf(part)) {
    const kind = kindOf(text);
    const isInName = roles.inNames.has(start);
    const isBracket = !isInName && !isFrozen && !roles.names.has(start);
    if (isBracket && kind === 'open') {
      const depth = (container?.depth ?? 0) + 1;
      const isList = text === '[';
      container = { isList, parent: container, depth, from: end, spansLines: false, isExpanded: false };
    }
    const starts = roles.fields.has(start) ? 'field' : roles.items.has(start) ? 'item' : undefined;
    const own = isBracket ? kind : kind === 'open' || kind === 'close' ? 'word' : kind;
    const startsMessage = roles.messages.has(start);
    pieces.push({ start, end, text, kind: own, starts, startsMessage, isInName, container, isFrozen });
    if (!isBracket || kind !== 'close' || !container) continue;
    container.spansLines = tree.text.slice(container.from, start).includes('\n');
    container = container.parent;
  }
  return pieces;
}

type Token = Pick<Piece, 'start' | 'end' | 'text' | 'isFrozen'>;

/** The tokens and comments of a part. */
function* tokensOf({ tree, blocks, start: first, end: last }: Part): Generator<Token> {
  const { text } = tree;
  let done = first;
  for (const block of blocks) {
    const start = tree.startOf(block);
    const isFrozen = block.errors.length > 0;
    for (const { startOffset, image } of tokenize(block.text).tokens) {
      const from = start + startOffset;
      yield* commentsIn(text, done, from, isFrozen && done >= start);
      done = from + image.length;
      yield { start: from, end: done, text: image, isFrozen };
    }
  }
  yield* commentsIn(text, done, last, false);
}

function* commentsIn(text: string, from: number, to: number, isFrozen: boolean): Generator<Token> {
  for (let at = skipSpace(text, from); at < to && text[at] === '#'; at = skipSpace(text, at)) {
    const end = skipComment(text, at);
    const comment = text.slice(at, end).trimEnd();
    yield { start: at, end: at + comment.length, text: comment, isFrozen };
    at = end;
  }
}

const marks: Readonly<Record<string, Piece['kind']>> = {
  '{': 'open',
  '<': 'open',
  '[': 'open',
  '}': 'close',
  '>': 'close',
  ']': 'close',
  ':': 'colon',
  ',': 'separator',
  ';': 'separator',
  '-': 'minus',
  '"': 'string',
  "'": 'string',
  '#': 'comment',
};

function kindOf(text: string): Piece['kind'] {
  return marks[text.charAt(0)] ?? 'word';
}

/** The offsets at which parts of the tree start. */
interface Roles {
  readonly fields: Set<number>;
  readonly items: Set<number>;
  /** Fields with a message at the top level. */
  readonly messages: Set<number>;
  /** Names in square brackets: their brackets, and what is inside. */
  readonly names: Set<number>;
  readonly inNames: Set<number>;
}

function rolesOf({ tree, blocks }: Part): Roles {
  const roles: Roles = {
    fields: new Set(),
    items: new Set(),
    messages: new Set(),
    names: new Set(),
    inNames: new Set(),
  };
  for (const block of blocks) {
    const by = tree.startOf(block);
    addFields(roles, block, block.fields, by);
    for (const { range, value } of block.fields)
      if (value?.kind === 'message') roles.messages.add(by + range.start);
  }
  return roles;
}

function addFields(roles: Roles, block: Block, fields: readonly FieldNode[], by: number): void {
  for (const { range, name, value } of fields) {
    roles.fields.add(by + range.start);
    if (name.text.startsWith('[')) addName(roles, block, name.range.start, name.range.end, by);
    if (value) addValue(roles, block, value, by);
  }
}

function addName(roles: Roles, block: Block, start: number, end: number, by: number): void {
  roles.names.add(by + start);
  for (let at = start + 1; at < end; at++) if (block.text[at]?.trim()) roles.inNames.add(by + at);
}

function addValue(roles: Roles, block: Block, value: ValueNode, by: number): void {
  if (value.kind === 'message') addFields(roles, block, value.fields, by);
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    roles.items.add(by + item.range.start);
    addValue(roles, block, item, by);
  }
}
