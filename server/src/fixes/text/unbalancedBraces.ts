import { insertion, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStop, styleOf } from '../../edit/style.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst, effectiveFixes } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** Unmatched braces. */
export const unbalancedBraces: Fixer = {
  checks: ['text/expected-identifier'],
  doc: 'Inserts the missing closing brace where the layout ends the message, or removes a surplus brace.',
  fixes(context) {
    const { text } = context.document;
    const mark = text.slice(context.range.start, context.range.end);
    if (mark === '}' || mark === '>') {
      // It may close a fullwidth brace.
      if (text.slice(0, context.range.start).includes('\uff5b')) return [];
      return offer(`Remove this \`${mark}\``, [removeField(text, context.range)], { preferred: true });
    }
    if (mark !== '{' && mark !== '<') return [];
    const open = context.path?.fields.find((field) => opensAt(context, field));
    return open ? close(context, open, mark === '{' ? '}' : '>') : unnamed(context);
  },
};

function opensAt({ path, range }: FixContext, { value }: FieldNode): boolean {
  const messages = value?.kind === 'list' ? value.items : [value];
  return messages.some(
    (node) => node?.kind === 'message' && node.open.start + (path?.start ?? 0) === range.start,
  );
}

/** Inserts the brace after the last field; on a separate line if the fields are on separate lines. */
function close(context: FixContext, field: FieldNode, mark: string): Fix[] {
  const { document, path, range } = context;
  const { text } = document;
  const start = path?.start ?? 0;
  const message = field.value?.kind === 'message' ? field.value : undefined;
  if (!message) return [];
  const last = message.fields.at(-1);
  const end = last ? start + last.range.end : range.end;
  if (/^\s*\uff5d/u.test(text.slice(end, end + 1000))) return [];
  const stop = lineStop(text, end);
  const isAlone = /^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(end, stop));
  const broken = last !== undefined && text.slice(range.end, end).includes('\n');
  const edit =
    isAlone && broken
      ? insertion(stop, `${styleOf(text).eol}${indentAt(text, range.start)}${mark}`)
      : insertion(end, ` ${mark}`);
  const closing = offer(`Insert the missing \`${mark}\``, [edit], { preferred: true });
  if (last) return effectiveFixes(context, closing);
  const opening = { start: start + field.range.start, end: range.end };
  return bestFirst(context, [
    ...offer(`Remove this \`${field.name.text} ${mark === '}' ? '{' : '<'}\``, [removeField(text, opening)]),
    ...closing,
  ]);
}

/** A brace without a field name, such as a layer without its first word. */
function unnamed(context: FixContext): Fix[] {
  const { document, range } = context;
  const name = document.tree.blocks.some(({ fields }) => fields.some((one) => one.name.text === 'layers'))
    ? 'layers'
    : 'layer';
  return effectiveFixes(
    context,
    offer(`Insert \`${name}\` before the brace`, [insertion(range.start, `${name} `)], { preferred: true }),
  );
}
