import { Disposable, type Event, EventEmitter, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import type {
  ClientNotifications,
  NetTotals,
  Requests,
  ServerNotifications,
  Summary,
} from '../../server/src/lsp/protocol.ts';

/** Fires with the URI of each document whose summary may have changed. */
export interface SummaryChanges extends Disposable {
  readonly event: Event<string>;
}

/** The summary of a document; null if it is not a net or the server is not running. */
export async function requestSummary(client: BaseLanguageClient, uri: string): Promise<Summary | null> {
  if (!client.isRunning()) return null;
  const params = { textDocument: { uri } };
  return request(client, 'caffePrototxt/summary', params).catch(() => null);
}

/** The same without the rows. */
export async function requestTotals(client: BaseLanguageClient, uri: string): Promise<NetTotals | null> {
  if (!client.isRunning()) return null;
  return request(client, 'caffePrototxt/totals', { textDocument: { uri } }).catch(() => null);
}

/** Sends a notification to the server. */
export function notify<M extends keyof ClientNotifications>(
  client: BaseLanguageClient,
  method: M,
  params: ClientNotifications[M],
): Promise<void> {
  return client.sendNotification(method, params);
}

/** Applies the edits of the server to a file. */
export async function applyEdits(uri: Uri, edits: readonly TextEdit[] | null): Promise<void> {
  if (!edits || edits.length === 0) return;
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(change);
}

/** Forwards the change notifications of the server to any number of listeners. */
export function createSummaryChanges(client: BaseLanguageClient): SummaryChanges {
  // The client keeps one handler per method: a second registration would replace the first.
  const changed = new EventEmitter<string>();
  const listener = onNotification(client, 'caffePrototxt/summaryChanged', ({ uri }) => changed.fire(uri));
  return { event: changed.event, dispose: () => Disposable.from(listener, changed).dispose() };
}

function onNotification<M extends keyof ServerNotifications>(
  client: BaseLanguageClient,
  method: M,
  handler: (params: ServerNotifications[M]) => void,
): Disposable {
  return client.onNotification(method, handler);
}

/** Sends a request to the server. */
export function request<M extends keyof Requests>(
  client: BaseLanguageClient,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  return client.sendRequest(method, params);
}
