import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Phase } from '../../server/src/lsp/protocol.ts';
import { notify } from './messages.ts';

const choices: readonly { label: Phase; description: string }[] = [
  { label: 'TRAIN', description: 'the net that Caffe trains, with its losses' },
  { label: 'TEST', description: 'the net that Caffe tests, or deploys' },
];

/** Asks for the phase in which shapes and totals are shown. */
export async function switchPhase(client: BaseLanguageClient): Promise<void> {
  const choice = await window.showQuickPick(choices, { placeHolder: 'Show shapes and totals of the phase…' });
  if (choice) await notify(client, 'caffePrototxt/setPhase', { phase: choice.label });
}
