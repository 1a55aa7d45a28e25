import { parse as parseByParsimmon } from 'prototxt-parser';
import { TextFormatParser } from '../server/src/syntax/grammar.ts';
import { parse } from '../server/src/syntax/parse.ts';
import { tokenize } from '../server/src/syntax/tokens.ts';

/** Non-incremental parsers of a whole text. */
export const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  parse: (text) => parse(text),
  'parse whole by chevrotain': parseWhole,
  'parse by prototxt-parser': (text) => parseByParsimmon(text),
};

let parser: TextFormatParser | undefined;

/** Parses all tokens of a text at once, without splitting it into blocks. */
function parseWhole(text: string): unknown {
  parser ??= new TextFormatParser();
  parser.begin(text, tokenize(text).tokens);
  return parser.file();
}
