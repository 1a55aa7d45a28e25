import { createDocument, type Document, type DocumentInput } from '../document/document.ts';
import { inlineNets } from '../document/inlineNets.ts';
import type { Steps } from '../memo/steps.ts';
import { prepareFindings } from '../rules/findings.ts';
import { parseInSteps } from '../syntax/parse.ts';

/**
 * Creates a document and computes in small steps everything that hints and diagnostics need. The results are cached in
 * the document, so later requests are fast.
 */
export function* openInSteps(input: DocumentInput, previous?: Document): Steps<Document> {
  const tree = yield* parseInSteps(input.text, previous?.tree);
  const document = createDocument({ ...input, tree }, previous);
  yield* build(document);
  for (const net of inlineNets(document)) yield* build(net.document);
  yield* prepareFindings(document);
  return document;
}

/** Chooses the dialect of a file, and builds its nets. */
function* build(document: Document): Steps<void> {
  const { dialect } = yield* document.choosing();
  if (document.root === 'NetParameter')
    for (const state of document.states().states) yield* document.building(state, dialect);
}
