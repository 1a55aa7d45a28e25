import { createDocument, type Document } from '../document/document.ts';
import { builtNets } from '../document/layers.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';

/** Whether Caffe refuses no more of a net after some edits than before, in either phase. */
export function stillFits(document: Document, edits: readonly TextEdit[]): boolean {
  return faultsOf(editedDocument(document, edits)) <= faultsOf(document);
}

/** The file after some edits, read with all that is known of the file before. */
export function editedDocument(document: Document, edits: readonly TextEdit[]): Document {
  const { uri, version, settings, surroundings } = document;
  const text = applyEdits(document.text, edits);
  return createDocument({ uri, version, text, settings, surroundings }, document);
}

function faultsOf(document: Document): number {
  return builtNets(document).reduce((sum, { faults }) => sum + faults.length, 0);
}
