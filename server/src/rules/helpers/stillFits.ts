import type { Document } from '../../document/document.ts';
import { builtNets } from '../../document/layers.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';

/** Whether Caffe refuses no more of a net after some edits than before, in the states in which it is built. */
export function stillFits(document: Document, edits: readonly TextEdit[]): boolean {
  return faultsOf(document.withText(applyEdits(document.text, edits))) <= faultsOf(document);
}

function faultsOf(document: Document): number {
  return builtNets(document).reduce((sum, { faults }) => sum + faults.length, 0);
}
