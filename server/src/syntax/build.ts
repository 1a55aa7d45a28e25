import type { IToken } from 'chevrotain';
import { interned } from '../memo/interned.ts';
import type { Range } from '../text/range.ts';
import type {
  FieldNode,
  ListNode,
  LiteralKind,
  MessageNode,
  NameNode,
  ScalarNode,
  ValueNode,
} from './nodes.ts';
import { stringValue } from './strings.ts';
import { endOf, NumberLiteral, rangeOf, StringLiteral } from './tokens.ts';

export function buildName(tokens: readonly IToken[], text: string): NameNode {
  const range = rangeOfAll(tokens);
  return { range, text: interned(text.slice(range.start, range.end)) };
}

export function buildField(
  name: NameNode,
  colon: IToken | undefined,
  value: ValueNode | undefined,
): FieldNode {
  const end = value?.range.end ?? (colon ? endOf(colon) : name.range.end);
  return {
    kind: 'field',
    range: { start: name.range.start, end },
    name,
    hasColon: colon !== undefined,
    value,
  };
}

export function buildMessage(
  open: IToken,
  fields: readonly FieldNode[],
  close: IToken | undefined,
  end: number,
): MessageNode {
  return {
    kind: 'message',
    range: { start: open.startOffset, end: close ? endOf(close) : end },
    open: rangeOf(open),
    close: close && rangeOf(close),
    fields,
  };
}

export function buildList(open: IToken, items: ListNode['items'], end: number): ListNode {
  return { kind: 'list', range: { start: open.startOffset, end }, items };
}

/** A scalar from its tokens; tokens that do not form a literal become an identifier with their text. */
export function buildScalar(minus: IToken | undefined, parts: readonly IToken[], text: string): ScalarNode {
  const range = rangeOfAll(minus ? [minus, ...parts] : parts);
  const first = parts[0];
  const literal = literalKind(parts);
  const written =
    literal === 'string'
      ? parts.map((part) => stringValue(part.image)).join('')
      : first
        ? text.slice(first.startOffset, range.end)
        : '';
  return { kind: 'scalar', range, literal, negative: minus !== undefined, text: written };
}

function literalKind(parts: readonly IToken[]): LiteralKind {
  const [first] = parts;
  if (first?.tokenType === StringLiteral) return 'string';
  if (first?.tokenType !== NumberLiteral || parts.length > 1) return 'identifier';
  return /^0[xX]|^[0-9]+$/.test(first.image) ? 'integer' : 'float';
}

function rangeOfAll(tokens: readonly IToken[]): Range {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? { start: first.startOffset, end: endOf(last) } : { start: 0, end: 0 };
}
