import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DeployAnswer, DeployParams } from '../../server/src/lsp/protocol.ts';
import { askShape, readShape } from './inputShape.ts';
import { applyEdits, request } from './messages.ts';
import { shownNet } from './summaryUri.ts';

/** Opens the net for deployment of a net for training beside it; asks for what the text does not say. */
export async function generateDeploy(client: BaseLanguageClient, given?: string): Promise<void> {
  const net = given ? Uri.parse(given) : shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const params = { textDocument: { uri: net.toString() } };
  const found = await request(client, 'caffePrototxt/deploy', params);
  const shaped =
    found && found.unknown.length > 0 ? await withShapes(client, params, found) : { params, found };
  if (!shaped?.found) return;
  const answer = await withoutDropout(client, shaped.params, shaped.found);
  if (answer) await show(answer);
}

/** Brings the shown net into today's syntax. */
export async function upgrade(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const answer = await request(client, 'caffePrototxt/upgrade', { textDocument: { uri: net.toString() } });
  if (answer?.problem !== undefined) void window.showWarningMessage(answer.problem);
  else if (answer?.edits.length === 0) void window.showInformationMessage("The net is in today's syntax.");
  await applyEdits(net, answer?.edits ?? null);
}

async function withShapes(client: BaseLanguageClient, params: DeployParams, { unknown }: DeployAnswer) {
  const shapes: Record<string, readonly number[]> = {};
  for (const { name, shape } of unknown) {
    const answer = await askShape(name, shape);
    if (answer === undefined) return undefined;
    shapes[name] = readShape(answer);
  }
  const full = { ...params, shapes };
  return { params: full, found: await request(client, 'caffePrototxt/deploy', full) };
}

/** The net as it is, or without its Dropout layers if people want that; undefined if they want neither. */
async function withoutDropout(client: BaseLanguageClient, params: DeployParams, found: DeployAnswer) {
  if (found.text === undefined || !found.hasDropout) return found;
  const keep = { label: 'Keep the Dropout layers', description: 'they do nothing outside of training' };
  const drop = { label: 'Leave the Dropout layers out' };
  const picked = await window.showQuickPick([keep, drop], { placeHolder: 'The net has Dropout layers.' });
  if (picked !== drop) return picked && found;
  return request(client, 'caffePrototxt/deploy', { ...params, dropDropout: true });
}

async function show({ text, problem, notes }: DeployAnswer): Promise<void> {
  if (text === undefined) {
    void window.showWarningMessage(problem ?? 'There is nothing to deploy.');
    return;
  }
  const document = await workspace.openTextDocument({ language: 'prototxt', content: text });
  await window.showTextDocument(document, ViewColumn.Beside);
  if (notes.length > 0) void window.showInformationMessage(notes.join(' '));
}
