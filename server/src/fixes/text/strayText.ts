import { insertion, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import type { Range } from '../../text/range.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { isFullWidth, narrowLine } from './fullWidth.ts';

/** Text where a field must begin: foreign comments, unusual characters, surplus punctuation. */
export const strayText: Fixer = {
  checks: ['text/expected-identifier'],
  doc: 'Removes the invalid text, or converts it to a comment.',
  fixes(context) {
    const { text } = context.document;
    const { start, end } = context.range;
    const first = text.slice(start, end);
    const conflict = conflictMark(text, start);
    if (conflict.length > 0) return conflict;
    const names = quotedNames(text, start, first);
    if (names.length > 0) return names;
    const wordy = wordyComment(context);
    if (/^[{<}>]$/u.test(first)) return wordy;
    if (first === '/') return foreignComment(context);
    if (/^[^\0-\x7f]/u.test(first)) return oddCharacter(context, first);
    if (/^[,;]$/u.test(first)) return remove(context, `Remove the \`${first}\``);
    const line = { start, end: lineStop(text, start) };
    const alone = text.slice(lineStart(text, start), start).trim() === '';
    const comment = alone
      ? offer('Comment out the line', [{ range: { start, end: start }, newText: '# ' }])
      : [];
    const rest = text.slice(line.start, line.end);
    if (/[{}]/u.test(rest)) return comment;
    const stop = line.start + rest.replace(/\s*(?:#.*)?$/u, '').length;
    const shown = text.slice(start, stop);
    const title = `Remove \`${shown.length > 30 ? `${shown.slice(0, 30)}…` : shown}\``;
    return [
      ...wordy,
      ...offer(title, [removeField(text, { start, end: stop })], { preferred: true }),
      ...comment,
    ];
  },
};

/** Converts `// …` and `/* … *` + `/` to comments of the text format. */
function foreignComment({ document: { text }, range: { start } }: FixContext): Fix[] {
  if (text.startsWith('//', start)) {
    const length = /^\/+/u.exec(text.slice(start, start + 80))?.[0].length ?? 2;
    return offer('Convert to a `#` comment', [{ range: { start, end: start + length }, newText: '#' }], {
      preferred: true,
      safe: true,
    });
  }
  const stop = text.indexOf('*/', start);
  if (!text.startsWith('/*', start) || stop < 0) return [];
  const inner = text.slice(start + 2, stop);
  const after = text.slice(stop + 2, lineStop(text, stop)).trim();
  if (after !== '') return [];
  const newText = `#${inner.trimEnd().replaceAll(/\n([ \t]*)\*?/gu, '\n$1#')}`;
  return offer('Convert to a `#` comment', [{ range: { start, end: stop + 2 }, newText }], {
    preferred: true,
  });
}

/** Quoted field names, as in JSON: all on the line. */
function quotedNames(text: string, start: number, first: string): Fix[] {
  if (!/^(["'])\w+\1$/u.test(first)) return [];
  const line = text.slice(start, lineStop(text, start));
  const edits = [...line.matchAll(/(["'])(\w+)\1(?=\s*[:{])/gu)].map(
    ({ 0: written, 2: name = '', index }) => ({
      range: { start: start + index, end: start + index + written.length },
      newText: name,
    }),
  );
  const title =
    edits.length > 1 ? 'Remove the quotes around field names' : `Remove the quotes around ${first}`;
  return edits[0]?.range.start === start ? offer(title, edits, { preferred: true }) : [];
}

/** A merge conflict marker; the user chooses the version to keep. */
function conflictMark(text: string, start: number): Fix[] {
  const line = text.slice(lineStart(text, start), lineStop(text, start));
  if (!/^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/u.test(line)) return [];
  return offer('Remove the merge conflict marker', [
    removeField(text, { start: lineStart(text, start), end: lineStop(text, start) }),
  ]);
}

/** Comments of other formats: `<!-- … -->` and `-- …`. */
function wordyComment({ document: { text }, range: { start } }: FixContext): Fix[] {
  const line = text.slice(start, lineStop(text, start));
  const [whole, words] = /^<!--(.*?)-->(?=\s*$)/u.exec(line) ?? /^--+(.*)$/u.exec(line) ?? [];
  if (whole === undefined || words === undefined) return [];
  const range = { start, end: start + whole.length };
  return offer('Convert to a `#` comment', [{ range, newText: `#${words.trimEnd()}` }], { preferred: true });
}

function oddCharacter(context: FixContext, first: string): Fix[] {
  const { text } = context.document;
  const sure = { preferred: true, safe: true };
  if (isFullWidth(first)) return narrowLine(text, context.range.start);
  if (first.startsWith('\ufeff')) {
    const { start } = context.range;
    return offer('Remove the byte order mark', [{ range: { start, end: start + 1 }, newText: '' }], sure);
  }
  if (/^[\u2018-\u201f]/u.test(first)) return straightQuotes(text, context.range);
  if (/^[\u00a0\u2000-\u200b\u3000]+$/u.test(first))
    return offer('Replace with an ordinary space', [{ range: context.range, newText: ' ' }], sure);
  const rest = text.slice(context.range.start, lineStop(text, context.range.start));
  const note = /[{}]/u.test(rest) || !/^\p{L}{2}/u.test(first) ? [] : [insertion(context.range.start, '# ')];
  return [
    ...offer('Comment out the rest of the line', note, { preferred: true }),
    ...remove(context, `Remove \`${first}\``),
  ];
}

/** A pair of curly quotes on one line. */
function straightQuotes(text: string, { start }: Range): Fix[] {
  const line = text.slice(start, lineStop(text, start));
  const pair = /^[\u2018-\u201f]([^"\u2018-\u201f]*)["\u2018-\u201f]/u.exec(line);
  if (!pair) return [];
  const range = { start, end: start + pair[0].length };
  return offer('Replace with straight quotes', [{ range, newText: `"${pair[1]}"` }], {
    preferred: true,
    safe: true,
  });
}

function remove({ document: { text }, range }: FixContext, title: string): Fix[] {
  return offer(title, [removeField(text, range)], { preferred: true });
}
