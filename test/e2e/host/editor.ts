import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Asks again and again until the answer is as wanted; the test's time-out bounds it. */
export async function until<T>(ask: () => T | Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const asked = await answered(ask);
    if (asked && wanted(asked.answer)) return asked.answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The answer; undefined where the editor gave the question up, as it does while its model of a document changes. */
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

/** All hints of a document. */
export async function hintTexts(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, whole);
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map((part) => part.value).join(''),
  );
}

/** Where a text first stands in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text));
}

/** All that hovers say at a place. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
