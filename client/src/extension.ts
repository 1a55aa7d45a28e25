import { commands, type ExtensionContext, type Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { clearAssumed } from './assume.ts';
import { changeClasses } from './changeClasses.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { compareWithDeploy, compareWithFile, compareWithVersion } from './compare.ts';
import { createComparisonView } from './comparisonView.ts';
import { createCrashHandler } from './crashes.ts';
import { goAlong } from './dataFlow.ts';
import { generateDeploy, upgrade } from './deploy.ts';
import { selectDialect } from './dialect.ts';
import { extractLayers } from './extractLayers.ts';
import { graphView } from './graph/graphView.ts';
import { setInputShape } from './inputShape.ts';
import { recognizeNets } from './language.ts';
import { createSummaryChanges, notify } from './messages.ts';
import { showNetMenu } from './netMenu.ts';
import { codeLink, pages } from './pages.ts';
import { createPanelView } from './panels/panelView.ts';
import { selectState, showState } from './state.ts';
import { createStatusBar } from './statusBar.ts';
import { createSummaryView } from './summaryView.ts';
import { tableView } from './table/tableView.ts';
import { showUses } from './uses.ts';

/** The options of the language client; the same for every host. `client` returns the client once it exists. */
export function clientOptions(client: () => BaseLanguageClient): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'prototxt' }],
    // Also read when the server is started again.
    initializationOptions: () => ({
      ...workspace.getConfiguration('caffePrototxt'),
      clientCommands: true,
      codeLink,
      trusted: workspace.isTrusted,
      // Pulled diagnostics are removed with the tab, and cancelled with each key.
      pushesDiagnostics: true,
    }),
    // A request that fails is written to the log; a message about each would disturb typing.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: crashHandler(client),
  };
}

function crashHandler(client: () => BaseLanguageClient): ErrorHandler {
  return createCrashHandler(() => client().createDefaultErrorHandler(), {
    restarted: () =>
      tell(client(), 'The Caffe language server ended unexpectedly and has been started again.'),
    gaveUp: () =>
      tell(client(), 'The Caffe language server ended unexpectedly several times and is not started again.', {
        Start: () => client().start(),
      }),
  });
}

/** Shows a message with a button for the log and others. */
async function tell(
  client: BaseLanguageClient,
  message: string,
  others: Readonly<Record<string, () => unknown>> = {},
): Promise<void> {
  const actions = { 'Show Log': () => client.outputChannel.show(), ...others };
  const picked = await window.showWarningMessage(message, ...Object.keys(actions));
  const action = Object.entries(actions).find(([label]) => label === picked);
  await action?.[1]();
}

/** Starts the client and registers the commands and views; all are disposed with the extension. */
export function startExtension(context: ExtensionContext, client: BaseLanguageClient): void {
  const changes = createSummaryChanges(client);
  const summaryView = createSummaryView(client, changes.event);
  const comparisons = createComparisonView(client, changes.event);
  context.subscriptions.push(
    changes,
    summaryView,
    comparisons,
    createStatusBar(client, changes.event),
    createPanelView(graphView, context, client, changes.event),
    createPanelView(tableView, context, client, changes.event),
    recognizeNets(),
    pages(client),
    workspace.onDidGrantWorkspaceTrust(() => notify(client, 'caffePrototxt/trust', {})),
    commands.registerCommand('caffePrototxt.showSummary', () => summaryView.show()),
    commands.registerCommand('caffePrototxt.showNetMenu', () => showNetMenu(client)),
    commands.registerCommand('caffePrototxt.clearAssumed', () => clearAssumed(client)),
    commands.registerCommand('caffePrototxt.goToProducer', () => goAlong('producer')),
    commands.registerCommand('caffePrototxt.goToConsumer', () => goAlong('consumer')),
    commands.registerCommand('caffePrototxt.selectState', () => selectState(client)),
    commands.registerCommand('caffePrototxt.showState', (net: string, state: string) =>
      showState(client, net, state),
    ),
    commands.registerCommand('caffePrototxt.showUses', showUses),
    commands.registerCommand('caffePrototxt.selectDialect', () => selectDialect(client)),
    commands.registerCommand('caffePrototxt.setInputShape', () => setInputShape(client)),
    commands.registerCommand('caffePrototxt.stateShape', (net: string, { blob }: { blob: string }) =>
      setInputShape(client, net, blob),
    ),
    commands.registerCommand('caffePrototxt.deploy', (net?: string) => generateDeploy(client, net)),
    commands.registerCommand(
      'caffePrototxt.changeClasses',
      (net?: string, task?: { readonly classes: number }) => changeClasses(client, net, task?.classes),
    ),
    commands.registerCommand('caffePrototxt.compareWithFile', (other?: Uri) =>
      compareWithFile(comparisons, other),
    ),
    commands.registerCommand('caffePrototxt.compareWithSaved', () =>
      compareWithVersion(comparisons, 'saved'),
    ),
    commands.registerCommand('caffePrototxt.compareWithHead', () => compareWithVersion(comparisons, 'head')),
    commands.registerCommand('caffePrototxt.compareWithDeploy', () => compareWithDeploy(comparisons, client)),
    commands.registerCommand('caffePrototxt.checkWorkspace', () => checkWorkspace(client)),
    commands.registerCommand('caffePrototxt.extractLayers', () => extractLayers(client)),
    commands.registerCommand('caffePrototxt.upgrade', () => upgrade(client)),
    // Disposing the client stops the server.
    client,
  );
  // Do not block activation; the client reports a failed start itself.
  client.start().catch(() => {});
}
