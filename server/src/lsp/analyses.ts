import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AnalysisSettings, createDocument, type Document } from '../document/document.ts';

/** The analysed documents of an editor. */
export interface Analyses {
  of(text: TextDocument, settings: AnalysisSettings): Document;
  forget(uri: string): void;
}

/** Analyses each text once a version and settings, from the previous analysis so that its blocks are reused. */
export function createAnalyses(): Analyses {
  const known = new Map<string, { readonly settings: AnalysisSettings; readonly document: Document }>();
  const analyse = (text: TextDocument, settings: AnalysisSettings) => {
    const { uri, version } = text;
    const last = known.get(uri);
    if (last?.document.version === version && last.settings === settings) return last.document;
    const document = createDocument({ uri, version, text: text.getText(), settings }, last?.document);
    known.set(uri, { settings, document });
    return document;
  };
  return { of: analyse, forget: (uri) => known.delete(uri) };
}
