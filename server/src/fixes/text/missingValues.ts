import { removeField } from '../../edit/fields.ts';
import { shift } from '../../text/range.ts';
import type { Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** Values that are missing behind a colon, and between the commas of a list. */
export const missingValues: Fixer = {
  checks: ['text/expected-value'],
  doc: 'Takes away the field without a value, or the comma behind which none follows.',
  fixes({ document: { text }, range, path }) {
    const written = text.slice(range.start, range.end);
    if (written === ',')
      return offer('Remove the comma', [{ range, newText: '' }], { preferred: true, safe: true });
    const field = path?.fields.at(-1);
    if (!path || !field || field.value) return [];
    const edit = removeField(text, shift(field.range, path.start));
    return offer(`Remove \`${field.name.text}\``, [edit], { preferred: true });
  },
};

/** A field name in brackets, which stands for an extension. */
export const extensions: Fixer = {
  checks: ['text/extension'],
  doc: 'Takes the brackets off a field name.',
  fixes({ document: { text }, range }) {
    const name = text.slice(range.start + 1, range.end - 1).trim();
    if (!/^\w+$/u.test(name)) return [];
    return offer(`Write \`${name}\` without brackets`, [{ range, newText: name }], { preferred: true });
  },
};
