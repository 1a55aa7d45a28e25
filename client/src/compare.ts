import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { OtherNet } from './comparisonUri.ts';
import type { ComparisonView } from './comparisonView.ts';
import { shapesForDeploy } from './deploy.ts';
import { plainMessage } from './plainMessage.ts';
import { shownNet } from './summaryUri.ts';

/** Compares the shown net with a file that the user picks, or with a given one. */
export async function compareWithFile(view: ComparisonView, given?: Uri): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  const other = net && (given ?? (await pickFile(net)));
  if (net && other) await view.show({ net: net.toString(), other: { kind: 'file', uri: other.toString() } });
}

/** Compares the shown net with its version on disk or in git. */
export async function compareWithVersion(view: ComparisonView, kind: 'saved' | 'head'): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  if (kind === 'saved' && net.scheme === 'untitled')
    void window.showInformationMessage('This net has not been saved yet.');
  else await show(view, net, { kind });
}

/** Compares the shown net with the deployment net made of it; prompts for shapes that are unknown. */
export async function compareWithDeploy(view: ComparisonView, client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const asked = await shapesForDeploy(client, net);
  if (asked?.problem !== undefined) void window.showWarningMessage(plainMessage(asked.problem));
  else if (asked) await show(view, net, { kind: 'deploy', shapes: asked.shapes });
}

function show(view: ComparisonView, net: Uri, other: OtherNet): Promise<void> {
  return view.show({ net: net.toString(), other });
}

/** The maximum number of files that are offered. */
const mostFiles = 500;

interface FileItem extends QuickPickItem {
  readonly uri?: Uri;
}

/** Prompts for a prototxt file: of the workspace, those of the same folder first, or any other. */
async function pickFile(net: Uri): Promise<Uri | undefined> {
  const found = await workspace.findFiles('**/*.{prototxt,prototxt.txt,pbtxt}', undefined, mostFiles);
  const folder = folderOf(net);
  const others = found
    .filter((uri) => uri.toString() !== net.toString())
    .sort((one, other) => rank(one, folder) - rank(other, folder) || one.path.localeCompare(other.path));
  const browse: FileItem = { label: 'Browse…', alwaysShow: true };
  const items = others.map((uri): FileItem => {
    const path = workspace.asRelativePath(uri);
    const name = path.split('/').at(-1) ?? path;
    return { label: name, description: path.slice(0, -name.length - 1), uri };
  });
  const picked = await window.showQuickPick<FileItem>([browse, ...items], {
    placeHolder: 'Select the net to compare with',
    matchOnDescription: true,
  });
  return picked === browse ? browseFile(net) : picked?.uri;
}

function rank(uri: Uri, folder: string): number {
  return folderOf(uri) === folder ? 0 : 1;
}

function folderOf({ path }: Uri): string {
  return path.slice(0, path.lastIndexOf('/'));
}

async function browseFile(net: Uri): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: 'Compare Net with…',
    openLabel: 'Compare',
    ...(net.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(net, '..') }),
    filters: { Prototxt: ['prototxt', 'pbtxt', 'txt'] },
  });
  return picked?.[0];
}
