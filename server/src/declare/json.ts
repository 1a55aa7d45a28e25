import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearest } from '../schema/nearest.ts';
import type { Range } from '../text/range.ts';
import type { Problems } from './problems.ts';

/** A value of a JSON text, with its place. */
export type JsonNode = Node;

/** One name of an object and what stands behind it. */
export interface JsonEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: JsonNode;
}

/** No file is nested so deep; the parser is recursive. */
const maxDepth = 100;
const maxSyntaxErrors = 20;

/** The value of a JSON text with comments and commas behind last items, as far as it can be read. */
export function parseJson(text: string, problems: Problems): JsonNode | undefined {
  const tooDeep = findTooDeep(text);
  if (tooDeep) {
    problems.error(tooDeep, `More than ${maxDepth} brackets stand in one another here.`);
    return undefined;
  }
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  const root = parseTree(withoutMark(text), errors, options);
  for (const { error, offset, length } of firstOfLines(errors, text).slice(0, maxSyntaxErrors)) {
    const range = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
    problems.error(range, syntaxMessages.get(printParseErrorCode(error)) ?? 'This is not JSON.');
  }
  return root;
}

/** The text with a blank in the place of the mark with which some editors begin files. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, ' ');
}

/** The first error of each line; what follows it there mostly follows from it. */
function firstOfLines(errors: readonly ParseError[], text: string): readonly ParseError[] {
  let lineEnd = -1;
  return errors.filter(({ offset }) => {
    if (offset <= lineEnd) return false;
    const end = text.indexOf('\n', offset);
    lineEnd = end < 0 ? text.length : end;
    return true;
  });
}

const syntaxMessages: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'Names and texts stand in double quotes.'],
  ['InvalidNumberFormat', 'This is not a number of JSON.'],
  ['PropertyNameExpected', 'A name in double quotes is missing here.'],
  ['ValueExpected', 'A value is missing here.'],
  ['ColonExpected', 'A `:` is missing here.'],
  ['CommaExpected', 'A `,` is missing before this.'],
  ['CloseBraceExpected', 'A `}` is missing here.'],
  ['CloseBracketExpected', 'A `]` is missing here.'],
  ['EndOfFileExpected', 'The file has to end before this.'],
  ['UnexpectedEndOfComment', 'The comment is not closed.'],
  ['UnexpectedEndOfString', 'The string is not closed.'],
  ['UnexpectedEndOfNumber', 'The number is not complete.'],
  ['InvalidUnicode', '`\\u` needs four hexadecimal digits.'],
  ['InvalidEscapeCharacter', 'This is no escape of JSON; a backslash is written `\\\\`.'],
  ['InvalidCharacter', 'This character cannot stand in a string.'],
]);

function findTooDeep(text: string): Range | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let start = 0;
  while (start < text.length) {
    scanner.scan();
    start = scanner.getTokenOffset();
    const bracket = text.charAt(start);
    if (bracket === '{' || bracket === '[') depth++;
    if (bracket === '}' || bracket === ']') depth--;
    if (depth > maxDepth) return { start, end: start + 1 };
  }
  return undefined;
}

export function rangeOf({ offset, length }: JsonNode): Range {
  return { start: offset, end: offset + length };
}

/** What an object holds, each name once. Names that are not known are said to be so. */
export function readRecord(
  node: JsonNode,
  what: string,
  known: readonly string[],
  problems: Problems,
): ReadonlyMap<string, JsonEntry> {
  const entries = readEntries(node, what, problems);
  for (const { key, keyRange } of entries) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    const choice = meant ? `did you mean \`${meant}\`?` : `it has ${listed(known)}.`;
    problems.warn(keyRange, `${what} has no \`${key}\`; ${choice}`);
  }
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The entries of an object; of a name that is given again the last one. Half-typed ones are left out. */
export function readEntries(node: JsonNode, what: string, problems: Problems): readonly JsonEntry[] {
  if (node.type !== 'object') {
    problems.error(rangeOf(node), `${what} is an object: write \`{ … }\`.`);
    return [];
  }
  const entries = new Map<string, JsonEntry>();
  for (const { children = [] } of node.children ?? []) {
    const [name, value] = children;
    if (!name || !value) continue;
    const entry = { key: String(name.value), keyRange: rangeOf(name), value };
    const before = entries.get(entry.key);
    if (before) problems.warn(before.keyRange, `\`${entry.key}\` is given again below, and that counts.`);
    entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

/** The text of a string; anything else is an error that says what the string is for. */
export function readString(node: JsonNode, what: string, problems: Problems): string | undefined {
  if (node.type === 'string') return String(node.value);
  problems.error(rangeOf(node), `${what} is a string in double quotes.`);
  return undefined;
}

/** The place in the file of a part of a string, by offsets in its value. */
export function rangeInString(text: string, node: JsonNode, { start, end }: Range): Range {
  const literal = text.slice(node.offset, node.offset + node.length);
  return { start: node.offset + rawOffset(literal, start), end: node.offset + rawOffset(literal, end) };
}

function rawOffset(literal: string, index: number): number {
  let raw = 1;
  for (let count = 0; count < index; count++) {
    if (literal[raw] !== '\\') raw++;
    else raw += literal[raw + 1] === 'u' ? 6 : 2;
  }
  return raw;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
