import { type CallHierarchyItem, commands, Selection, type TextEditor, window } from 'vscode';

/** The direction along the data: against it to a producer, or with it to a consumer. */
type Direction = 'producer' | 'consumer';

/** Moves the cursor to the layer that feeds the layer at the cursor, or that it feeds; asks if there are several. */
export async function goAlong(direction: Direction): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const layers = await layersAlong(editor, direction);
  const [only] = layers;
  const target = layers.length > 1 ? await pick(layers, direction) : only;
  if (target) reveal(editor, target);
  else if (!only) window.setStatusBarMessage(`The layer at the cursor has no ${direction}`, shownFor);
}

/** Milliseconds. */
const shownFor = 3000;

async function layersAlong(editor: TextEditor, direction: Direction): Promise<CallHierarchyItem[]> {
  const { document, selection } = editor;
  const prepare = 'vscode.prepareCallHierarchy';
  const items = await commands.executeCommand<CallHierarchyItem[]>(prepare, document.uri, selection.active);
  const [item] = items ?? [];
  if (!item) return [];
  if (direction === 'producer') {
    const calls = await commands.executeCommand<{ from: CallHierarchyItem }[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    return calls.map(({ from }) => from);
  }
  const calls = await commands.executeCommand<{ to: CallHierarchyItem }[]>(
    'vscode.provideOutgoingCalls',
    item,
  );
  return calls.map(({ to }) => to);
}

async function pick(
  layers: readonly CallHierarchyItem[],
  direction: Direction,
): Promise<CallHierarchyItem | undefined> {
  const picks = layers.map((item) => ({ label: item.name, description: item.detail ?? '', item }));
  return (await window.showQuickPick(picks, { placeHolder: `Select the ${direction}` }))?.item;
}

function reveal(editor: TextEditor, { selectionRange }: CallHierarchyItem): void {
  editor.selection = new Selection(selectionRange.start, selectionRange.start);
  editor.revealRange(selectionRange);
}
