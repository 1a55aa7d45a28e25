import { ConfigurationTarget, MarkdownString, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ForkInfo, Summary } from '../../server/src/lsp/protocol.ts';
import { applyEdits, request } from './messages.ts';
import { shownNet } from './summaryUri.ts';

const reasons: Readonly<Record<Summary['dialectBy'], string>> = {
  command: 'as asked for',
  comment: 'as a comment in this file says',
  workspace: 'as a file of the workspace says',
  setting: 'as the settings say',
  file: 'found from what the file uses',
};

/** What the status bar says of a net's dialect. */
export function dialectTooltip({ dialect, dialectBy }: Summary): MarkdownString {
  const text = new MarkdownString(
    `Read as **${dialect}** Caffe, ${reasons[dialectBy]}.\n\n[Choose another](command:caffePrototxt.selectDialect)`,
  );
  text.isTrusted = { enabledCommands: ['caffePrototxt.selectDialect'] };
  return text;
}

/** Asks for the Caffe by which the file, or all files, are judged. */
export async function selectDialect(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const forks = await request(client, 'caffePrototxt/forks', {});
  const picked = await window.showQuickPick(choices(forks), {
    placeHolder: 'Which Caffe is the net for?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const place = await window.showQuickPick(places(picked.label), { placeHolder: 'Where shall it hold?' });
  if (place) await place.apply(client, net);
}

function choices(forks: readonly ForkInfo[]): QuickPickItem[] {
  const auto = { label: 'auto', description: 'the Caffe, or the mix, that explains what the file uses' };
  return [
    auto,
    ...forks.map(({ name, repository, about }) => ({ label: name, description: about, detail: repository })),
  ];
}

interface Place extends QuickPickItem {
  apply(client: BaseLanguageClient, net: Uri): Promise<void>;
}

function places(dialect: string): Place[] {
  const setting = (target: ConfigurationTarget) => async () =>
    workspace.getConfiguration('caffePrototxt').update('dialect', dialect, target);
  const file: Place = {
    label: 'In this file',
    description: dialect === 'auto' ? 'without a comment' : `by a comment: # caffe-dialect: ${dialect}`,
    apply: async (client, net) => {
      const params = { textDocument: { uri: net.toString() }, dialect };
      await applyEdits(net, await request(client, 'caffePrototxt/setDialect', params));
    },
  };
  const user: Place = {
    label: 'In all files',
    description: 'by the user settings',
    apply: setting(ConfigurationTarget.Global),
  };
  if (!workspace.workspaceFolders) return [file, user];
  const all: Place = {
    label: 'In this workspace',
    description: 'by its settings',
    apply: setting(ConfigurationTarget.Workspace),
  };
  return [file, all, user];
}
