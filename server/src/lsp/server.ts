import {
  type CancellationToken,
  type CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import { upgradeFile, whyNotUpgraded } from '../edit/upgrade/index.ts';
import { codeActions } from '../features/codeActions/codeActions.ts';
import { fixAll, fixAllOfCode } from '../features/codeActions/fixAll.ts';
import { deployAnswer, refactorings } from '../features/codeActions/refactorings.ts';
import { writeDialect, writeShape } from '../features/codeActions/writeDirectives.ts';
import { completion } from '../features/completion/index.ts';
import { forkInfos } from '../features/forkInfos.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { inputBlobs } from '../features/inputBlobs.ts';
import { stateInfos } from '../features/states.ts';
import { summary } from '../features/summary/summary.ts';
import { documentSymbols } from '../features/symbols.ts';
import type { CodeAction, DeclareTask } from '../features/types.ts';
import { parseState } from '../net/states/state.ts';
import { findPage, pageMarkdown } from '../rules/pages/pages.ts';
import type { Range } from '../text/range.ts';
import type { Host } from '../workspace/host.ts';
import { readCapabilities } from './capabilities.ts';
import {
  type ActionData,
  actionKinds,
  fromRange,
  toCodeAction,
  toCompletion,
  toDocumentSymbol,
  toFileEdit,
  toHover,
  toInlayHint,
  toSummary,
  toTextEdit,
} from './convert.ts';
import type { ClientNotifications, Requests } from './protocol.ts';
import { Session, type UriOf } from './session.ts';
import { readSettings, section } from './settings.ts';

/** The files of the machine on which the server runs. */
export interface Files {
  /** The host for the open folders of the editor, given as URIs. */
  hostOf(folders: readonly string[]): Host;
  uriOf: UriOf;
}

/** Serves a connection until it closes. */
export function startServer(connection: Connection, { hostOf, uriOf }: Files): void {
  const session = new Session(connection, uriOf);
  answerRequests(connection, session);
  followSettings(connection, session, hostOf);
  connection.listen();
}

/** Maps requests to features. */
function answerRequests(connection: Connection, session: Session): void {
  connection.onHover(({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = hover(document, text.offsetAt(position), session.stateOf(document));
      return found ? toHover(found, text) : null;
    }),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const { settings } = session;
      const found = inlayHints(
        document,
        fromRange(range, text),
        session.stateOf(document),
        settings.inlayHints,
      );
      return found.map((hint) => toInlayHint(hint, text));
    }),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      documentSymbols(document, session.stateOf(document)).map((symbol) => toDocumentSymbol(symbol, text)),
    ),
  );

  onRequest(connection, 'caffePrototxt/summary', ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const found = summary(document, session.stateOf(document));
      return found ? toSummary(found, text) : null;
    }),
  );

  connection.onCompletion(({ textDocument, position }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      completion(document, text.offsetAt(position), session.stateOf(document)).map((item) =>
        toCompletion(item, text, session.capabilities),
      ),
    ),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const support = {
        ...session.capabilities,
        fixAllOfCode: (code: string) => fixAllOfCode(document, code),
        declareLayerEdit: (task: DeclareTask) => session.declareLayerEdit(text.uri, task),
        linkOf: session.linkOf,
      };
      return actionsOf(document, fromRange(range, text), context.only).flatMap(
        (action) => toCodeAction(action, text, support) ?? [],
      );
    }),
  );

  connection.onCodeActionResolve(async (action, token) => {
    // Editors also resolve actions that run a command.
    if (!action.data) return action;
    const { uri, code }: ActionData = action.data;
    const edit = await session.reply(uri, token, (document, text) =>
      toFileEdit(fixAllOfCode(document, code), text),
    );
    return edit === null || edit instanceof ResponseError ? action : { ...action, edit };
  });

  onRequest(connection, 'caffePrototxt/explain', ({ code }) => {
    const page = findPage(code);
    return page ? `# ${code}\n\n${pageMarkdown(page)}\n` : null;
  });

  onRequest(connection, 'caffePrototxt/inputs', ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document) => inputBlobs(document, session.stateOf(document))),
  );

  onRequest(connection, 'caffePrototxt/stateShape', ({ textDocument, blob, dims }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      writeShape(document, blob, dims).map((edit) => toTextEdit(edit, text)),
    ),
  );

  onRequest(connection, 'caffePrototxt/setDialect', ({ textDocument, dialect }, token) =>
    session.reply(textDocument.uri, token, (document, text) =>
      writeDialect(document, dialect).map((edit) => toTextEdit(edit, text)),
    ),
  );

  onRequest(connection, 'caffePrototxt/deploy', ({ textDocument, dropDropout, shapes = {} }, token) =>
    session.reply(textDocument.uri, token, (document) =>
      deployAnswer(document, { dropDropout, inputShapes: new Map(Object.entries(shapes)) }),
    ),
  );

  onRequest(connection, 'caffePrototxt/upgrade', ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document, text) => {
      const problem = whyNotUpgraded(document);
      const edits = upgradeFile(document).map((edit) => toTextEdit(edit, text));
      return { edits, ...(problem !== undefined && { problem }) };
    }),
  );

  onRequest(connection, 'caffePrototxt/forks', () => forkInfos());

  onRequest(connection, 'caffePrototxt/states', ({ textDocument }, token) =>
    session.reply(textDocument.uri, token, (document) =>
      document.root === 'NetParameter' ? stateInfos(document, session.stateOf(document)) : null,
    ),
  );

  onRequest(connection, 'caffePrototxt/setState', ({ textDocument, state }) => {
    const read = parseState(state);
    if (read) session.show(textDocument.uri, read);
    return read !== undefined;
  });
}

/** The code actions of the requested kinds; *Fix All* only if it is requested explicitly. */
function actionsOf(
  document: Document,
  range: Range,
  only: readonly CodeActionKind[] | undefined,
): CodeAction[] {
  const asked = (kind: CodeActionKind) => only?.some((each) => kind === each || kind.startsWith(`${each}.`));
  const fixes = only === undefined || asked(actionKinds.quickfix) ? codeActions(document, range) : [];
  const changes = only === undefined || asked(actionKinds.refactor) ? refactorings(document, range) : [];
  return [...fixes, ...changes, ...(asked(actionKinds.fixAll) ? fixAllAction(document) : [])];
}

function fixAllAction(document: Document): CodeAction[] {
  const edits = fixAll(document);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all auto-fixable problems', kind: 'fixAll', diagnostic: undefined, edits }];
}

/** The files that nets refer to. */
const watchedFiles = '**/{caffe-prototxt.json,*.prototxt,*.proto,*.h5,*.hdf5,*.binaryproto,data.mdb}';

/** Reads settings on initialization, by request if the editor supports it, and from change notifications. */
function followSettings(connection: Connection, session: Session, hostOf: Files['hostOf']): void {
  let asks = false;
  let watches = false;
  const ask = async () => session.use(readSettings(await connection.workspace.getConfiguration(section)));

  connection.onInitialize((params) => {
    const {
      capabilities: { workspace },
      initializationOptions,
      workspaceFolders,
    } = params;
    const host = hostOf(workspaceFolders?.map(({ uri }) => uri) ?? []);
    // Editors without workspace trust do not set the option; their workspaces are trusted.
    if (initializationOptions?.trusted !== false) session.contexts.host = host;
    onNotification(connection, 'caffePrototxt/trust', () => {
      session.contexts.host = host;
      session.refreshContexts();
      session.findSolvers();
    });
    asks = workspace?.configuration ?? false;
    watches = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    session.use(readSettings(initializationOptions));
    // Set last: nothing may be sent to the editor before this response.
    session.capabilities = readCapabilities(params);
    return {
      serverInfo: { name: 'caffe-prototxt' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        // Only quotes: in names, the editor opens the list with the first letter.
        completionProvider: { triggerCharacters: ['"', "'"] },
        inlayHintProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: true },
      },
    };
  });

  connection.onInitialized(async () => {
    if (watches) {
      const watchers = [{ globPattern: watchedFiles }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
    }
    session.findSolvers();
    if (!asks) return;
    // If the editor rejects the registration, only the initial settings are used.
    await connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => {});
    await ask();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes.map(({ uri }) => uri)));

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (asks) await ask();
    else session.use(readSettings(settings?.[section]));
  });
}

function onRequest<M extends keyof Requests>(
  connection: Connection,
  method: M,
  handler: (params: Requests[M]['params'], token: CancellationToken) => unknown,
): void {
  connection.onRequest(method, handler);
}

function onNotification<M extends keyof ClientNotifications>(
  connection: Connection,
  method: M,
  handler: (params: ClientNotifications[M]) => void,
): void {
  connection.onNotification(method, handler);
}
