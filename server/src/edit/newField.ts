import type { Style } from './style.ts';

/** A field to insert: `name: value`, or `name { … }` if the value is a list of fields. */
export interface NewField {
  readonly name: string;
  readonly value: string | readonly NewField[];
}

/** A field to insert; a text value is inserted as it is (`quoted` converts it to a string). */
export function newField(name: string, value: string | number | boolean | readonly NewField[]): NewField {
  return { name, value: Array.isArray(value) ? (value as readonly NewField[]) : String(value) };
}

/** A string literal of the text format. */
export function quoted(text: string): string {
  return `"${escaped(text, '"')}"`;
}

/** The text between the quotes of a string literal. */
export function escaped(text: string, quote: string): string {
  return text.replace(/["'\\\udc80-\udcff]|\p{Cc}/gu, (character) =>
    (character === '"' || character === "'") && character !== quote ? character : escapeOf(character),
  );
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeOf(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  // A C1 control character is two bytes in UTF-8; a surrogate is a byte that is not UTF-8.
  if (code >= 0x80 && code <= 0x9f) return `\\302\\${code.toString(8)}`;
  return `\\${(code & 0xff).toString(8).padStart(3, '0')}`;
}

/** The field on one line. */
export function printInline({ name, value }: NewField): string {
  if (typeof value === 'string') return `${name}: ${value}`;
  return value.length === 0 ? `${name} {}` : `${name} { ${value.map(printInline).join(' ')} }`;
}

/** The field with one line for each value. The first line is not indented; `indent` is the indentation of that line. */
export function printField({ name, value }: NewField, style: Style, indent: string): string {
  if (typeof value === 'string') return `${name}: ${value}`;
  if (value.length === 0) return `${name} {}`;
  const inner = indent + style.unit;
  const lines = value.map((field) => inner + printField(field, style, inner));
  return [`${name} {`, ...lines, `${indent}}`].join(style.eol);
}
