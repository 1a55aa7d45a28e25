import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { DeployAnswer, UpgradeAnswer } from '../../../server/src/lsp/protocol.ts';
import { Client } from '../support/client.ts';

const old = 'layers { name: "a" type: RELU bottom: "x" top: "a" }\n';
const train = `layer { name: "data" type: "Data" top: "data" top: "label" transform_param { crop_size: 8 } data_param { source: "train" batch_size: 64 } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer { name: "drop" type: "Dropout" bottom: "fc" top: "fc" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" }
`;
const head = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let client: Client;

beforeEach(async () => {
  client = await Client.start({ initializationOptions: { clientCommands: true } });
});

afterEach(async () => {
  assert.equal(await client.stop(), 0);
});

function actions(only?: readonly string[]): Promise<CodeAction[]> {
  return client.ask('textDocument/codeAction', {
    range: head,
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function newTexts(edits: readonly TextEdit[]): string[] {
  return edits.map(({ newText }) => newText);
}

test('an old net: a refactoring upgrades it to the current syntax', async () => {
  await client.open(old);
  const [action] = (await actions()).filter(({ kind }) => kind === 'refactor.rewrite');
  assert.equal(action?.title, 'Upgrade the file to current syntax');
  assert.deepEqual(newTexts(action.edit?.changes?.[client.uri] ?? []), ['layer', '"ReLU"']);
  assert.deepEqual(
    (await actions(['refactor'])).map(({ title }) => title),
    ['Upgrade the file to current syntax', 'Duplicate `a` as `a_2`'],
  );
  assert.ok((await actions(['quickfix'])).every(({ kind }) => kind === 'quickfix'));
});

test('an old net: the request of the command', async () => {
  await client.open(old);
  const answer = await client.ask<UpgradeAnswer>('caffePrototxt/upgrade');
  assert.deepEqual([newTexts(answer.edits), answer.problem], [['layer', '"ReLU"'], undefined]);
});

test('a training net: the action runs the command', async () => {
  await client.open(train);
  const [action] = await actions(['refactor']);
  assert.equal(action?.title, 'Generate deploy.prototxt…');
  assert.equal(action.command?.command, 'caffePrototxt.deploy');
  assert.equal(action.command?.arguments?.[0], client.uri);
});

test('a training net: unknown shapes are requested, then it is converted', async () => {
  await client.open(train);
  const asked = await client.ask<DeployAnswer>('caffePrototxt/deploy');
  assert.equal(asked.text, undefined);
  assert.deepEqual(asked.unknown, [{ name: 'data', shape: '1×?×8×8' }]);
  const shapes = { data: [1, 3, 8, 8] };
  const made = await client.ask<DeployAnswer>('caffePrototxt/deploy', { shapes });
  assert.match(made.text ?? '', /dim: 1 dim: 3 dim: 8 dim: 8/u);
  assert.match(made.text ?? '', /Dropout/u);
  assert.equal(made.hasDropout, true);
  const without = await client.ask<DeployAnswer>('caffePrototxt/deploy', { shapes, dropDropout: true });
  assert.doesNotMatch(without.text ?? '', /Dropout/u);
});
