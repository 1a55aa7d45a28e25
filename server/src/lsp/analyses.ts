import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AnalysisSettings, createDocument, type Document } from '../document/document.ts';
import type { Surroundings } from '../document/surroundings.ts';

/** The analysed documents of an editor. */
export interface Analyses {
  of(text: TextDocument, settings: AnalysisSettings, surroundings: Surroundings): Document;
  forget(uri: string): void;
}

/** Analyses each text once a version and settings, from the previous analysis so that its blocks are reused. */
export function createAnalyses(): Analyses {
  const known = new Map<string, Document>();
  const analyse = (text: TextDocument, settings: AnalysisSettings, surroundings: Surroundings) => {
    const { uri, version } = text;
    const last = known.get(uri);
    const same =
      last?.version === version && last.settings === settings && last.surroundings === surroundings;
    if (same) return last;
    const document = createDocument({ uri, version, text: text.getText(), settings, surroundings }, last);
    known.set(uri, document);
    return document;
  };
  return { of: analyse, forget: (uri) => known.delete(uri) };
}
