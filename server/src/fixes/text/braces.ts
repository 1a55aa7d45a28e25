import { insertion, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStop, styleOf } from '../../edit/style.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { bestFirst, thatHelp } from '../helpers/trial.ts';

/** Braces without a partner. */
export const braces: Fixer = {
  checks: ['text/expected-identifier'],
  doc: 'Closes a brace where the layout says that its message ends, or takes a surplus one away.',
  fixes(place) {
    const { text } = place.document;
    const mark = text.slice(place.range.start, place.range.end);
    if (mark === '}' || mark === '>') {
      // It may close a brace that is only written with another character.
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

/** Behind the last of what the message holds, on a line of its own where its first field stands on one. */
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

/** A brace without a name before it, as a layer that lost its first word. */
function unnamed(place: Place): Fix[] {
  const { document, range } = place;
  const name = document.tree.blocks.some(({ fields }) => fields.some((one) => one.name.text === 'layers'))
    ? 'layers'
    : 'layer';
  return thatHelp(
    place,
    offer(`Write \`${name}\` before the brace`, [insertion(range.start, `${name} `)], { preferred: true }),
  );
}
