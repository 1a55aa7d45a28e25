import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { until } from './editor.ts';

suite('Layout in VS Code', () => {
  test('a file is formatted', async () => {
    const content = 'layer{name:"a"\ntype:"ReLU"}\n';
    const document = await vscode.workspace.openTextDocument({ language: 'prototxt', content });
    const options = { tabSize: 2, insertSpaces: true };
    const command = 'vscode.executeFormatDocumentProvider';
    const edits = await until(
      () => vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(command, document.uri, options),
      (found) => found !== undefined && found.length > 0,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits ?? []);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), 'layer {\n  name: "a"\n  type: "ReLU"\n}\n');
  });
});
