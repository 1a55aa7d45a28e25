import { parse as parseByParsimmon } from 'prototxt-parser';
import { TextFormatParser } from '../server/src/syntax/grammar.ts';
import { parse } from '../server/src/syntax/parse.ts';
import { tokenize } from '../server/src/syntax/tokens.ts';

/** Parsers of a whole text, which keep nothing of another one. */
export const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  parse: (text) => parse(text),
  'parse whole by chevrotain': parseWhole,
  'parse by prototxt-parser': (text) => parseByParsimmon(text),
};

let parser: TextFormatParser | undefined;

/** The grammar run over all tokens of a text at once, as a parser does that knows no blocks. */
function parseWhole(text: string): unknown {
  parser ??= new TextFormatParser();
  parser.begin(text, tokenize(text).tokens);
  return parser.file();
}
