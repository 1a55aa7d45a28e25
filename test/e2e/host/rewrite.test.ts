import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { hintTexts, open, until } from './editor.ts';

suite('A training net in V1 syntax', () => {
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    document = await open('old_train.prototxt');
    await vscode.window.showTextDocument(document);
    await until(
      () => hintTexts(document),
      (hints) => hints.some((hint) => hint.includes('64×20×24×24')),
    );
  });

  test('its deployment net opens beside it', async () => {
    await vscode.commands.executeCommand('caffePrototxt.deploy');
    const made = await until(
      () => vscode.window.activeTextEditor?.document,
      (active) => active?.isUntitled === true,
    );
    assert.equal(made?.languageId, 'prototxt');
    assert.match(made?.getText() ?? '', /shape \{ dim: 1 dim: 3 dim: 28 dim: 28 \}[\s\S]*type: "Softmax"/u);
  });

  test('it is upgraded to the current syntax with its comments', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('caffePrototxt.upgrade');
    await until(
      () => document.getText(),
      (text) => !text.includes('layers {'),
    );
    assert.match(document.getText(), /param \{ lr_mult: 1 \} {2}# the weights/u);
    await until(
      () => hintTexts(document),
      (hints) => hints.some((hint) => hint.includes('64×20×24×24')),
    );
  });
});
