import type { Numbered } from '../memo/positions.ts';
import type { Range } from '../text/range.ts';

/**
 * One top-level braced field, or the text between two of them: a function of its text alone. Its ranges are relative to
 * its start. Each block of a tree is a distinct object, so a block is a location in the file that survives edits
 * elsewhere.
 */
export interface Block extends Numbered {
  readonly text: string;
  readonly fields: readonly FieldNode[];
  readonly errors: readonly ParseError[];
  /** Whether it ends with the closing brace of its field, so the next block does not depend on it. */
  readonly isClosed: boolean;
}

/** A syntax error, independent of the schema. */
export interface ParseError {
  /** The id of the check, such as `text/bracket-mismatch`. */
  readonly check: string;
  readonly message: string;
  /** The range that is shown to the user. */
  readonly range: Range;
  /** The range where protobuf's parser stops, if it is different. */
  readonly caffeRange?: Range;
}

/** `name: value`, `name { … }` or an incomplete start of either. */
export interface FieldNode {
  readonly kind: 'field';
  readonly range: Range;
  readonly name: NameNode;
  readonly hasColon: boolean;
  readonly value: ValueNode | undefined;
}

/** A field's name; an extension or Any name includes its brackets. */
export interface NameNode {
  readonly range: Range;
  readonly text: string;
}

export type ValueNode = ScalarNode | MessageNode | ListNode;

/** The lexical kind of a scalar, independent of the schema. */
export type LiteralKind = 'identifier' | 'integer' | 'float' | 'string';

/** One scalar value: an optional minus and one literal, or adjacent strings that form one. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: Range;
  readonly literal: LiteralKind;
  readonly negative: boolean;
  /** The literal without its sign; for a string, its value with escapes resolved. */
  readonly text: string;
}

/** `{ … }` or `< … >`. An unclosed message has no `close`, and its range ends at the next token. */
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
