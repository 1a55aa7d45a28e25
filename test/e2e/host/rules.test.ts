import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { open, positionOf, until } from './editor.ts';

suite('A net with errors and hints', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = await open('mistakes.prototxt');
    await vscode.window.showTextDocument(document);
  });

  function problems(): Promise<vscode.Diagnostic[]> {
    return until(
      () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.length > 0,
    );
  }

  /** Waits for code actions, as there are none while the file is opened. */
  function actions(text: string, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
    const at = positionOf(document, text);
    const range = new vscode.Range(at, at.translate(0, 1));
    const command = 'vscode.executeCodeActionProvider';
    return until(
      () => vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind.value),
      (found) => found.length > 0,
    );
  }

  test('the code of a problem links to its page', async () => {
    const found = (await problems()).find(({ source }) => source === 'caffe-prototxt');
    assert.ok(typeof found?.code === 'object');
    const page = await vscode.workspace.openTextDocument(found.code.target);
    assert.match(page.getText(), new RegExp(`^# ${found.code.value}\n\n`, 'u'));
  });

  test('a hint has a quick fix and can be suppressed', async () => {
    await problems();
    const titles = (await actions('"Convolution"', vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
    assert.ok(titles.includes('Remove the bias of `conv1`'), titles.join('; '));
    assert.ok(titles.includes('Ignore `conv-bias-before-batch-norm` in this layer'), titles.join('; '));
  });

  test('a fix of the whole file is resolved lazily', async () => {
    const content = 'layer { name: "x" typo: "Input" topp: "x" }\n';
    const { uri } = await vscode.workspace.openTextDocument({ language: 'prototxt', content });
    const offered = (resolved: number) =>
      until(
        () =>
          vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            uri,
            new vscode.Range(0, 18, 0, 19),
            vscode.CodeActionKind.QuickFix.value,
            resolved,
          ),
        (found) => found.some(({ title }) => title.startsWith('Fix all')),
      );
    const editOf = async (resolved: number) =>
      (await offered(resolved)).find(({ title }) => title.startsWith('Fix all'))?.edit;
    assert.equal(await editOf(0), undefined);
    const edits = (await editOf(100))?.get(uri).map(({ newText }) => newText);
    assert.deepEqual(edits, ['type', 'top']);
  });

  test('all safe fixes are applied at once', async () => {
    await problems();
    const [all] = await actions('"relu"', vscode.CodeActionKind.SourceFixAll);
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.match(document.getText(), /type: "ReLU"/u);
    await until(
      () => vscode.languages.getDiagnostics(document.uri),
      (found) => !found.some(({ message }) => message.includes('relu')),
    );
  });
});
