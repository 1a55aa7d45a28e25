import type { Range } from '../../text/range.ts';
import type { ProtoSource } from './source.ts';

/** What protobufjs says against a text, undefined for a text that it takes. */
export type FailureOf = (text: string) => string | undefined;

/**
 * Index of the token at which protobufjs stopped, -1 if that is the end of the file. It names the text and the line
 * on which it then was. Of several such tokens it is the first that ends a text refused in the same words.
 */
export function findToken(
  { text, tokens }: ProtoSource,
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

/** The line that a failure names, the first one without. */
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
