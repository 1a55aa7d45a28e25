import { languages, type Position, type Uri, ViewColumn, window, workspace } from 'vscode';

/** Opens a read-only document beside the active editor, which keeps the focus. */
export async function showBeside(uri: Uri, language: string): Promise<void> {
  const opened = await workspace.openTextDocument(uri);
  const document = await languages.setTextDocumentLanguage(opened, language);
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
  });
}

/** The target of a link to a position of a file. */
export function linkTo(file: Uri, { line, character }: Pick<Position, 'line' | 'character'>): Uri {
  return file.with({ fragment: `L${line + 1},${character + 1}` });
}
