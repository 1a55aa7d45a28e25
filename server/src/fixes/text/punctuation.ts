import { insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import type { Range } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { fieldPathOf } from '../helpers/fieldPath.ts';
import { offer } from '../helpers/offer.ts';
import { listAt } from './numberLists.ts';

/** Missing, wrong or surplus punctuation between names, values and list items. */
export const colons: Fixer = {
  checks: ['text/expected-colon'],
  doc: 'Inserts the colon between a field and its value, or comments out a line of prose.',
  fixes: (context) => {
    const { document, range, path } = context;
    const { text } = document;
    const field = path?.fields.at(-1);
    const written = text.slice(range.start, range.end);
    if (!/^\w/u.test(written))
      return offer('Replace with `:`', [{ range, newText: ':' }], { preferred: true, safe: true });
    if (field?.value?.kind === 'message') return [];
    const known = fieldPathOf(context).at(-1)?.known;
    const lost = known ? [] : bestFirst(context, lostQuote(text, range));
    if (lost.length > 0) return lost;
    if (!known && isProse(text, range)) {
      const title = 'Comment out the line';
      return offer(title, [insertion(range.start, '# ')], { preferred: true });
    }
    return offer(`Insert a colon after \`${written}\``, [insertion(range.end, ':')], {
      preferred: true,
      safe: true,
    });
  },
};

/** `name: "conv type: "Convolution"`: the string lacks its closing quote, so it contains the next field name. */
function lostQuote(text: string, { start }: Range): Fix[] {
  const before = text.slice(lineStart(text, start), start);
  const [, word, rest] = /"([^"\s]+)(\s+\w+\s*:\s*")$/u.exec(before) ?? [];
  if (word === undefined || rest === undefined) return [];
  return offer(`Close the string with \`"\` after \`${word}\``, [insertion(start - rest.length, '"')]);
}

/** Whether a word begins a line without braces and colons. */
function isProse(text: string, { start }: Range): boolean {
  const before = text.slice(lineStart(text, start), start);
  return before.trim() === '' && /^[^{}<>:"']*$/u.test(text.slice(start, lineStop(text, start)));
}

export const separators: Fixer = {
  checks: ['text/list-separator'],
  doc: 'Inserts the comma between two list items, or the closing bracket of the list.',
  fixes(context) {
    const { text } = context.document;
    const written = text.slice(context.range.start, context.range.end);
    if (written === '[') return closeList(context);
    if (/^[;:]$/u.test(written)) {
      return offer('Replace with `,`', [{ range: context.range, newText: ',' }], {
        preferred: true,
        safe: true,
      });
    }
    const gaps = gapsOf(context);
    const title = gaps.length > 1 ? 'Insert the commas' : 'Insert a comma';
    return offer(
      title,
      gaps.map((gap) => insertion(gap, ',')),
      { preferred: true, safe: true },
    );
  },
};

/** The offsets of the missing commas in the list at a range. */
function gapsOf({ document: { text }, path }: FixContext): number[] {
  const list = path?.fields.at(-1)?.value;
  const start = path?.start ?? 0;
  const items = list?.kind === 'list' ? list.items : [];
  return items.slice(1).flatMap(({ range }, index) => {
    const before = start + (items[index]?.range.end ?? range.start);
    return /^\s*$/u.test(text.slice(before, start + range.start)) ? [before] : [];
  });
}

function closeList({ path }: FixContext): Fix[] {
  const list = path?.fields.at(-1)?.value;
  if (!path || list?.kind !== 'list') return [];
  const end = list.items.at(-1)?.range.end ?? list.range.start + 1;
  return offer('Insert the missing `]`', [insertion(path.start + end, ']')], { preferred: true });
}

export const closingMarks: Fixer = {
  checks: ['text/bracket-mismatch'],
  doc: 'Replaces the closing bracket with the one that matches the opening bracket.',
  fixes: ({ document: { text }, range }) => {
    const newText = text[range.start] === '}' ? '>' : '}';
    return offer(`Replace with \`${newText}\``, [{ range, newText }], { preferred: true, safe: true });
  },
};

export const numberGaps: Fixer = {
  checks: ['text/number-identifier-gap'],
  doc: 'Inserts a space between a number and the next field, or removes letters that are not part of a number.',
  fixes({ document: { text }, range }) {
    const word = /^([\w./-]+)["']/u.exec(text.slice(range.start, range.start + 100));
    if (word && /:[ \t]*$/u.test(text.slice(lineStart(text, range.start), range.start))) {
      const whole = { start: range.start, end: range.start + word[0].length };
      return offer(`Replace with \`"${word[1]}"\``, [{ range: whole, newText: `"${word[1]}"` }], {
        preferred: true,
      });
    }
    const letters = /^\w+/u.exec(text.slice(range.end, range.end + 60))?.[0] ?? '';
    const after = text.slice(range.end + letters.length, range.end + letters.length + 20);
    if (/^\s*[:{<]/u.test(after))
      return offer('Insert a space', [insertion(range.end, ' ')], { preferred: true, safe: true });
    if (listAt(text, range.start)) return [];
    const edit = { range: { start: range.end, end: range.end + letters.length }, newText: '' };
    return offer(`Remove \`${letters}\``, [edit], { preferred: true });
  },
};
