import { Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  ClientNotifications,
  Requests,
  ServerNotifications,
  Summary,
} from '../../server/src/lsp/protocol.ts';

/** Where changes of summaries are heard of, by the document's URI. */
export interface SummaryChanges extends Disposable {
  readonly event: Event<string>;
}

/** The summary of a document, null where it is no net or the server is not there (any more). */
export async function requestSummary(client: BaseLanguageClient, uri: string): Promise<Summary | null> {
  if (!client.isRunning()) return null;
  const params = { textDocument: { uri } };
  return request(client, 'caffePrototxt/summary', params).catch(() => null);
}

/** Tells the server something. */
export function notify<M extends keyof ClientNotifications>(
  client: BaseLanguageClient,
  method: M,
  params: ClientNotifications[M],
): Promise<void> {
  return client.sendNotification(method, params);
}

/** Tells of each document whose summary may have changed, to as many as want to hear it. */
export function createSummaryChanges(client: BaseLanguageClient): SummaryChanges {
  // A client keeps one handler a method, so a second registration would silence the first.
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

function request<M extends keyof Requests>(
  client: BaseLanguageClient,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  return client.sendRequest(method, params);
}
