import type { Document } from '../../../server/src/document/document.ts';
import type { TextEdit } from '../../../server/src/text/edit.ts';
import type { Range } from '../../../server/src/text/range.ts';
import type { Random } from '../random.ts';
import type { Tool } from '../tool.ts';

/** What an oracle examines: the functions under test, a document, and random choices such as offsets. */
export interface Subject {
  readonly tool: Tool;
  readonly document: Document;
  readonly random: Random;
}

/** A property that holds for every text. An exception of the tool is a violation of any oracle. */
export interface Oracle {
  /** A sentence: what holds. */
  readonly name: string;
  /** What is wrong, or undefined. */
  violation(subject: Subject): string | undefined;
}

/** The first violation of a list of cases. */
export function first<T>(
  cases: readonly T[],
  violation: (each: T) => string | undefined,
): string | undefined {
  for (const each of cases) {
    const found = violation(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Says so if a range is not in a text of the given length. */
export function outside(range: Range, length: number, what: string): string | undefined {
  const { start, end } = range;
  const isValid =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
  return isValid ? undefined : `the range ${start}–${end} of ${what} is not in the text of length ${length}`;
}

/** Says so if edits are not in the text, or overlap. Insertions may touch. */
export function badEdits(edits: readonly TextEdit[], length: number, what: string): string | undefined {
  const ranges = edits
    .map(({ range }) => range)
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const clash = ranges.findIndex((range, index) => range.start < (ranges[index - 1]?.end ?? 0));
  return (
    first(ranges, (range) => outside(range, length, what)) ??
    (clash > 0 ? `edits of ${what} overlap at ${ranges[clash]?.start}` : undefined)
  );
}

/** Says so if a text is more than one line, or has characters that are obeyed instead of shown. Tabs are allowed. */
export function notOneLine(text: string, what: string): string | undefined {
  return /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)
    ? `${what} is ${JSON.stringify(text)}`
    : undefined;
}

/** The number of diagnostics of a severity. */
export function errorsOf({ tool }: Subject, document: Document): number {
  return tool.diagnostics(document).filter(({ severity }) => severity === 'error').length;
}
