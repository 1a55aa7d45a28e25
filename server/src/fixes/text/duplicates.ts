import { addField, messageBody, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { draftOf, fieldPathOf, onlyMessage } from '../helpers/fieldPath.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';

/** A non-repeated field that is set twice. */
export const duplicates: Fixer = {
  checks: ['text/non-repeated-duplicate'],
  doc: 'Merges the second of two messages into the first, or removes the second of two values.',
  fixes(context) {
    const { document, path } = context;
    const field = path?.fields.at(-1);
    if (!path || !field) return [];
    const edit = removeField(document.text, shift(field.range, path.start));
    return firstPreferred([
      ...secondFile(context, field),
      ...merge(context, field),
      ...offer(`Remove the second \`${field.name.text}\``, [edit]),
    ]);
  },
};

/** A file that was pasted twice. */
function secondFile({ document: { text }, path }: FixContext, field: FieldNode): Fix[] {
  const start = (path?.start ?? 0) + field.range.start;
  const bare = (part: string) => part.replaceAll(/\s+/gu, ' ').trim();
  const again = path?.fields.length === 1 && bare(text.slice(start)) === bare(text.slice(0, start));
  const edit = { range: { start, end: text.length }, newText: '' };
  return again ? offer('Remove the second copy of the file', [edit]) : [];
}

/** Moves the fields that only the second message has into the first. */
function merge(context: FixContext, field: FieldNode): Fix[] {
  const { document, path } = context;
  const start = path?.start ?? 0;
  const siblings = fieldPathOf(context).at(-1)?.siblings ?? [];
  const first = siblings.find(({ name }) => name.text === field.name.text);
  const [target, source] = [first && onlyMessage(first), onlyMessage(field)];
  const body = target && messageBody(target, start);
  if (!body || !source || target === source) return [];
  const known = new Set(target.fields.map(({ name }) => name.text));
  const fresh = source.fields.filter(({ name }) => !known.has(name.text));
  const fields = fresh.map((one) => draftOf(document.text, one, start)).filter((one) => one !== undefined);
  if (fresh.length === 0 || fields.length < fresh.length) return [];
  const added = fields.map((one) => addField(document.text, body, one));
  const [at] = added;
  const names = fresh.map(({ name }) => `\`${name.text}\``).join(', ');
  return offer(`Move ${names} into the first \`${field.name.text}\``, [
    at && { range: at.range, newText: added.map(({ newText }) => newText).join('') },
    removeField(document.text, shift(field.range, start)),
  ]);
}
