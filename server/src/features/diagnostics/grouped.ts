import type { Document } from '../../document/document.ts';
import { groupPairs } from '../../memo/lists.ts';
import type { Diagnostic } from '../types.ts';

/** A diagnostic that represents others with the same cause, which are not shown individually. */
export interface GroupedDiagnostic extends Diagnostic {
  /** The represented diagnostics, in the order of the file. */
  readonly others: readonly Diagnostic[];
}

/** Up to this number, findings of one rule and errors with one message are shown individually. */
const mostAlike = 3;

/** Errors about an unknown name, which are reported once per name. */
const unknownNames: ReadonlySet<string> = new Set(['text/unknown-field', 'net/unknown-layer-type']);

/**
 * Groups diagnostics for users. The same unknown field or type, more than three findings of one rule, and more than
 * three errors with one message become one diagnostic: the one at which Caffe stops, otherwise the first. Hints are not
 * grouped.
 */
export function grouped(document: Document, found: readonly Diagnostic[]): readonly GroupedDiagnostic[] {
  const groups = groupPairs(
    found.map((diagnostic, index) => [causeOf(document, diagnostic) ?? `alone ${index}`, diagnostic]),
  );
  return [...groups.values()].flatMap(together);
}

/** A key for diagnostics with the same cause; undefined for one that is never grouped. */
function causeOf({ text }: Document, { severity, code, message, range }: Diagnostic): string | undefined {
  if (severity === 'hint') return undefined;
  if (unknownNames.has(code)) return `${code} ${text.slice(range.start, range.end)}`;
  return severity === 'error' ? `${code} ${message}` : code;
}

function together(group: readonly Diagnostic[]): GroupedDiagnostic[] {
  const inOrder = group.toSorted((one, other) => one.range.start - other.range.start);
  const lead = inOrder.find(({ first }) => first) ?? inOrder[0];
  if (!lead || (group.length <= mostAlike && !unknownNames.has(lead.code)))
    return group.map((diagnostic) => ({ ...diagnostic, others: [] }));
  return [{ ...lead, others: inOrder.filter((diagnostic) => diagnostic !== lead) }];
}
