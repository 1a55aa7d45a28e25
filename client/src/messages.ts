import type { Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  ClientNotifications,
  Requests,
  ServerNotifications,
  Summary,
} from '../../server/src/lsp/protocol.ts';

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

/** Hears what the server tells. */
export function onNotification<M extends keyof ServerNotifications>(
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
