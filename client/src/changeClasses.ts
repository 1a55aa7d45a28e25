import { type QuickPickItem, Uri, window } from 'vscode';
import type { BaseLanguageClient, TextEdit, WorkspaceEdit } from 'vscode-languageclient';
import type { ClassInfo } from '../../server/src/lsp/protocol.ts';
import { applyEdits, request } from './messages.ts';
import { plainMessage } from './plainMessage.ts';
import { shownNet } from './summaryUri.ts';

/** Prompts for a number of classes and changes it in all heads of the net, after a preview of each place. */
export async function changeClasses(
  client: BaseLanguageClient,
  given?: string,
  classes?: number,
): Promise<void> {
  const net = given ? Uri.parse(given) : shownNet(window.activeTextEditor?.document);
  if (!net) return;
  const textDocument = { uri: net.toString() };
  const found = (await request(client, 'caffePrototxt/classes', { textDocument })) ?? [];
  const from = found.find((each) => each.classes === classes) ?? (await pickClasses(found));
  const to = from && (await askNumber(from));
  if (!from || to === undefined) return;
  const answer = await request(client, 'caffePrototxt/changeClasses', {
    textDocument,
    from: from.classes,
    to,
  });
  if (!answer?.edit) {
    void window.showWarningMessage(plainMessage(answer?.problem ?? 'The number cannot be changed.'));
    return;
  }
  const edits = await pickPlaces(answer.edit, to);
  if (!edits || edits.length === 0) return;
  await applyEdits(net, edits);
  if (answer.learned.length > 0)
    void window.showInformationMessage(plainMessage(aboutWeights(answer.learned)));
}

/** The edits of the places that the user accepts; in the preview of VS Code, each would have to be checked first. */
async function pickPlaces(edit: WorkspaceEdit, to: number): Promise<TextEdit[] | undefined> {
  const places = placesOf(edit);
  const picked = await window.showQuickPick(places, {
    title: `Change to ${to} Classes`,
    placeHolder: 'Select the numbers to change',
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map((place) => place.edit);
}

interface Place extends QuickPickItem {
  readonly edit: TextEdit;
}

/** The edits with their labels. */
function placesOf({ changeAnnotations = {}, documentChanges = [] }: WorkspaceEdit): Place[] {
  return documentChanges.flatMap((change) => {
    if (!('edits' in change)) return [];
    return change.edits.flatMap((edit) => {
      const id = 'annotationId' in edit ? edit.annotationId : undefined;
      const label = id === undefined ? undefined : changeAnnotations[id];
      if (!label || !('newText' in edit)) return [];
      return [{ label: label.label, description: label.description ?? '', picked: true, edit }];
    });
  });
}

function aboutWeights(layers: readonly string[]): string {
  const shown = layers.slice(0, mostNamed).join(', ');
  const more = layers.length > mostNamed ? ` and ${layers.length - mostNamed} others` : '';
  return `Trained weights no longer fit ${shown}${more}. Rename a layer to train it from scratch, or Caffe stops when it loads them.`;
}

const mostNamed = 3;

async function pickClasses(found: readonly ClassInfo[]): Promise<ClassInfo | undefined> {
  const [only, ...others] = found;
  if (!only) void window.showInformationMessage('The net has no layer whose outputs are scores of classes.');
  if (others.length === 0) return only;
  const items = found.map((info) => ({
    label: `${info.classes} classes`,
    description: info.layers.join(', '),
    info,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Select the classes to change' }))?.info;
}

async function askNumber({ classes, layers, hasBackground }: ClassInfo): Promise<number | undefined> {
  const least = hasBackground ? 2 : 1;
  const answer = await window.showInputBox({
    title: 'Number of Classes',
    prompt: `${hasBackground ? 'With the background. ' : ''}Now ${classes}, computed by ${layers.slice(0, mostNamed).join(', ')}${layers.length > mostNamed ? ', …' : ''}.`,
    value: String(classes),
    validateInput: (text) =>
      /^\s*\d{1,9}\s*$/u.test(text) && Number(text) >= least ? undefined : `Enter an integer from ${least}.`,
  });
  return answer === undefined || Number(answer) === classes ? undefined : Number(answer);
}
