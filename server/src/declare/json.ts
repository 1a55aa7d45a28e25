import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearest } from '../schema/nearest.ts';
import type { Range } from '../text/range.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';

/** A value of a JSON text, with its range. */
export type JsonNode = Node;

/** A property of an object: its name and value. */
export interface JsonEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: JsonNode;
}

/** Nesting limit; the parser is recursive. */
const maxDepth = 100;
const maxSyntaxErrors = 20;

/** The value of a JSON text with comments and trailing commas, as far as it can be parsed. */
export function parseJson(text: string, diagnostics: DeclarationDiagnostics): JsonNode | undefined {
  const tooDeep = findTooDeep(text);
  if (tooDeep) {
    diagnostics.error(tooDeep, `Nesting is deeper than ${maxDepth} levels.`);
    return undefined;
  }
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  const root = parseTree(withoutMark(text), errors, options);
  for (const { error, offset, length } of firstOfLines(errors, text).slice(0, maxSyntaxErrors)) {
    const range = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
    diagnostics.error(range, syntaxMessages.get(printParseErrorCode(error)) ?? 'Invalid JSON.');
  }
  return root;
}

/** The text with a leading byte order mark replaced by a space. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, ' ');
}

/** The first error of each line; later ones on the same line are usually cascading. */
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
  ['InvalidSymbol', 'Property names and strings must be double-quoted.'],
  ['InvalidNumberFormat', 'Invalid number.'],
  ['PropertyNameExpected', 'Expected a property name in double quotes.'],
  ['ValueExpected', 'Expected a value.'],
  ['ColonExpected', 'Missing `:`.'],
  ['CommaExpected', 'Missing `,` before this.'],
  ['CloseBraceExpected', 'Missing `}`.'],
  ['CloseBracketExpected', 'Missing `]`.'],
  ['EndOfFileExpected', 'Expected the end of the file.'],
  ['UnexpectedEndOfComment', 'Unclosed comment.'],
  ['UnexpectedEndOfString', 'Unclosed string.'],
  ['UnexpectedEndOfNumber', 'Incomplete number.'],
  ['InvalidUnicode', '`\\u` must be followed by four hexadecimal digits.'],
  ['InvalidEscapeCharacter', 'Invalid escape sequence; a backslash is `\\\\`.'],
  ['InvalidCharacter', 'Invalid character in a string.'],
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

/** The properties of an object, each name once. Unknown names are reported. */
export function readRecord(
  node: JsonNode,
  what: string,
  known: readonly string[],
  diagnostics: DeclarationDiagnostics,
): ReadonlyMap<string, JsonEntry> {
  const entries = readEntries(node, what, diagnostics);
  for (const { key, keyRange } of entries) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    const choice = meant ? `did you mean \`${meant}\`?` : `valid properties: ${listed(known)}.`;
    diagnostics.warn(keyRange, `${what} has no property \`${key}\`; ${choice}`);
  }
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The properties of an object; of duplicates the last one. Incomplete ones are omitted. */
export function readEntries(
  node: JsonNode,
  what: string,
  diagnostics: DeclarationDiagnostics,
): readonly JsonEntry[] {
  if (node.type !== 'object') {
    diagnostics.error(rangeOf(node), `${what} must be an object: \`{ … }\`.`);
    return [];
  }
  const entries = new Map<string, JsonEntry>();
  for (const { children = [] } of node.children ?? []) {
    const [name, value] = children;
    if (!name || !value) continue;
    const entry = { key: String(name.value), keyRange: rangeOf(name), value };
    const before = entries.get(entry.key);
    if (before) diagnostics.warn(before.keyRange, `Duplicate \`${entry.key}\`; only the last one is used.`);
    entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

/** The value of a string; any other value is an error that names its purpose. */
export function readString(
  node: JsonNode,
  what: string,
  diagnostics: DeclarationDiagnostics,
): string | undefined {
  if (node.type === 'string') return String(node.value);
  diagnostics.error(rangeOf(node), `${what} must be a string in double quotes.`);
  return undefined;
}

/** The range in the file of a part of a string, by offsets in its value. */
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
