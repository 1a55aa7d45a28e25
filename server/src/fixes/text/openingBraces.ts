import { insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { messageOf } from '../../schema/unknown.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { fieldPathOf } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';

/** A message without its opening brace, or with a wrong bracket. */
export const openingBraces: Fixer = {
  checks: ['text/expected-value', 'text/expected-identifier'],
  doc: 'Inserts the missing opening brace, or replaces parentheses with braces.',
  fixes(context) {
    if (context.check === 'text/expected-value') return bestFirst(context, opening(context));
    return bestFirst(context, rounded(context));
  },
};

/** `convolution_param` without its brace, before a line with its first field. */
function opening(context: FixContext): Fix[] {
  const field = context.path?.fields.at(-1);
  const known = fieldPathOf(context).at(-1)?.known;
  if (!field || field.value || known?.type.kind !== 'message') return [];
  const end = field.name.range.end + (context.path?.start ?? 0);
  const colon = /^\s*:/u.exec(context.document.text.slice(end, end + 20))?.[0].length ?? 0;
  return [
    ...around(context, end + colon),
    ...offer(`Insert \`{\` after \`${field.name.text}\``, [insertion(end + colon, ' {')]),
  ];
}

/** `include phase: TRAIN`: wraps the single field after the name. */
function around(context: FixContext, end: number): Fix[] {
  const { document, path } = context;
  const segment = fieldPathOf(context).at(-1);
  const next = segment?.siblings[segment.siblings.indexOf(segment.field) + 1];
  if (!segment?.known || !path || !next) return [];
  const [start, stop] = [path.start + next.range.start, path.start + next.range.end];
  const takes = messageOf(segment.known, document.schema)?.fields.has(next.name.text);
  if (!takes || document.text.slice(end, start).includes('\n')) return [];
  const title = `Wrap \`${next.name.text}\` in \`${segment.field.name.text} { … }\``;
  return offer(title, [insertion(end, ' {'), insertion(stop, ' }')]);
}

/** The maximum distance between a name and its parenthesis. */
const farthest = 200;

/** Parentheses around fields. */
function rounded({ document, range }: FixContext): Fix[] {
  const { text } = document;
  const before = text.slice(Math.max(0, range.start - farthest), range.start);
  if (text[range.start] !== '(' || !/\w\s*(?::\s*)?$/u.test(before)) return [];
  const close = partner(text, range.start);
  const open: TextEdit = { range: { start: range.start, end: range.start + 1 }, newText: '{' };
  if (close === undefined) return offer('Replace `(` with `{`', [open]);
  const end: TextEdit = { range: { start: close, end: close + 1 }, newText: '}' };
  return offer('Replace the parentheses with `{` and `}`', [open, end]);
}

/** The offset of the matching closing parenthesis; skips strings and comments. */
function partner(text: string, open: number): number | undefined {
  const pieces = /"[^"\n]*"|'[^'\n]*'|#.*|[()]/gu;
  pieces.lastIndex = open;
  let depth = 0;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    if (match[0] === '(') depth++;
    if (match[0] === ')' && --depth === 0) return match.index;
  }
  return undefined;
}
