import { type Token, tokensBefore } from './before.ts';

/** The field name or value at an offset, by the text before it only, as fields are usually half-typed. */
export interface CompletionContext {
  /** The field of a value; undefined for a field name. */
  readonly ofField: string | undefined;
  /** The typed part, without the opening quote. */
  readonly begun: string;
  /** Where `begun` starts. */
  readonly start: number;
  /** The opening quote. */
  readonly quote: string | undefined;
  /** Whether it is the first text on its line. */
  readonly startsLine: boolean;
}

/** The name or value at an offset; undefined in comments, after a finished value, and where neither is allowed. */
export function contextAt(text: string, offset: number): CompletionContext | undefined {
  const tokens = tokensBefore(text, offset);
  const last = next(tokens);
  if (last?.kind === 'comment' && last.end === offset) return undefined;
  const nearest = skipComments(last, tokens);
  const begun = nearest && isBegun(nearest, offset) ? nearest : undefined;
  const before = begun ? skipComments(next(tokens), tokens) : nearest;
  const start = begun?.start ?? offset;
  if (before?.kind === 'string' && before.end === start) return undefined;
  const startsLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  const ofField = before && nameOfValue(before, tokens);
  if (ofField === undefined && !(isName(begun) && mayName(before, startsLine, tokens))) return undefined;
  const quote = begun?.kind === 'open' ? begun.text.charAt(0) : undefined;
  const skipped = quote?.length ?? 0;
  return { ofField, begun: begun?.text.slice(skipped) ?? '', start: start + skipped, quote, startsLine };
}

function next(tokens: Iterator<Token>): Token | undefined {
  const { value, done } = tokens.next();
  return done ? undefined : value;
}

function skipComments(first: Token | undefined, tokens: Iterator<Token>): Token | undefined {
  let token = first;
  while (token?.kind === 'comment') token = next(tokens);
  return token;
}

function isBegun({ kind, end }: Token, offset: number): boolean {
  return end === offset && (kind === 'open' || kind === 'word');
}

function isMark({ kind, text }: Token, marks: string): boolean {
  return kind === 'mark' && marks.includes(text);
}

function isName(begun: Token | undefined): boolean {
  return !begun || (begun.kind === 'word' && /^[A-Za-z_]\w*$/u.test(begun.text));
}

/** The name before the colon of a value or of the list that contains it. */
function nameOfValue(before: Token, tokens: Iterator<Token>): string | undefined {
  const colon = isMark(before, '[,') ? beforeList(before, tokens) : before;
  if (!colon || !isMark(colon, ':')) return undefined;
  const name = skipComments(next(tokens), tokens);
  return name?.kind === 'word' ? name.text : undefined;
}

function beforeList(last: Token, tokens: Iterator<Token>): Token | undefined {
  let token: Token | undefined = last;
  while (token && (isMark(token, ',') || token.kind === 'string' || token.kind === 'word')) {
    token = skipComments(next(tokens), tokens);
  }
  return token && isMark(token, '[') ? skipComments(next(tokens), tokens) : undefined;
}

/** Whether a field can start after a token: not on the line of a name without a colon or brace. */
function mayName(before: Token | undefined, startsLine: boolean, tokens: Iterator<Token>): boolean {
  if (!before) return true;
  if (isMark(before, ':')) return false;
  if (startsLine || before.kind === 'string' || isMark(before, '{}<>;,]')) return true;
  const colon = before.kind === 'word' ? skipComments(next(tokens), tokens) : undefined;
  return colon !== undefined && isMark(colon, ':');
}
