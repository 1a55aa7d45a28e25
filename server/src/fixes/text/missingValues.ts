import { removeField } from '../../edit/fields.ts';
import { shift } from '../../text/range.ts';
import type { Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** A missing value after a colon or between the commas of a list. */
export const missingValues: Fixer = {
  checks: ['text/expected-value'],
  doc: 'Removes the field without a value, or the comma without a value after it.',
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

/** A field name in brackets, which is an extension. */
export const extensions: Fixer = {
  checks: ['text/extension'],
  doc: 'Removes the brackets from a field name.',
  fixes({ document: { text }, range }) {
    const name = text.slice(range.start + 1, range.end - 1).trim();
    if (!/^\w+$/u.test(name)) return [];
    return offer(`Remove the brackets around \`${name}\``, [{ range, newText: name }], { preferred: true });
  },
};
