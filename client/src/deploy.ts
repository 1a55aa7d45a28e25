import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DeployAnswer, DeployParams } from '../../server/src/lsp/protocol.ts';
import { askShape, readShape } from './inputShape.ts';
import { applyEdits, request } from './messages.ts';
import { plainMessage } from './plainMessage.ts';
import { shownNet } from './summaryUri.ts';

/** Opens the deployment net of a training net beside it; prompts for shapes that are unknown. */
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

/** Upgrades the shown net to the current syntax. */
export async function upgrade(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const answer = await request(client, 'caffePrototxt/upgrade', { textDocument: { uri: net.toString() } });
  if (answer?.problem !== undefined) void window.showWarningMessage(plainMessage(answer.problem));
  else if (answer?.edits.length === 0)
    void window.showInformationMessage('The net already uses the current syntax.');
  await applyEdits(net, answer?.edits ?? null);
}

/** The shapes that the user states for the deployment net of a net, or why there is none; undefined if cancelled. */
export async function shapesForDeploy(
  client: BaseLanguageClient,
  net: Uri,
): Promise<
  { readonly shapes: NonNullable<DeployParams['shapes']>; readonly problem?: string | undefined } | undefined
> {
  const params: DeployParams = { textDocument: { uri: net.toString() } };
  const found = await request(client, 'caffePrototxt/deploy', params);
  if (!found) return { shapes: {}, problem: 'This file is not a net.' };
  const shaped = found.unknown.length > 0 ? await withShapes(client, params, found) : { params, found };
  if (!shaped) return undefined;
  const problem =
    shaped.found?.text === undefined ? (shaped.found?.problem ?? 'The net cannot be deployed.') : undefined;
  return { shapes: shaped.params.shapes ?? {}, problem };
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

/** The net as it is, or without its Dropout layers, as the user chooses; undefined if the choice is cancelled. */
async function withoutDropout(client: BaseLanguageClient, params: DeployParams, found: DeployAnswer) {
  if (found.text === undefined || !found.hasDropout) return found;
  const keep = { label: 'Keep the Dropout layers', description: 'they have no effect outside of training' };
  const drop = { label: 'Remove the Dropout layers' };
  const picked = await window.showQuickPick([keep, drop], { placeHolder: 'The net has Dropout layers.' });
  if (picked !== drop) return picked && found;
  return request(client, 'caffePrototxt/deploy', { ...params, dropDropout: true });
}

async function show({ text, problem, notes }: DeployAnswer): Promise<void> {
  if (text === undefined) {
    void window.showWarningMessage(plainMessage(problem ?? 'The net cannot be deployed.'));
    return;
  }
  const document = await workspace.openTextDocument({ language: 'prototxt', content: text });
  await window.showTextDocument(document, ViewColumn.Beside);
  if (notes.length > 0) void window.showInformationMessage(plainMessage(notes.join(' ')));
}
