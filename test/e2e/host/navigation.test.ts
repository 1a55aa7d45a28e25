import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { open, positionOf, until } from './editor.ts';

let document: vscode.TextDocument;
let editor: vscode.TextEditor;

/** The position in the name of the bottom of `pool1`. */
function bottomOfPool(): vscode.Position {
  const text = document.getText();
  return document.positionAt(text.indexOf('bottom: "conv1"') + 'bottom: "c'.length);
}

async function locations(command: string): Promise<vscode.Location[]> {
  return until(
    () => vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, bottomOfPool()),
    (found) => found.length > 0,
  );
}

function lineAt({ range }: vscode.Location): string {
  return document.lineAt(range.start.line).text.trim();
}

suite('Navigation in VS Code', () => {
  suiteSetup(async () => {
    document = await open('lenet.prototxt');
    editor = await vscode.window.showTextDocument(document);
  });

  test('the definition of a bottom is the top of its producer', async () => {
    const found = await locations('vscode.executeDefinitionProvider');
    assert.deepEqual(found.map(lineAt), ['top: "conv1"']);
  });

  test('references are the producer and the consumers', async () => {
    const found = await locations('vscode.executeReferenceProvider');
    assert.deepEqual(found.map(lineAt), ['top: "conv1"', 'bottom: "conv1"']);
  });

  test('a blob is renamed where it is produced and consumed', async () => {
    const command = 'vscode.executeDocumentRenameProvider';
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      command,
      document.uri,
      bottomOfPool(),
      'features',
    );
    assert.deepEqual(
      edit.get(document.uri).map(({ newText }) => newText),
      ['features', 'features'],
    );
  });

  test('commands move the cursor to the producer and the consumer', async () => {
    const name = positionOf(document, 'name: "pool1"').translate(0, 'name: "'.length);
    const moved = async (command: string) => {
      editor.selection = new vscode.Selection(name, name);
      await vscode.commands.executeCommand(command);
      return document.lineAt(editor.selection.active.line).text.trim();
    };
    assert.equal(await moved('caffePrototxt.goToProducer'), 'name: "conv1"');
    assert.equal(await moved('caffePrototxt.goToConsumer'), 'name: "conv2"');
  });

  test('layers can be folded', async () => {
    const command = 'vscode.executeFoldingRangeProvider';
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(command, document.uri);
    const first = positionOf(document, 'layer {').line;
    assert.ok(folds.some(({ start }) => start === first));
  });
});
