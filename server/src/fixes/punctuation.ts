import { insertion } from '../edit/fields.ts';
import type { Fix } from '../edit/fix.ts';
import type { Fixer, Place } from './fixer.ts';
import { offer } from './offer.ts';

/** Marks between names, values and items of lists that are missing, wrong or too many. */
export const colons: Fixer = {
  checks: ['text/expected-colon'],
  doc: 'Writes the colon between a field and its value.',
  fixes: ({ document: { text }, range, path }) => {
    const field = path?.fields.at(-1);
    const written = text.slice(range.start, range.end);
    if (!/^\w/u.test(written))
      return offer('Write `:`', [{ range, newText: ':' }], { preferred: true, safe: true });
    if (field?.value?.kind === 'message') return [];
    return offer(`Write a colon behind \`${written}\``, [insertion(range.end, ':')], {
      preferred: true,
      safe: true,
    });
  },
};

export const separators: Fixer = {
  checks: ['text/list-separator'],
  doc: 'Writes the comma between two values of a list, or the bracket at its end.',
  fixes(place) {
    const { text } = place.document;
    const written = text.slice(place.range.start, place.range.end);
    if (written === '[') return closeList(place);
    if (/^[;:]$/u.test(written)) {
      return offer('Write `,`', [{ range: place.range, newText: ',' }], { preferred: true, safe: true });
    }
    const before = text.slice(0, place.range.start).trimEnd().length;
    return offer('Insert a comma', [insertion(before, ',')], { preferred: true, safe: true });
  },
};

function closeList({ path }: Place): Fix[] {
  const list = path?.fields.at(-1)?.value;
  if (!path || list?.kind !== 'list') return [];
  const end = list.items.at(-1)?.range.end ?? list.range.start + 1;
  return offer('Insert the missing `]`', [insertion(path.block.start + end, ']')], { preferred: true });
}

export const closingMarks: Fixer = {
  checks: ['text/bracket-mismatch'],
  doc: 'Closes a message with the bracket that belongs to the one that opens it.',
  fixes: ({ document: { text }, range }) => {
    const newText = text[range.start] === '}' ? '>' : '}';
    return offer(`Write \`${newText}\``, [{ range, newText }], { preferred: true, safe: true });
  },
};

export const numberGaps: Fixer = {
  checks: ['text/number-identifier-gap'],
  doc: 'Puts a space between a number and the name behind it.',
  fixes: ({ range }) => offer('Insert a space', [insertion(range.end, ' ')], { preferred: true, safe: true }),
};
