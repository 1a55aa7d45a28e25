import type { Style } from './style.ts';

/** A field to be written: `name: value`, or `name { … }` where the value is a list of fields. */
export interface Draft {
  readonly name: string;
  readonly value: string | readonly Draft[];
}

/** A field to be written; a text stands as it is (`quoted` makes a string of it). */
export function draft(name: string, value: string | number | boolean | readonly Draft[]): Draft {
  return { name, value: Array.isArray(value) ? (value as readonly Draft[]) : String(value) };
}

/** A string as the text format wants it. */
export function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}

/** The field in one line. */
export function inlineDraft({ name, value }: Draft): string {
  if (typeof value === 'string') return `${name}: ${value}`;
  return value.length === 0 ? `${name} {}` : `${name} { ${value.map(inlineDraft).join(' ')} }`;
}

/** The field with a line for each value. Its first line is not indented; `indent` is that of the line it begins on. */
export function printDraft({ name, value }: Draft, style: Style, indent: string): string {
  if (typeof value === 'string') return `${name}: ${value}`;
  if (value.length === 0) return `${name} {}`;
  const inner = indent + style.unit;
  const lines = value.map((field) => inner + printDraft(field, style, inner));
  return [`${name} {`, ...lines, `${indent}}`].join(style.eol);
}
