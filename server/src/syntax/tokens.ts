import { createToken, EOF, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Range } from '../text/range.ts';

export const Identifier = createToken({ name: 'Identifier', pattern: /[A-Za-z_][A-Za-z0-9_]*/ });

/** Matches the same characters as protobuf's tokenizer, valid or not; `validate.ts` checks them. */
export const NumberLiteral = createToken({
  name: 'NumberLiteral',
  pattern: /0[xX][0-9a-fA-F]*|0[0-9]+|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]*)?[fF]?/,
});

/**
 * Ends at its closing quote, or before a line break. protobuf also ends it at a NUL byte; here, a NUL is an error inside of
 * it, so that it causes no others.
 */
export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"(?:[^"\\\n]+|\\[^\n]?)*"?|'(?:[^'\\\n]+|\\[^\n]?)*'?/,
});

export const OpenCurly = createToken({ name: 'OpenCurly', pattern: '{' });
export const CloseCurly = createToken({ name: 'CloseCurly', pattern: '}' });
export const OpenAngle = createToken({ name: 'OpenAngle', pattern: '<' });
export const CloseAngle = createToken({ name: 'CloseAngle', pattern: '>' });
export const OpenSquare = createToken({ name: 'OpenSquare', pattern: '[' });
export const CloseSquare = createToken({ name: 'CloseSquare', pattern: ']' });
export const Colon = createToken({ name: 'Colon', pattern: ':' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';' });
export const Minus = createToken({ name: 'Minus', pattern: '-' });

/** Any other printable character. */
export const OtherSymbol = createToken({ name: 'OtherSymbol', pattern: /[!-~\x7f]/ });
export const NonAscii = createToken({ name: 'NonAscii', pattern: /[\u0080-\uffff]+/ });

/** Never in the text: `balance.ts` inserts it in place of a missing closing brace. */
export const MissingClose = createToken({ name: 'MissingClose', pattern: Lexer.NA });

const WhiteSpace = createToken({ name: 'WhiteSpace', pattern: /[ \t\r\n\v\f]+/, group: Lexer.SKIPPED });

/** protobuf also ends it at a NUL byte: see `StringLiteral`. */
const Comment = createToken({ name: 'Comment', pattern: /#[^\n]*/, group: Lexer.SKIPPED });

/** An error in protobuf's tokenizer, which does not pass it to the parser. */
const ControlCharacters = createToken({
  name: 'ControlCharacters',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the invalid characters.
  pattern: /[\0-\x08\x0e-\x1f]+/,
  group: 'control',
});

export const vocabulary: TokenType[] = [
  WhiteSpace,
  Identifier,
  NumberLiteral,
  StringLiteral,
  OpenCurly,
  CloseCurly,
  OpenAngle,
  CloseAngle,
  OpenSquare,
  CloseSquare,
  Colon,
  Comma,
  Semicolon,
  Minus,
  Comment,
  NonAscii,
  OtherSymbol,
  ControlCharacters,
  MissingClose,
];

const lexer = new Lexer(vocabulary, {
  positionTracking: 'onlyOffset',
  skipValidations: true,
});

export interface Tokens {
  readonly tokens: IToken[];
  readonly control: readonly IToken[];
}

/**
 * The tokens of a text as in protobuf's tokenizer (protobuf 3.21, io::Tokenizer), without white space and comments;
 * control characters are separate. Every text can be tokenized; an invalid literal is still one token.
 */
export function tokenize(text: string): Tokens {
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, control: groups.control ?? [] };
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** Whether a token marks the end of the text; such a token has no range. */
export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF;
}

export function rangeOf(token: IToken): Range {
  return { start: token.startOffset, end: endOf(token) };
}

/** Whether a line break is between two offsets that only white space and comments separate. */
export function breaksLine(text: string, from: number, to: number): boolean {
  for (let offset = from; offset < to; offset++) if (text.charCodeAt(offset) === 10) return true;
  return false;
}

const stringAt = new RegExp(StringLiteral.PATTERN as RegExp, 'y');
const commentAt = new RegExp(Comment.PATTERN as RegExp, 'y');
const spaceAt = /[ \t\r\n\v\f]*/y;

/** The offset after the string literal at `offset`. */
export function skipString(text: string, offset: number): number {
  return skip(stringAt, text, offset);
}

/** The offset after the comment at `offset`. */
export function skipComment(text: string, offset: number): number {
  return skip(commentAt, text, offset);
}

/** The offset of the first character at or after `offset` that is neither white space nor in a comment. */
export function skipBlank(text: string, offset: number): number {
  let end = skipSpace(text, offset);
  while (text[end] === '#') end = skipSpace(text, skipComment(text, end));
  return end;
}

/** The offset of the first character at or after `offset` that is not white space. */
export function skipSpace(text: string, offset: number): number {
  return skip(spaceAt, text, offset);
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** The start of a line's comment; −1 if there is none. A `#` in a string starts no comment. */
export function commentStart(line: string): number {
  const strings = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|#/gu;
  for (const { 0: found, index } of line.matchAll(strings)) if (found === '#') return index;
  return -1;
}
