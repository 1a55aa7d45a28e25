import type { Range } from '../../text/range.ts';
import type { ProtoText } from './protoText.ts';

/** The error message of protobufjs for a text; undefined if it accepts the text. */
export type FailureOf = (text: string) => string | undefined;

/**
 * Index of the token at which protobufjs stopped, -1 for the end of the file. protobufjs reports only the token's text
 * and line. Of several such tokens it is the first after which a truncated text has the same error.
 */
export function findToken(
  { text, tokens }: ProtoText,
  { found, failure }: { readonly found: string; readonly failure: string },
  failureOf: FailureOf,
): number {
  const line = lineOf(text, failure);
  const same = [...tokens.keys()].filter((index) => {
    const token = tokens[index];
    return token && token.start < line.end && contentOf(token.text) === found;
  });
  const onLine = same.filter((index) => (tokens[index]?.start ?? 0) >= line.start);
  const candidates = onLine.length > 0 ? onLine : same.slice(-1);
  let low = 0;
  let high = candidates.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = tokens[candidates[middle] ?? 0]?.end ?? 0;
    if (withoutLine(failureOf(text.slice(0, end)) ?? '') === withoutLine(failure)) high = middle;
    else low = middle + 1;
  }
  return candidates[low] ?? -1;
}

/** The line that an error reports; the first if it has none. */
export function lineOf(text: string, failure: string): Range {
  const line = Number(/ \(line (\d+)\)$/.exec(failure)?.[1] ?? 1);
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

function contentOf(token: string): string {
  return /^["']/.test(token) ? token.slice(1, -1) : token;
}

function withoutLine(failure: string): string {
  return failure.replace(/ \(line \d+\)$/, '');
}
