import { commands, env, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { formatBytes, formatCount, formatTotal } from '../../server/src/features/numbers.ts';
import { formatState } from '../../server/src/features/states.ts';
import { assumedText, summaryMarkdown } from '../../server/src/features/summary/summaryTable.ts';
import type { NetTotals } from '../../server/src/lsp/protocol.ts';
import { assumeBatch, assumeShape, writeAssumed } from './assume.ts';
import { requestTotals } from './messages.ts';
import { shownNet } from './summaryUri.ts';

interface Entry extends QuickPickItem {
  readonly run?: () => unknown;
}

/** Shows the numbers of the active net, and everything that can be done with them. */
export async function showNetMenu(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  const totals = net && (await requestTotals(client, net.toString()));
  if (!net || !totals) {
    void window.showInformationMessage('The active editor has no net.');
    return;
  }
  const picked = await window.showQuickPick(entries(client, net, totals), {
    title: `${totals.name || 'Unnamed net'}: ${totalsLine(totals)}`,
    placeHolder: 'Select what to show or to change',
    matchOnDescription: true,
  });
  await picked?.run?.();
}

function totalsLine(totals: NetTotals): string {
  const { macsPerImage, trainingBytes } = totals;
  return `${formatTotal(totals)} parameters, ${formatCount(macsPerImage)} MACs per image, ${formatBytes(trainingBytes)} to train`;
}

function entries(client: BaseLanguageClient, net: Uri, totals: NetTotals): Entry[] {
  return [
    heading('Show'),
    { label: '$(circuit-board) Summary', description: 'as text', run: command('showSummary') },
    {
      label: '$(table) Table',
      description: 'a row for each layer: sort, filter, group',
      run: command('openTable'),
    },
    { label: '$(type-hierarchy-sub) Graph', description: 'beside the text', run: command('openGraph') },
    {
      label: '$(diff) Compare',
      description: 'with another net',
      run: command('compareWithFile'),
    },
    { label: '$(copy) Copy Summary', description: 'the totals as Markdown', run: () => copy(totals) },
    heading('Read the net for'),
    { label: '$(symbol-enum) State', description: formatState(totals.state), run: command('selectState') },
    { label: '$(versions) Dialect', description: totals.dialect, run: command('selectDialect') },
    heading('Assume, without changing the file'),
    {
      label: '$(beaker) Batch Size',
      description: formatCount(totals.batch),
      run: () => assumeBatch(client, net, totals),
    },
    {
      label: '$(beaker) Largest Batch for a Memory',
      description: 'that can be trained in so many GiB',
      run: () => assumeBatch(client, net, totals, '8 GiB'),
    },
    { label: '$(beaker) Input Shape', run: () => assumeShape(client, net, totals) },
    ...assumedEntries(client, net, totals),
  ];
}

function assumedEntries(client: BaseLanguageClient, net: Uri, { assumed }: NetTotals): Entry[] {
  if (assumed === null) return [];
  return [
    {
      label: '$(edit) Write It into the File',
      description: assumedText(assumed),
      run: () => writeAssumed(client, net),
    },
    {
      label: '$(discard) Use the Shapes of the File',
      description: `instead of ${assumedText(assumed)}`,
      run: command('clearAssumed'),
    },
  ];
}

function command(name: string): () => unknown {
  return () => commands.executeCommand(`caffePrototxt.${name}`);
}

function heading(label: string): Entry {
  return { label, kind: QuickPickItemKind.Separator };
}

async function copy(totals: NetTotals): Promise<void> {
  await env.clipboard.writeText(`${summaryMarkdown(totals)}\n`);
  window.setStatusBarMessage('The summary is on the clipboard.', 3000);
}
