import { createDocument, type Document, type DocumentInput } from '../document/document.ts';
import type { Steps } from '../memo/steps.ts';
import { prepareFindings } from '../rules/findings.ts';
import { parseInSteps } from '../syntax/parse.ts';

/**
 * A document of which everything is worked out that hints and diagnostics are made of, in small steps. All of it is kept
 * in the document, so that what is asked of it afterwards takes little time.
 */
export function* openInSteps(input: DocumentInput, previous?: Document): Steps<Document> {
  const tree = yield* parseInSteps(input.text, previous?.tree);
  const document = createDocument({ ...input, tree }, previous);
  const { dialect } = yield* document.choosing();
  if (document.root === 'NetParameter')
    for (const state of document.states().states) yield* document.building(state, dialect);
  yield* prepareFindings(document);
  return document;
}
