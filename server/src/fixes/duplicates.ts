import { removeField } from '../edit/fields.ts';
import { shift } from '../text/range.ts';
import type { Fixer } from './fixer.ts';

/** A field that is written twice although it has one value. */
export const duplicates: Fixer = {
  checks: ['text/non-repeated-duplicate'],
  doc: 'Removes the second of two values.',
  fixes({ document, path }) {
    const field = path?.fields.at(-1);
    if (!path || !field) return [];
    const edit = removeField(document.text, shift(field.range, path.block.start));
    return [{ title: `Remove the second \`${field.name.text}\``, edits: [edit], preferred: true }];
  },
};
