import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Repeats a request until its result matches a condition, or the test times out. */
export async function until<T>(ask: () => T | Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const asked = await answered(ask);
    if (asked && wanted(asked.answer)) return asked.answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The result of a request; undefined if the editor cancels it, as it does while a document changes. */
async function answered<T>(ask: () => T | Thenable<T>): Promise<{ readonly answer: T } | undefined> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined;
    throw error;
  }
}

/** Opens a file of the workspace. */
export function open(name: string): Thenable<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** All inlay hints of a document. */
export async function hintTexts(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, whole);
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map((part) => part.value).join(''),
  );
}

/** The position of the first occurrence of a text in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text));
}

/** The text of all hovers at a position. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
