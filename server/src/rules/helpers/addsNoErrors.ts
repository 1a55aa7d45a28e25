import type { Document } from '../../document/document.ts';
import { builtNets } from '../../document/layers.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';

/** Whether edits add no failures, in the states in which the net is built. */
export function addsNoErrors(document: Document, edits: readonly TextEdit[]): boolean {
  return failuresOf(document.withText(applyEdits(document.text, edits))) <= failuresOf(document);
}

function failuresOf(document: Document): number {
  return builtNets(document).reduce((sum, { failures }) => sum + failures.length, 0);
}
