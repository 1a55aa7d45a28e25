import { Disposable, type Event, EventEmitter, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
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

/** Carries out what the server would change in a file. */
export async function applyEdits(uri: Uri, edits: readonly TextEdit[] | null): Promise<void> {
  if (!edits || edits.length === 0) return;
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(change);
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

/** Asks the server something. */
export function request<M extends keyof Requests>(
  client: BaseLanguageClient,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  return client.sendRequest(method, params);
}
