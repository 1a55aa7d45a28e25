import { ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExtractParams } from '../../server/src/lsp/protocol.ts';
import { askShape, readShape } from './inputShape.ts';
import { request } from './messages.ts';
import { plainMessage } from './plainMessage.ts';

/** Opens the selected layers as a net beside the editor; prompts for the shapes of inputs that are not known. */
export async function extractLayers(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const params: ExtractParams = {
    textDocument: { uri: editor.document.uri.toString() },
    range: client.code2ProtocolConverter.asRange(editor.selection),
  };
  const shapes = await askUnknown(client, params);
  const answer = shapes && (await request(client, 'caffePrototxt/extract', { ...params, shapes }));
  if (!answer) return;
  if (answer.text === undefined) {
    void window.showWarningMessage(plainMessage(answer.problem ?? 'The layers cannot be extracted.'));
    return;
  }
  const document = await workspace.openTextDocument({ language: 'prototxt', content: answer.text });
  await window.showTextDocument(document, ViewColumn.Beside);
}

/** The shapes that the user states; undefined if a prompt is cancelled. */
async function askUnknown(
  client: BaseLanguageClient,
  params: ExtractParams,
): Promise<Record<string, number[]> | undefined> {
  const found = await request(client, 'caffePrototxt/extract', params);
  const shapes: Record<string, number[]> = {};
  for (const { name, shape } of found?.unknown ?? []) {
    const answer = await askShape(name, shape, 'Written into the new net.');
    if (answer === undefined) return undefined;
    shapes[name] = readShape(answer);
  }
  return shapes;
}
