import type { Document } from '../../document/document.ts';
import { builtNets } from '../../document/layers.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';

/** Whether edits add no failures, in the states in which the net is built. */
export function stillFits(document: Document, edits: readonly TextEdit[]): boolean {
  return faultsOf(document.withText(applyEdits(document.text, edits))) <= faultsOf(document);
}

function faultsOf(document: Document): number {
  return builtNets(document).reduce((sum, { faults }) => sum + faults.length, 0);
}
