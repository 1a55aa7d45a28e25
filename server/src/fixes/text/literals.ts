import { insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { lineStart, lineStop } from '../../edit/style.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';

/** Strings and numbers that violate the text format. */
export const openStrings: Fixer = {
  checks: ['text/string-line-break'],
  doc: 'Closes the string at the end of its line, or removes an unmatched quote.',
  fixes(context) {
    const { document, range } = context;
    const written = document.text.slice(range.start, range.end);
    if (written.length === 1) return partnerOf(context, written);
    return joined(context) ?? closedByOther(context) ?? closed(context);
  },
};

/** Adds the opening quote to the word before an unmatched quote, or replaces an opening quote of a different kind. */
function partnerOf({ document: { text }, range }: FixContext, quote: string): Fix[] {
  const before = text.slice(lineStart(text, range.start), range.start);
  const removal = offer(`Remove the \`${quote}\``, [{ range, newText: '' }], { preferred: true });
  const odd = /[`\u2018-\u201f\uff02]([^"'`\u2018-\u201f\uff02]*)$/u.exec(before);
  const bare = /:[ \t]*([\w./-]+)$/u.exec(before);
  const word = odd?.[1] ?? bare?.[1];
  if (word === undefined) return removal;
  const start = range.start - word.length - (odd ? 1 : 0);
  const edit = { range: { start, end: range.end }, newText: `"${word}"` };
  return offer(`Replace with \`"${word}"\``, [edit], { preferred: true });
}

/** A string that ends with a quote of a different kind. */
function closedByOther({ document: { text }, range }: FixContext): Fix[] | undefined {
  const quote = text.charAt(range.start);
  const written = text.slice(range.start, range.end);
  const word = /^.[\w./-]*(?=["'`\u2018-\u201f\uff02])/u.exec(written)?.[0].length;
  const end = word ?? written.search(/["'`\u2018-\u201f\uff02](?=[\s;,}]*$)/u);
  if (end < 1) return undefined;
  const wrong = { start: range.start + end, end: range.start + end + 1 };
  return offer(`Replace \`${written.charAt(end)}\` with \`${quote}\``, [{ range: wrong, newText: quote }], {
    preferred: true,
  });
}

/** A string that continues on the next line. */
function joined({ document: { text }, range }: FixContext): Fix[] | undefined {
  const quote = text.charAt(range.start);
  const next =
    lineStop(text, range.end) + (/^\r?\n/u.exec(text.slice(lineStop(text, range.end)))?.[0].length ?? 0);
  const rest = text.slice(next, lineStop(text, next));
  const goesOn = /^[ \t]*([^"'{}:#]*)(["'])[ \t]*$/u.exec(rest);
  if (!goesOn || goesOn[2] !== quote || goesOn[1] === '') return undefined;
  const start = next + rest.indexOf(goesOn[1] ?? '');
  return offer('Join the lines', [{ range: { start: range.end, end: start }, newText: '' }], {
    preferred: true,
  });
}

function closed({ document: { text }, range }: FixContext): Fix[] {
  const quote = text.charAt(range.start);
  const written = text.slice(range.start, range.end);
  // A brace or comment at the end of the line follows the string and is not part of it.
  const end = range.start + written.replace(/[ \t]*(?:\}|#.*|[;,])+$/u, '').length;
  return offer(`Close the string with \`${quote}\``, [insertion(end, quote)], { preferred: true });
}

export const escapes: Fixer = {
  checks: ['text/bad-escape'],
  doc: 'Escapes the backslash.',
  fixes({ document: { text }, range }) {
    const single = offer('Escape the backslash as `\\\\`', [insertion(range.start, '\\')]);
    const others = singleBackslashes(text, range.start);
    const all = offer(
      'Escape every backslash as `\\\\`',
      others.map((at) => insertion(at, '\\')),
    );
    return firstPreferred(others.length > 1 ? [...all, ...single] : single);
  },
};

/** All unescaped backslashes of the string at an offset: in a Windows path, `\\n` and `\\t` are folders too. */
function singleBackslashes(text: string, offset: number): number[] {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineStop(text, offset));
  for (const { 0: string, index } of line.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu)) {
    if (start + index > offset || offset >= start + index + string.length) continue;
    return [...string.matchAll(/\\\\|\\/gu)]
      .filter((match) => match[0].length === 1)
      .map((match) => start + index + match.index);
  }
  return [];
}

export const controls: Fixer = {
  checks: ['text/control-character'],
  doc: 'Removes control characters.',
  fixes: ({ document, range }) =>
    document.root
      ? offer('Remove the control characters', [{ range, newText: '' }], { preferred: true, safe: true })
      : [],
};

export const numberForms: Fixer = {
  checks: ['text/number-form', 'text/float-base'],
  doc: 'Removes the leading zero or the incomplete exponent.',
  fixes({ document: { text }, range }) {
    const written = /^[\w.+-]+/u.exec(text.slice(range.start, range.start + 40))?.[0] ?? '';
    const plain = written.replace(/^0+(?=[0-9])/u, '').replace(/[eE][-+]?[fF]?$/u, '');
    const whole = { start: range.start, end: range.start + written.length };
    if (plain === written || !/^[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/u.test(plain)) return [];
    return offer(`Replace with \`${plain}\``, [{ range: whole, newText: plain }], { preferred: true });
  },
};
