import { commands, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { generateDeploy, upgrade } from './deploy.ts';
import { selectDialect } from './dialect.ts';
import { setInputShape } from './inputShape.ts';
import { recognizeNets } from './language.ts';
import { createSummaryChanges, notify } from './messages.ts';
import { codeLink, pages } from './pages.ts';
import { selectState } from './state.ts';
import { createStatusBar } from './statusBar.ts';
import { createSummaryView } from './summaryView.ts';

/** The options of the language client; the same for every host. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'prototxt' }],
    initializationOptions: {
      ...workspace.getConfiguration('caffePrototxt'),
      clientCommands: true,
      codeLink,
      trusted: workspace.isTrusted,
    },
  };
}

/** Starts the client and registers the commands and views; all are disposed with the extension. */
export function startExtension(context: ExtensionContext, client: BaseLanguageClient): void {
  const changes = createSummaryChanges(client);
  const summaryView = createSummaryView(client, changes.event);
  context.subscriptions.push(
    changes,
    summaryView,
    createStatusBar(client, changes.event),
    recognizeNets(),
    pages(client),
    workspace.onDidGrantWorkspaceTrust(() => notify(client, 'caffePrototxt/trust', {})),
    commands.registerCommand('caffePrototxt.showSummary', () => summaryView.show()),
    commands.registerCommand('caffePrototxt.selectState', () => selectState(client)),
    commands.registerCommand('caffePrototxt.selectDialect', () => selectDialect(client)),
    commands.registerCommand('caffePrototxt.setInputShape', () => setInputShape(client)),
    commands.registerCommand('caffePrototxt.stateShape', (net: string, { blob }: { blob: string }) =>
      setInputShape(client, net, blob),
    ),
    commands.registerCommand('caffePrototxt.deploy', (net?: string) => generateDeploy(client, net)),
    commands.registerCommand('caffePrototxt.upgrade', () => upgrade(client)),
    // Disposing the client stops the server.
    client,
  );
  // Do not block activation; the client reports a failed start itself.
  client.start().catch(() => {});
}
