import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { hintTexts, hoverText, open, positionOf, until } from './editor.ts';

let document: vscode.TextDocument;

function errors(): vscode.Diagnostic[] {
  const found = vscode.languages.getDiagnostics(document.uri);
  return found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
}

async function replace(old: string, by: string): Promise<void> {
  const start = positionOf(document, old);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, start.translate(0, old.length)), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('A net in VS Code', () => {
  suiteSetup(async () => {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'caffe-prototxt');
    assert.ok(extension);
    const began = performance.now();
    await extension.activate();
    const activated = performance.now();
    document = await open('lenet.prototxt');
    await vscode.window.showTextDocument(document);
    await until(
      () => hintTexts(document),
      (hints) => hints.length > 0,
    );
    const hinted = performance.now();
    console.log(`activation ${Math.round(activated - began)} ms`);
    console.log(`from activation over opening to hints ${Math.round(hinted - activated)} ms`);
  });

  test('the file has the language', () => {
    assert.equal(document.languageId, 'prototxt');
  });

  test('inlay hints contain shapes', async () => {
    const hints = await hintTexts(document);
    assert.ok(
      hints.some((hint) => hint.includes('64×20×24×24')),
      hints.join('\n'),
    );
    assert.ok(
      hints.some((hint) => hint.includes('64×50×8×8')),
      hints.join('\n'),
    );
  });

  test('a hover on a layer describes it', async () => {
    const text = await hoverText(document, positionOf(document, 'conv1').translate(0, 2));
    assert.match(text, /conv1/);
    assert.match(text, /500/);
  });

  test('the outline contains the layers', async () => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(command, document.uri);
    assert.match(JSON.stringify(symbols), /"conv2"/);
  });

  test('an invalid kernel is an error until it is fixed', async () => {
    assert.deepEqual(errors(), []);
    await replace('kernel_size: 5', 'kernel_size: 500');
    const [error] = await until(errors, (found) => found.length > 0);
    assert.equal(error?.source, 'caffe-prototxt');
    assert.ok(error.range.start.line >= positionOf(document, '"conv1"').line);
    await replace('kernel_size: 500', 'kernel_size: 5');
    await until(errors, (found) => found.length === 0);
  });

  test('the summary opens beside the net', async () => {
    await vscode.commands.executeCommand('caffePrototxt.showSummary');
    const isSummary = ({ uri }: vscode.TextDocument) => uri.scheme === 'caffe-summary';
    const table = await until(
      () => vscode.workspace.textDocuments.find(isSummary),
      (found) => /431,080/.test(found?.getText() ?? ''),
    );
    assert.match(table?.getText() ?? '', /ip1 .* 400,500/);
  });

  test('the layers of the summary link to the net', async () => {
    const table = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'caffe-summary');
    assert.ok(table);
    const command = 'vscode.executeLinkProvider';
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, table.uri);
    const link = links.find(({ range }) => table.getText(range) === 'conv2');
    // Lines in a fragment start at 1, and a layer starts on the line above its name.
    const line = document.getText().split('\n').indexOf('  name: "conv2"');
    assert.equal(link?.target?.fragment, `L${line},1`);
  });

  test('a net with a generic extension is recognized', async () => {
    const tiny = await open('tiny.pbtxt');
    await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.path === tiny.uri.path)?.languageId,
      (language) => language === 'prototxt',
    );
  });
});
