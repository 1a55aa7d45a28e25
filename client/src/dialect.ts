import { ConfigurationTarget, MarkdownString, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { md, paragraphs } from '../../server/src/features/markdown.ts';
import { dialectReasons } from '../../server/src/features/summary/summaryTable.ts';
import type { NetTotals } from '../../server/src/lsp/protocol.ts';
import { currentText, dialectChoices } from './dialectChoices.ts';
import { applyEdits, request, requestTotals } from './messages.ts';
import { shownNet } from './summaryUri.ts';

/** The tooltip of the dialect in the status bar. */
export function dialectTooltip({ dialect, dialectBy }: NetTotals): MarkdownString {
  const title = md`Dialect **${dialect}**, ${dialectReasons[dialectBy]}.`;
  const link = md`[Change dialect](command:caffePrototxt.selectDialect)`;
  const text = new MarkdownString(paragraphs(title, link).text);
  text.isTrusted = { enabledCommands: ['caffePrototxt.selectDialect'] };
  return text;
}

/** Prompts for the dialect of the file, the workspace or all files. */
export async function selectDialect(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const forks = await request(client, 'caffePrototxt/forks', {});
  const current = await requestTotals(client, net.toString());
  const picked = await window.showQuickPick(dialectChoices(forks, current), {
    placeHolder: `Select the dialect of Caffe${currentText(current)}`,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const place = await window.showQuickPick(places(picked.dialect), { placeHolder: 'Select where to set it' });
  if (place) await place.apply(client, net);
}

interface Place extends QuickPickItem {
  apply(client: BaseLanguageClient, net: Uri): Promise<void>;
}

function places(dialect: string): Place[] {
  const setting = (target: ConfigurationTarget) => async () =>
    workspace.getConfiguration('caffePrototxt').update('dialect', dialect, target);
  const file: Place = {
    label: 'In this file',
    description: dialect === 'auto' ? 'removes the comment' : `as a comment: # caffe-dialect: ${dialect}`,
    apply: async (client, net) => {
      const params = { textDocument: { uri: net.toString() }, dialect };
      await applyEdits(net, await request(client, 'caffePrototxt/setDialect', params));
    },
  };
  const user: Place = {
    label: 'In all files',
    description: 'in the user settings',
    apply: setting(ConfigurationTarget.Global),
  };
  if (!workspace.workspaceFolders) return [file, user];
  const all: Place = {
    label: 'In this workspace',
    description: 'in the workspace settings',
    apply: setting(ConfigurationTarget.Workspace),
  };
  return [file, all, user];
}
