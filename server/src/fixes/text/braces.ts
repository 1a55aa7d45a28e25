import { insertion, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStop, styleOf } from '../../edit/style.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst, thatHelp } from '../helpers/trial.ts';

/** Unmatched braces. */
export const braces: Fixer = {
  checks: ['text/expected-identifier'],
  doc: 'Inserts the missing closing brace where the layout ends the message, or removes a surplus brace.',
  fixes(place) {
    const { text } = place.document;
    const mark = text.slice(place.range.start, place.range.end);
    if (mark === '}' || mark === '>') {
      // It may close a fullwidth brace.
      if (text.slice(0, place.range.start).includes('\uff5b')) return [];
      return offer(`Remove this \`${mark}\``, [removeField(text, place.range)], { preferred: true });
    }
    if (mark !== '{' && mark !== '<') return [];
    const open = place.path?.fields.find((field) => opensAt(place, field));
    return open ? close(place, open, mark === '{' ? '}' : '>') : unnamed(place);
  },
};

function opensAt({ path, range }: Place, { value }: FieldNode): boolean {
  const messages = value?.kind === 'list' ? value.items : [value];
  return messages.some(
    (node) => node?.kind === 'message' && node.open.start + (path?.start ?? 0) === range.start,
  );
}

/** Inserts the brace after the last field; on a separate line if the fields are on separate lines. */
function close(place: Place, field: FieldNode, mark: string): Fix[] {
  const { document, path, range } = place;
  const { text } = document;
  const start = path?.start ?? 0;
  const message = field.value?.kind === 'message' ? field.value : undefined;
  if (!message) return [];
  const last = message.fields.at(-1);
  const end = last ? start + last.range.end : range.end;
  if (/^\s*\uff5d/u.test(text.slice(end, end + 1000))) return [];
  const stop = lineStop(text, end);
  const stands = /^[ \t]*[;,]?[ \t]*(?:#.*)?$/u.test(text.slice(end, stop));
  const broken = last !== undefined && text.slice(range.end, end).includes('\n');
  const edit =
    stands && broken
      ? insertion(stop, `${styleOf(text).eol}${indentAt(text, range.start)}${mark}`)
      : insertion(end, ` ${mark}`);
  const closing = offer(`Insert the missing \`${mark}\``, [edit], { preferred: true });
  if (last) return thatHelp(place, closing);
  const opening = { start: start + field.range.start, end: range.end };
  return bestFirst(place, [
    ...offer(`Remove this \`${field.name.text} ${mark === '}' ? '{' : '<'}\``, [removeField(text, opening)]),
    ...closing,
  ]);
}

/** A brace without a field name, such as a layer without its first word. */
function unnamed(place: Place): Fix[] {
  const { document, range } = place;
  const name = document.tree.blocks.some(({ fields }) => fields.some((one) => one.name.text === 'layers'))
    ? 'layers'
    : 'layer';
  return thatHelp(
    place,
    offer(`Insert \`${name}\` before the brace`, [insertion(range.start, `${name} `)], { preferred: true }),
  );
}
