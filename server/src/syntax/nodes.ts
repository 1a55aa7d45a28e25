import type { Numbered } from '../memo/positions.ts';
import type { Range } from '../text/range.ts';

/**
 * One braced field outside all braces, or what stands between two of them: a function of its text alone. Every range in it
 * counts from its start, and no two blocks of a tree are the same object, so a block is one place of the file, which
 * outlives edits elsewhere.
 */
export interface Block extends Numbered {
  readonly text: string;
  readonly fields: readonly FieldNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Whether it ends with the brace that closes its field, so that the next block does not depend on it. */
  readonly isClosed: boolean;
}

/** A fault of the text itself, whatever the schema says. */
export interface SyntaxProblem {
  /** Id in Caffe's check table, such as `text/bracket-mismatch`. */
  readonly check: string;
  readonly message: string;
  /** What a person would point to. */
  readonly range: Range;
  /** Where protobuf's parser stops instead, when that is another place. */
  readonly caffeRange?: Range;
}

/** `name: value`, `name { … }` or a half-typed beginning of either. */
export interface FieldNode {
  readonly kind: 'field';
  readonly range: Range;
  readonly name: NameNode;
  readonly hasColon: boolean;
  readonly value: ValueNode | undefined;
}

/** A field's name; an extension or Any name keeps its brackets. */
export interface NameNode {
  readonly range: Range;
  readonly text: string;
}

export type ValueNode = ScalarNode | MessageNode | ListNode;

/** What a scalar's text is, before the schema says what it should be. */
export type LiteralKind = 'identifier' | 'integer' | 'float' | 'string';

/** One scalar value: an optional minus and one literal, or adjacent strings that form one. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: Range;
  readonly literal: LiteralKind;
  readonly negative: boolean;
  /** The literal as written without its sign; of a string, its value with escapes resolved. */
  readonly text: string;
}

/**
 * `{ … }` or `< … >`. While the message is unclosed, `close` is missing and the range reaches up to what follows it.
 */
export interface MessageNode {
  readonly kind: 'message';
  readonly range: Range;
  readonly open: Range;
  readonly close: Range | undefined;
  readonly fields: readonly FieldNode[];
}

/** `[ a, b ]`. */
export interface ListNode {
  readonly kind: 'list';
  readonly range: Range;
  readonly items: readonly (ScalarNode | MessageNode)[];
}
