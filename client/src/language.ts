import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { looksLikeCaffe } from './looksLikeCaffe.ts';

/**
 * Text-format files under neutral names become ours when they hold a net or a solver. Only files that the
 * editor knows as plain text are touched, so no other extension's choice is overruled.
 */
export function recogniseNets(): Disposable {
  const recognise = (document: TextDocument) => {
    if (document.languageId !== 'plaintext') return;
    if (!/\.(pbtxt|textproto|textpb)(\.txt)?$/i.test(document.fileName)) return;
    if (looksLikeCaffe(document.getText())) void languages.setTextDocumentLanguage(document, 'prototxt');
  };
  workspace.textDocuments.forEach(recognise);
  return workspace.onDidOpenTextDocument(recognise);
}
