import assert from 'node:assert/strict';
import type { FieldNode, ValueNode } from '../../server/src/syntax/nodes.ts';
import { fieldsOf, parse } from '../../server/src/syntax/parse.ts';
import type { SyntaxTree } from '../../server/src/syntax/tree.ts';
import type { Range } from '../../server/src/text/range.ts';

/** One line for each field of a tree: `name: "text"`, `{…` for an unclosed message, `∅` for a missing value. */
export function outline(tree: SyntaxTree): string[] {
  return Array.from(fieldsOf(tree), ({ field }) => fieldOutline(field));
}

function fieldOutline({ name, value }: FieldNode): string {
  if (!value) return `${name.text}: ∅`;
  const written = valueOutline(value);
  return value.kind === 'message' ? `${name.text} ${written}` : `${name.text}: ${written}`;
}

function valueOutline(value: ValueNode): string {
  if (value.kind === 'list') return `[${value.items.map(valueOutline).join(', ')}]`;
  if (value.kind === 'message') {
    return `{${value.fields.map(fieldOutline).join(' ')}${value.close ? '}' : '…'}`;
  }
  const sign = value.negative ? '-' : '';
  const text = value.literal === 'string' ? JSON.stringify(value.text) : value.text;
  return `${sign}${value.literal === 'float' ? 'float ' : ''}${text}`;
}

/** Parses a text in which `«…»` marks the expected problems, and compares their ranges and checks in order. */
export function checkProblems(marked: string, checks: readonly string[]): void {
  const { text, ranges } = unmark(marked);
  const found = problemsOf(parse(text));
  const show = (list: readonly { range: Range; check: string }[]) =>
    list.map(
      ({ range, check }) => `${range.start}-${range.end} ${check} ${text.slice(range.start, range.end)}`,
    );
  assert.deepEqual(show(found), show(ranges.map((range, index) => ({ range, check: checks[index] ?? '' }))));
}

/** The syntax problems of a tree with ranges in the file. */
export function problemsOf(tree: SyntaxTree): { check: string; message: string; range: Range }[] {
  return tree.blocks.flatMap((block) =>
    block.errors.map(({ check, message, range }) => ({
      check,
      message,
      range: tree.rangeOf({ block, range }),
    })),
  );
}

/** A text without its marks, and the ranges between them. */
export function unmark(marked: string): { readonly text: string; readonly ranges: Range[] } {
  const ranges: Range[] = [];
  let start = 0;
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') start = text.length;
    else if (part === '»') ranges.push({ start, end: text.length });
    else text += part;
  }
  return { text, ranges };
}
