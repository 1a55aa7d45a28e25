import type { IToken } from 'chevrotain';
import type { Range } from '../text/range.ts';
import type { ParseError } from './nodes.ts';
import { endsEscaped } from './strings.ts';
import { breaksLine, endOf, NonAscii, NumberLiteral, rangeOf, StringLiteral, type Tokens } from './tokens.ts';

/** The errors of single tokens, as in protobuf's tokenizer: invalid literals and characters. */
export function validateTokens({ tokens, control }: Tokens, text: string): ParseError[] {
  const errors = [...control.map(rangeOf), ...innerNuls(text, control)].map(controlProblem);
  let last: IToken | undefined;
  for (const token of tokens) {
    if (token.tokenType === StringLiteral) reportString(token, errors);
    else if (token.tokenType === NumberLiteral) errors.push(...numberProblems(token, text));
    else if (token.tokenType === NonAscii) {
      if (!followsQuote(token, last, text)) errors.push(nonAsciiProblem(token));
      last = token;
    }
  }
  return errors;
}

/** Whether the token is a further typographic quote on a line; only the first is reported. */
function followsQuote(token: IToken, before: IToken | undefined, text: string): boolean {
  if (!before || !typographicQuote.test(token.image) || !typographicQuote.test(before.image)) return false;
  return !breaksLine(text, endOf(before), token.startOffset);
}

const typographicQuote = /^[\u2018-\u201f]/;

/** The runs of NUL bytes in strings and comments; other control characters are allowed there. */
function innerNuls(text: string, control: readonly IToken[]): Range[] {
  if (!text.includes('\0')) return [];
  const outside = new Set(
    control.flatMap(({ startOffset, image }) => [...image].map((_, index) => startOffset + index)),
  );
  return [...text.matchAll(/\0+/gu)]
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }))
    .filter(({ start }) => !outside.has(start));
}

function controlProblem(range: Range): ParseError {
  return {
    check: 'text/control-character',
    message: 'Control characters are not allowed in a prototxt file; remove them.',
    range,
  };
}

function nonAsciiProblem(token: IToken): ParseError {
  return { check: 'text/expected-identifier', message: nonAsciiMessage(token.image), range: rangeOf(token) };
}

function nonAsciiMessage(image: string): string {
  if (image.startsWith('\ufeff'))
    return 'The file starts with a byte order mark; save it as UTF-8 without BOM.';
  if (typographicQuote.test(image)) return 'Typographic quotes do not delimit a string; use `"`.';
  if (/^[\u00a0\u2000-\u200b\u3000]/.test(image))
    return 'This is a Unicode space; replace it with an ordinary space.';
  const wide = /^[\uff01-\uff5e\u3001\u3002\u300a-\u300d\u3010\u3011]+/.exec(image)?.[0];
  if (wide) return `\`${wide.slice(0, 20)}\` has full-width characters; use ASCII characters.`;
  return `\`${image.slice(0, 20)}\` is only allowed in a string or a comment.`;
}

const badEscape = /\\(?:[abfnrtv\\?'"0-7]|x[0-9a-fA-F]|u[0-9a-fA-F]{4}|U00[01][0-9a-fA-F]{5}|([\s\S]?))/g;

function reportString(token: IToken, errors: ParseError[]): void {
  const { image, startOffset } = token;
  const closed = image.length > 1 && image.endsWith(image.charAt(0)) && !endsEscaped(image);
  if (!closed) errors.push(unclosedString(token));
  if (!image.includes('\\')) return;
  for (const match of image.matchAll(badEscape)) {
    const [written, other] = match;
    const cutOff = !closed && match.index + written.trimEnd().length >= image.trimEnd().length;
    if (other === undefined || cutOff) continue;
    const start = startOffset + match.index;
    const message = escapeMessage(other);
    errors.push({ check: 'text/bad-escape', message, range: { start, end: start + written.length } });
  }
}

function unclosedString(token: IToken): ParseError {
  const written = token.image.trimEnd().length;
  const quote = token.image.charAt(0);
  const message =
    written > 1
      ? `This string is not closed; add \`${quote}\` at its end. A string must not span lines.`
      : `This \`${quote}\` has no matching quote; a string must start and end on the same line.`;
  return {
    check: 'text/string-line-break',
    message,
    range: { start: token.startOffset, end: token.startOffset + Math.max(1, written) },
  };
}

function escapeMessage(escaped: string): string {
  if (escaped === 'x') return '`\\x` must be followed by one or two hexadecimal digits.';
  if (escaped === 'u') return '`\\u` must be followed by four hexadecimal digits.';
  if (escaped === 'U') return '`\\U` must be followed by eight hexadecimal digits, at most 0010ffff.';
  return `\`\\${escaped}\` is not a valid escape sequence; use \`\\\\\` for a backslash.`;
}

function numberProblems(token: IToken, text: string): ParseError[] {
  const error = malformedNumber(token) ?? crowdedNumber(token, text);
  return error ? [error] : [];
}

function malformedNumber(token: IToken): ParseError | undefined {
  const { image } = token;
  const range = rangeOf(token);
  const check = 'text/number-form';
  if (/^0[xX]$/.test(image)) {
    return { check, message: `\`${image}\` must be followed by hexadecimal digits.`, range };
  }
  if (/^0[0-9]*[89][0-9]*$/.test(image)) {
    return {
      check,
      message: `\`${image}\` starts with 0, so it is octal, but 8 and 9 are not octal digits.`,
      range,
    };
  }
  if (/^[0-9.]+[eE][-+]?[fF]?$/.test(image)) {
    return { check, message: `The exponent of \`${image}\` has no digits.`, range };
  }
  return undefined;
}

function crowdedNumber(token: IToken, text: string): ParseError | undefined {
  const range = rangeOf(token);
  const after = text.slice(range.end, range.end + 100);
  const word = /^[A-Za-z_]\w*/.exec(after)?.[0];
  if (word !== undefined) {
    const isField = /^\s*[:{<]/.test(after.slice(word.length));
    const message = isField
      ? `A space is missing between the number \`${token.image}\` and \`${word}\`.`
      : `\`${token.image}${word}\` is not a valid number.`;
    return { check: 'text/number-identifier-gap', message, range };
  }
  if (!after.startsWith('.')) return undefined;
  const message = /^0[xX0-9]/.test(token.image)
    ? `\`${token.image}\` is hexadecimal or octal, so it must not have a decimal point.`
    : `\`${token.image}\` has a decimal point or an exponent already; it must not have a second point.`;
  return { check: 'text/float-base', message, range };
}
