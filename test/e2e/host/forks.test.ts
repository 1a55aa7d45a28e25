import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { hintTexts, hoverText, open, positionOf, until } from './editor.ts';

const quickFix = vscode.CodeActionKind.QuickFix.value;

function actionsAt(document: vscode.TextDocument, text: string): Thenable<vscode.CodeAction[]> {
  const at = positionOf(document, text);
  const range = new vscode.Range(at, at.translate(0, 1));
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, quickFix);
}

function diagnosticsOf(
  document: vscode.TextDocument,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((each) => each.severity === severity);
}

suite('A net for a fork', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = await open('forked.prototxt');
    await vscode.window.showTextDocument(document);
  });

  test('its layers are known, and shapes are inferred as far as possible', async () => {
    const hints = await until(
      () => hintTexts(document),
      (found) => found.length > 2,
    );
    assert.ok(
      hints.some((hint) => hint.includes('8×?×?×?')),
      hints.join('\n'),
    );
    assert.deepEqual(diagnosticsOf(document, vscode.DiagnosticSeverity.Error), []);
  });

  test('a quick fix sets the shape of its data', async () => {
    const actions = await until(
      () => actionsAt(document, '"Data"'),
      (found) => found.length > 0,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Set the shape of `data`…'],
    );
  });
});

suite('A net for a custom Caffe', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = await open('own.prototxt');
    await vscode.window.showTextDocument(document);
  });

  test('its schema and declaration define the shape', async () => {
    const isGrown = (hints: readonly string[]) => hints.some((hint) => hint.includes('1×3×24×24'));
    await until(() => hintTexts(document), isGrown);
    assert.deepEqual(diagnosticsOf(document, vscode.DiagnosticSeverity.Error), []);
  });

  test('completion and hover use the schema', async () => {
    const at = positionOf(document, 'factor');
    const command = 'vscode.executeCompletionItemProvider';
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at);
    assert.ok(items.some(({ label }) => label === 'factor'));
    assert.match(await hoverText(document, at.translate(0, 1)), /factor by which height and width/u);
  });

  test('a quick fix declares an unknown layer', async () => {
    const actions = await until(
      () => actionsAt(document, '"Odd"'),
      (found) => found.length > 0,
    );
    const declare = actions.find(({ title }) => title === 'Declare `Odd` in caffe-prototxt.json');
    assert.ok(declare?.edit, actions.map(({ title }) => title).join('\n'));
    const [[uri, edits] = []] = declare.edit.entries();
    assert.match(uri?.path ?? '', /\/caffe-prototxt\.json$/u);
    assert.match(edits?.map(({ newText }) => newText).join('') ?? '', /"Odd": \{/u);
  });
});
