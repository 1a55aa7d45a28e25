import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { looksLikeCaffe } from './looksLikeCaffe.ts';

/**
 * Sets the language of text-format files with generic extensions if they contain a net or a solver. Only plain-text
 * documents are changed, so no other extension's choice is overridden.
 */
export function recognizeNets(): Disposable {
  const recognize = (document: TextDocument) => {
    if (document.languageId !== 'plaintext') return;
    if (!/\.(pbtxt|textproto|textpb)(\.txt)?$/i.test(document.fileName)) return;
    if (looksLikeCaffe(document.getText())) void languages.setTextDocumentLanguage(document, 'prototxt');
  };
  workspace.textDocuments.forEach(recognize);
  return workspace.onDidOpenTextDocument(recognize);
}
