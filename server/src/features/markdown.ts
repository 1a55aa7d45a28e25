import { shortened, visible } from '../text/visible.ts';

/**
 * Markdown without anything that a file could have put into it: no links, images, HTML or structure except those of this
 * project. Only the functions of this file create it. Names, messages and comments of files can contain anything.
 */
export type Markdown = SafeMarkdown;

class SafeMarkdown {
  // A private field, so that no other object with a text has this type.
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

/** Markdown from a template. Text in it is escaped: md`**${name}**`. */
export function md(
  parts: TemplateStringsArray,
  ...values: readonly (Markdown | string | number)[]
): Markdown {
  const text = parts.map((part, index) => part + markdownOf(values[index] ?? ''));
  return new SafeMarkdown(text.join(''));
}

/** A name in a code span, shortened if it is long. */
export function code(name: string): Markdown {
  const text = visible(shortened(name, longestName));
  if (text === '') return new SafeMarkdown('(no name)');
  // Tables split code spans at their pipes.
  if (text.includes('|')) return new SafeMarkdown(escapeInline(text));
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/u.test(text) ? ' ' : '';
  return new SafeMarkdown(fence + pad + text + pad + fence);
}

/** A message, in which backticks enclose names. */
export function message(text: string): Markdown {
  const [first = '', ...others] = shortened(text, longestText).split(/`([^`]+)`/u);
  const rest = others.map((part, index) => (index % 2 === 0 ? code(part).text : escapeInline(visible(part))));
  return new SafeMarkdown(escapeLine(visible(first)) + rest.join(''));
}

/** Text after other text of its line. */
export function inline(text: string): Markdown {
  return new SafeMarkdown(escapeInline(visible(shortened(text, longestName))));
}

/** The documentation of a layer or field, which declarations and comments of schemas also contain; one paragraph. */
export function documentation(text: string): Markdown {
  return message(text.trim().replaceAll(/\s+/gu, ' '));
}

/** For what has no documentation. */
export function noDocumentation(): Markdown {
  return documentation('');
}

/** The parts that are not empty, with Markdown between them. */
export function joined(parts: readonly Markdown[], between: string): Markdown {
  const texts = parts.map(({ text }) => text).filter((text) => text !== '');
  return new SafeMarkdown(texts.join(between));
}

/** Paragraphs, without the empty ones. */
export function paragraphs(...parts: readonly Markdown[]): Markdown {
  return joined(parts, '\n\n');
}

/** The limit of a name, in UTF-16 code units. */
export const longestName = 100;
/** The limit of any other text. */
const longestText = 4000;

function markdownOf(value: Markdown | string | number): string {
  if (value instanceof SafeMarkdown) return value.text;
  return typeof value === 'number' ? String(value) : escapeLine(visible(shortened(value, longestName)));
}

/** Escapes text that may start a line, where it could be a list, a heading or, after spaces, code. */
function escapeLine(text: string): string {
  return escapeInline(text)
    .replace(/^[-+=#>]|(?<=^\d+)[.)](?=\s|$)/u, '\\$&')
    .replace(/^[ \t]+/u, (spaces) => '\u00a0'.repeat(spaces.length));
}

/** Characters with a meaning anywhere. An underscore within a word has none, and stays readable. */
const special = /[\\`*[\]<|~$&@]|:(?=\/\/)|(?<=www)\.|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;

/** Escapes text on one line. Without `[` and `<`, there is no link, image or HTML; an address is not recognized. */
function escapeInline(text: string): string {
  return text.replace(special, '\\$&');
}
