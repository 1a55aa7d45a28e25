import type { Document } from '../../document/document.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../types.ts';

/** The first problem or error that edits cause: one of a layer that does not have a problem with its code yet. */
export function newProblem(
  document: Document,
  edits: readonly TextEdit[],
  kind: 'problem' | 'error' = 'problem',
): Diagnostic | undefined {
  const known = new Map<string, number>();
  for (const found of diagnostics(document)) known.set(keyOf(found), (known.get(keyOf(found)) ?? 0) + 1);
  return diagnostics(document.withText(applyEdits(document.text, edits))).find((found) => {
    if (kind === 'error' && found.severity !== 'error') return false;
    const left = known.get(keyOf(found)) ?? 0;
    known.set(keyOf(found), left - 1);
    return left <= 0;
  });
}

function keyOf({ code, layer }: Diagnostic): string {
  return JSON.stringify([code, layer]);
}
