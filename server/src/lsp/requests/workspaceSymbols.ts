import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import { asksForSymbols } from '../guards.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

/** Answers the request for the layers of all nets of the workspace. */
export function answerWorkspaceSymbols(handlers: Handlers, session: Session): void {
  handlers.onRequest(WorkspaceSymbolRequest.method, asksForSymbols, ({ query }) =>
    session.index.search(query, session.contexts.host),
  );
}
