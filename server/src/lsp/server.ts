import {
  type CancellationToken,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver';
import { upgradeFile, whyNotUpgraded } from '../edit/upgrade/index.ts';
import { writeDialect } from '../edit/writeDialect.ts';
import { writeInputs } from '../edit/writeInputs.ts';
import { writeShape } from '../edit/writeShape.ts';
import { deployAnswer } from '../features/codeActions/refactorings.ts';
import { forkInfos } from '../features/forkInfos.ts';
import { hover } from '../features/hover/hover.ts';
import { asksForNets } from '../features/hover/solverHover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { inputBlobs } from '../features/inputBlobs.ts';
import { stateInfos } from '../features/states.ts';
import { documentSymbols } from '../features/symbols.ts';
import { parseState } from '../net/states/state.ts';
import { findPage, pageMarkdown } from '../rules/pages/pages.ts';
import { findDialect } from '../schema/dialect.ts';
import { fromRange, toDocumentSymbol, toHover, toInlayHint, toTextEdit } from './convert/features.ts';
import { FailureLog } from './failureLog.ts';
import {
  asksForDeployment,
  assumes,
  changes,
  type Guard,
  hasCode,
  hasDocument,
  hasNothing,
  hasPosition,
  hasRange,
  opens,
  setsDialect,
  setsState,
  statesShape,
} from './guards.ts';
import { Handlers } from './handlers.ts';
import { type HostOf, initialize } from './initialize.ts';
import { answerRefused } from './lifecycle.ts';
import type { Requests } from './protocol.ts';
import { answerActions } from './requests/actions.ts';
import { answerClasses } from './requests/classes.ts';
import { answerCodeLenses } from './requests/codeLenses.ts';
import { answerComparisons } from './requests/comparisons.ts';
import { answerCompletion } from './requests/completion.ts';
import { answerDiagnostics } from './requests/diagnostics.ts';
import { answerExtracts } from './requests/extracts.ts';
import { answerFileRenaming } from './requests/fileRenaming.ts';
import { answerFormatting } from './requests/formatting.ts';
import { answerNavigation } from './requests/navigation.ts';
import { answerSemanticTokens } from './requests/semanticTokens.ts';
import { answerSignatures } from './requests/signature.ts';
import { solvedNets } from './requests/solverNets.ts';
import { answerViews } from './requests/views.ts';
import { answerWorkspaceSymbols } from './requests/workspaceSymbols.ts';
import { Session } from './session.ts';
import type { UriOf } from './texts.ts';

/** The files of the machine on which the server runs. */
export interface Files {
  hostOf: HostOf;
  uriOf: UriOf;
}

/** Serves a connection until it closes. */
export function startServer(connection: Connection, { hostOf, uriOf }: Files): void {
  const log = new FailureLog(connection);
  const session = new Session(connection, uriOf, log);
  const handlers = new Handlers(connection, log, (uri) => session.texts.get(uri)?.version);
  answerRefused(connection);
  followDocuments(handlers, session);
  answerRequests(handlers, session);
  answerDiagnostics(connection, handlers, session);
  initialize(connection, handlers, session, hostOf);
  connection.listen();
}

/** Keeps the texts of the open documents. */
function followDocuments(handlers: Handlers, session: Session): void {
  handlers.onNotification(DidOpenTextDocumentNotification.method, opens, ({ textDocument }) =>
    session.open(textDocument),
  );
  handlers.onNotification(
    DidChangeTextDocumentNotification.method,
    changes,
    ({ textDocument: { uri, version }, contentChanges }) => session.change(uri, version, contentChanges),
  );
  handlers.onNotification(DidCloseTextDocumentNotification.method, hasDocument, ({ textDocument }) =>
    session.close(textDocument.uri),
  );
}

/** Maps requests to features. */
function answerRequests(handlers: Handlers, session: Session): void {
  handlers.onRequest(HoverRequest.method, hasPosition, async ({ textDocument, position }, token) => {
    const nets = await session.reply(textDocument.uri, token, (document, text) =>
      asksForNets(document, text.offsetAt(position)) ? solvedNets(document, session) : [],
    );
    return session.reply(textDocument.uri, token, (document, text) => {
      const known = Array.isArray(nets) ? nets : [];
      const found = hover(document, text.offsetAt(position), session.stateOf(document), known);
      return found ? toHover(found, text) : null;
    });
  });

  handlers.onRequest(InlayHintRequest.method, hasRange, ({ textDocument, range }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = inlayHints(
        document,
        fromRange(range, text),
        session.stateOf(document),
        session.settingsOf(document.uri).inlayHints,
      );
      return found.map((hint) => toInlayHint(hint, text));
    }),
  );

  handlers.onRequest(DocumentSymbolRequest.method, hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      documentSymbols(document, session.stateOf(document)).map((symbol) => toDocumentSymbol(symbol, text)),
    ),
  );

  answerCompletion(handlers, session);
  answerSignatures(handlers, session);
  answerNavigation(handlers, session);
  answerFormatting(handlers, session);
  answerFileRenaming(handlers, session);
  answerSemanticTokens(handlers, session);
  answerWorkspaceSymbols(handlers, session);
  answerActions(handlers, session);
  answerCodeLenses(handlers, session);
  answerClasses(handlers, session);
  answerExtracts(handlers, session);
  answerComparisons(handlers, session);
  answerViews(handlers, session);
  answerOwnRequests(handlers, session);
}

/** Maps the requests of `protocol.ts` to features. */
function answerOwnRequests(handlers: Handlers, session: Session): void {
  onRequest(handlers, 'caffePrototxt/explain', hasCode, ({ code }) => {
    const page = findPage(code);
    return page ? `# ${code}\n\n${pageMarkdown(page)}\n` : null;
  });

  onRequest(handlers, 'caffePrototxt/inputs', hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document) => inputBlobs(document, session.stateOf(document))),
  );

  onRequest(handlers, 'caffePrototxt/stateShape', statesShape, ({ textDocument, blob, dims }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      writeShape(document, blob, dims).map((edit) => toTextEdit(edit, text)),
    ),
  );

  onRequest(handlers, 'caffePrototxt/setDialect', setsDialect, ({ textDocument, dialect }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      writeDialect(document, findDialect(dialect)?.name ?? 'auto').map((edit) => toTextEdit(edit, text)),
    ),
  );

  onRequest(handlers, 'caffePrototxt/deploy', asksForDeployment, (params, token) =>
    session.reply(params.textDocument.uri, token, (document) =>
      deployAnswer(document, {
        dropDropout: params.dropDropout,
        inputShapes: new Map(Object.entries(params.shapes ?? {})),
      }),
    ),
  );

  onRequest(handlers, 'caffePrototxt/upgrade', hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const problem = whyNotUpgraded(document);
      const edits = upgradeFile(document).map((edit) => toTextEdit(edit, text));
      return { edits, ...(problem !== undefined && { problem }) };
    }),
  );

  onRequest(handlers, 'caffePrototxt/forks', hasNothing, () => forkInfos());

  onRequest(handlers, 'caffePrototxt/states', hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document) =>
      document.root === 'NetParameter' ? stateInfos(document, session.stateOf(document)) : null,
    ),
  );

  onRequest(handlers, 'caffePrototxt/assume', assumes, ({ textDocument, batch, shapes = {} }) => {
    const named = new Map(Object.entries(shapes));
    const isEmpty = batch === undefined && named.size === 0;
    session.assume(textDocument.uri, isEmpty ? undefined : { batch, shapes: named });
    return null;
  });

  onRequest(handlers, 'caffePrototxt/writeAssumed', hasDocument, ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      writeInputs(document, session.stateOf(document)).map((edit) => toTextEdit(edit, text)),
    ),
  );

  onRequest(handlers, 'caffePrototxt/setState', setsState, ({ textDocument, state }) => {
    const read = parseState(state);
    if (read) session.show(textDocument.uri, read);
    return read !== undefined;
  });
}

function onRequest<M extends keyof Requests>(
  handlers: Handlers,
  method: M,
  has: Guard<Requests[M]['params']>,
  handler: (params: Requests[M]['params'], token: CancellationToken) => unknown,
): void {
  handlers.onRequest(method, has, handler);
}
