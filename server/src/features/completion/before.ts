/** A token of the text format, in offsets of the file. */
export interface Token {
  /** `open` is a string without a closing quote, up to the end of the line or the given offset. */
  readonly kind: 'word' | 'string' | 'open' | 'comment' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pieces = [
  /(?<comment>#.*)/u,
  /(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/u,
  /(?<open>["'].*)/u,
  /(?<word>[\w.+-]+)/u,
  /(?<mark>\S)/u,
];
const pattern = new RegExp(pieces.map(({ source }) => source).join('|'), 'gu');

/**
 * The tokens before an offset, the nearest first. Strings and comments end with their line, so lines are tokenized one
 * by one, on demand.
 */
export function* tokensBefore(text: string, offset: number): Generator<Token> {
  for (let end = offset; end >= 0; ) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    yield* tokensOf(text.slice(start, end), start).reverse();
    end = start - 1;
  }
}

function tokensOf(line: string, offset: number): Token[] {
  return [...line.matchAll(pattern)].map(({ 0: text, index, groups = {} }) => ({
    kind: kindOf(groups),
    text,
    start: offset + index,
    end: offset + index + text.length,
  }));
}

const kinds = ['comment', 'string', 'open', 'word'] as const;

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token['kind'] {
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'mark';
}
