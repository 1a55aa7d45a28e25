import type { Range } from '../../text/range.ts';

/** How a file is laid out. */
export interface FormatOptions {
  /** One level of indentation. */
  readonly indent: string;
  /** The longest line that may contain a whole message with fields; 0 for any length. */
  readonly oneLineLimit: number;
  /** The quotes of strings that contain neither quotes nor escapes. */
  readonly quotes: 'keep' | 'double' | 'single';
  /** Whether commas and semicolons after fields stay. */
  readonly separators: 'keep' | 'remove';
  /** How repeated scalar fields of a whole file are written: as lists, or as a field for each value. */
  readonly repeated: 'keep' | 'list' | 'fields';
}

/** The options of files without settings; the indentation is that of the file. */
export const defaultFormat: Omit<FormatOptions, 'indent'> = {
  oneLineLimit: 0,
  quotes: 'keep',
  separators: 'keep',
  repeated: 'keep',
};

/** What `# txtpbfmt:` comments above the first field request. */
export interface FormatDirectives {
  /** `disable`: the file is not changed. */
  readonly isDisabled: boolean;
  /** `expand_all_children`: messages with fields are on several lines. */
  readonly expandsAll: boolean;
  /** `skip_all_colons`: no colon is before a message. */
  readonly skipsColons: boolean;
}

/** Reads the `# txtpbfmt:` comments before the first field of a file. */
export function formatDirectives(text: string): FormatDirectives {
  const head = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[ \t]*#[^\n]*)?/u.exec(text)?.[0] ?? '';
  const named = [...head.matchAll(/#[ \t]*txtpbfmt:([^\n]*)/gu)].flatMap(([, list = '']) =>
    list.split(/[\s,]+/u),
  );
  return {
    isDisabled: named.includes('disable'),
    expandsAll: named.includes('expand_all_children'),
    skipsColons: named.includes('skip_all_colons'),
  };
}

/** The parts of a text between `# txtpbfmt: off` and `# txtpbfmt: on`, which are not changed. */
export function unformatted(text: string): Range[] {
  const found: Range[] = [];
  let start: number | undefined;
  for (const { 0: comment, 1: mark, index } of text.matchAll(/#[ \t]*txtpbfmt:[ \t]*(off|on)\b[^\n]*/gu)) {
    if (mark === 'off') start ??= index;
    else if (start !== undefined) {
      found.push({ start, end: index + comment.length });
      start = undefined;
    }
  }
  return start === undefined ? found : [...found, { start, end: text.length }];
}
