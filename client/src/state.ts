import { type QuickPickItem, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StateInfo } from '../../server/src/lsp/protocol.ts';
import { request } from './messages.ts';
import { shownNet } from './summaryUri.ts';

const other: QuickPickItem = {
  label: 'Other…',
  description: 'a phase with a level or stages',
  alwaysShow: true,
};

/** Prompts for the state for which shapes and totals of the active net are shown. */
export async function selectState(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  const states =
    net && (await request(client, 'caffePrototxt/states', { textDocument: { uri: net.toString() } }));
  if (!net || !states) return;
  const picked = await window.showQuickPick([...states.map(choice), other], {
    placeHolder: 'Select the state for shapes, parameters and totals',
  });
  if (picked) await show(client, net, picked === other ? await askState() : picked.label);
}

function choice({ label, built, shown }: StateInfo): QuickPickItem {
  return {
    label,
    description: `${built ? phaseDoc(label) : 'the net is not built for this state'}${shown ? ' (shown now)' : ''}`,
  };
}

function phaseDoc(label: string): string {
  return label.startsWith('TRAIN') ? 'training' : 'testing or deployment';
}

function askState(): Thenable<string | undefined> {
  return window.showInputBox({
    prompt: 'A phase, then optionally the level and stages, such as `TEST level=1 deploy`',
    value: 'TEST ',
    valueSelection: [5, 5],
    validateInput: (text) =>
      /^\s*(?:TRAIN|TEST)\b/iu.test(text) ? undefined : 'A state starts with TRAIN or TEST.',
  });
}

/** Shows shapes and totals of a net for a state. */
export async function showState(client: BaseLanguageClient, net: string, state: string): Promise<void> {
  await show(client, Uri.parse(net), state);
}

async function show(client: BaseLanguageClient, net: Uri, state: string | undefined): Promise<void> {
  if (state === undefined) return;
  const params = { textDocument: { uri: net.toString() }, state };
  if (await request(client, 'caffePrototxt/setState', params)) return;
  await window.showErrorMessage(
    `\`${state}\` is not a state. Enter a phase, then optionally the level and stages, such as \`TEST level=1 deploy\`.`,
  );
}
