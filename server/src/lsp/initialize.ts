import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  InitializedNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Host } from '../workspace/host.ts';
import { type ClientCapabilities, readCapabilities } from './capabilities.ts';
import { actionKinds } from './convert/features.ts';
import { areFolders, changesFiles, changesFolders, hasNothing, isObject } from './guards.ts';
import type { Handlers } from './handlers.ts';
import type { ClientNotifications } from './protocol.ts';
import { checkAll } from './requests/diagnostics.ts';
import { renamedFiles } from './requests/fileRenaming.ts';
import { legend } from './requests/semanticTokens.ts';
import type { Session } from './session.ts';
import { section } from './settings.ts';

/** Returns the host for the open folders of the editor, given as URIs. */
export type HostOf = (folders: readonly string[]) => Host;

/**
 * Answers `initialize`, and reads settings: on initialization, by request if the editor supports it, and from change
 * notifications.
 */
export function initialize(
  connection: Connection,
  handlers: Handlers,
  session: Session,
  hostOf: HostOf,
): void {
  let asks = false;
  let watches = false;
  let isTrusted = false;
  let folders: readonly string[] = [];
  const ask = async () => {
    const scopes = folders.map((scopeUri) => ({ section, scopeUri }));
    const [value, ...values] = await connection.workspace.getConfiguration([{ section }, ...scopes]);
    session.use(
      value,
      folders.map((folder, index) => ({ folder, value: values[index] ?? value })),
    );
  };

  /** Uses the files of the folders. */
  const openFolders = () => {
    session.contexts.host = hostOf(folders);
    session.refreshContexts();
    return session.findSolvers();
  };

  connection.onInitialize((params) => {
    const {
      capabilities: { workspace },
      initializationOptions,
      workspaceFolders,
    } = params;
    folders = areFolders(workspaceFolders) ? workspaceFolders.map(({ uri }) => uri) : [];
    // Editors without workspace trust do not set the option; their workspaces are trusted.
    isTrusted = initializationOptions?.trusted !== false;
    if (isTrusted) session.contexts.host = hostOf(folders);
    asks = workspace?.configuration ?? false;
    watches = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    session.use(initializationOptions);
    // Set last: nothing may be sent to the editor before this response.
    session.capabilities = readCapabilities(params);
    session.reports.pulls = session.capabilities.pullsDiagnostics;
    session.reports.refreshes = session.capabilities.refreshesDiagnostics;
    session.texts.encoding = session.capabilities.positionEncoding;
    return serverInfo(session.capabilities);
  });

  handlers.onNotification(InitializedNotification.method, hasNothing, async () => {
    if (watches) {
      const watchers = [{ globPattern: watchedFiles }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
    }
    // The states of nets depend on solvers.
    session.findSolvers().then(() => followSetting(connection, session));
    if (!asks) return;
    // If the editor rejects the registration, only the initial settings are used.
    await connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => {});
    await ask();
  });

  handlers.onNotification('caffePrototxt/trust' satisfies keyof ClientNotifications, hasNothing, () => {
    isTrusted = true;
    return openFolders();
  });

  handlers.onNotification(DidChangeWorkspaceFoldersNotification.method, changesFolders, async ({ event }) => {
    const [added, removed] = [event.added, event.removed].map((list) => list.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !removed?.includes(uri)), ...(added ?? [])];
    if (asks) await ask();
    if (isTrusted) await openFolders();
  });

  handlers.onNotification(DidChangeWatchedFilesNotification.method, changesFiles, ({ changes: files }) =>
    session.filesChanged(files.map(({ uri }) => uri)),
  );

  handlers.onNotification(DidChangeConfigurationNotification.method, isObject, async ({ settings }) => {
    if (asks) await ask();
    else session.use(isObject(settings) ? settings[section] : undefined);
  });
}

/** Checks the nets of the workspace if the settings say so, now and when they change. */
function followSetting(connection: Connection, session: Session): void {
  let isOn = false;
  session.onSettings(({ checksWorkspace }) => {
    if (checksWorkspace === isOn) return;
    isOn = checksWorkspace;
    if (isOn) checkAll(connection, session).catch(() => {});
    else session.workspaceNets.stop();
  });
}

/** The files that nets refer to. */
const watchedFiles = '**/{caffe-prototxt.json,*.prototxt,*.proto,*.h5,*.hdf5,*.binaryproto,*.txt,data.mdb}';

/** What the server offers. */
function serverInfo({ positionEncoding, pullsDiagnostics }: ClientCapabilities): InitializeResult {
  return {
    serverInfo: { name: 'caffe-prototxt' },
    capabilities: {
      positionEncoding,
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      // Quotes, and the separator of paths: in names, the editor opens the list with the first letter.
      completionProvider: { triggerCharacters: ['"', "'", '/'], resolveProvider: true },
      // On request only: the help would cover the lines above.
      signatureHelpProvider: {},
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: true },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: renamedFiles, didRename: renamedFiles },
      },
      definitionProvider: true,
      typeDefinitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      ...(pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
      }),
      renameProvider: { prepareProvider: true },
      linkedEditingRangeProvider: true,
      callHierarchyProvider: true,
      foldingRangeProvider: true,
      semanticTokensProvider: { legend, full: { delta: true }, range: true },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}' },
      selectionRangeProvider: true,
      codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: true },
    },
  };
}
