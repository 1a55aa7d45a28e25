import { Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { InputBlob } from '../../server/src/lsp/protocol.ts';
import { applyEdits, request } from './messages.ts';
import { shownNet } from './summaryUri.ts';

/** Prompts for the shape of an input blob and inserts it as a comment in the file. */
export async function setInputShape(
  client: BaseLanguageClient,
  given?: string,
  blob?: string,
): Promise<void> {
  const net = given ? Uri.parse(given) : shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const textDocument = { uri: net.toString() };
  const inputs = (await request(client, 'caffePrototxt/inputs', { textDocument })) ?? [];
  const name = blob ?? (await pickBlob(inputs));
  if (name === undefined) return;
  const known = inputs.find((input) => input.name === name)?.shape ?? '';
  const answer = await askShape(name, known);
  if (answer === undefined) return;
  const edits = await request(client, 'caffePrototxt/stateShape', {
    textDocument,
    blob: name,
    dims: readShape(answer),
  });
  await applyEdits(net, edits);
}

async function pickBlob(inputs: readonly InputBlob[]): Promise<string | undefined> {
  if (inputs.length === 0) {
    void window.showInformationMessage('This net has no input blobs.');
    return undefined;
  }
  const items = inputs.map(({ name, shape }) => ({ label: name, description: shape }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Select a blob' });
  return picked?.label;
}

/** Prompts for a shape; undefined if the prompt is cancelled. */
export function askShape(
  blob: string,
  known: string,
  effect = 'Inserted as a comment.',
): Thenable<string | undefined> {
  const value = known.replaceAll('×', 'x');
  return window.showInputBox({
    title: `Shape of ${blob}`,
    prompt: `The size of each axis, such as batch, channels, height and width: 32x3x224x224. ${effect}`,
    value: value === '?' ? '' : value,
    placeHolder: '1x3x224x224',
    validateInput: (text) =>
      readShape(text).length > 0 ? undefined : 'Enter integers separated by x, such as 1x3x224x224.',
  });
}

/** The axes of `1x3x224x224`; empty if the text is not a shape. */
export function readShape(text: string): number[] {
  if (!/^\s*\d+(\s*[x×,]\s*\d+)*\s*$/u.test(text)) return [];
  return text.split(/[x×,]/u).map(Number);
}
