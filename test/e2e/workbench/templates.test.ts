import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { summary } from '../../../server/src/features/summary/summary.ts';
import { netState, phases } from '../../../server/src/net/states/state.ts';
import { open } from '../../support/fixture.ts';
import { openFile } from '../support/actions.ts';
import { fromRoot } from '../support/paths.ts';
import { listWith, press, suggestions } from '../support/typing.ts';
import { Typist } from '../support/typist.ts';
import { savingSoon, useWorkbench } from '../support/useWorkbench.ts';
import type { Window } from '../support/workbench.ts';

const limit = { timeout: 1_200_000 };
let window: Window;
let page: Page;

useWorkbench(
  async (workbench) => {
    await workbench.page.close();
    const layer = 'layer {\n  name: "d"\n  type: "Dropout"\n  dropout_param {\n    \n  }\n}\n';
    const files = { 'whole.prototxt': '', 'helped.prototxt': layer, 'trains.prototxt': 'base_lr: 0.1\n' };
    window = await workbench.openFolder('templates', {}, files);
    ({ page } = window);
    page.setDefaultTimeout(60_000);
  },
  { settings: savingSoon, viewport: { width: 900, height: 500 } },
);

/** Opens a file and waits for the server. */
async function start(name: string, label: string): Promise<void> {
  await openFile(page, name);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await press(page, 'Control+End', 100);
  for (let attempt = 0; attempt < 20 && (await suggestions(page)).length === 0; attempt += 1)
    await press(page, 'Control+Space', 500);
  await listWith(page, label);
  await press(page, 'Escape', 200);
}

/** The types, shapes and parameters of the layers of a net in both phases. */
function layersOf(text: string): unknown {
  return phases.map((phase) =>
    summary(open(text), netState(phase))?.rows.map(({ type, bottoms, topShapes, params }) => ({
      type,
      inputs: bottoms.length,
      topShapes,
      params,
    })),
  );
}

/** Waits until the file on the disk describes a net with certain layers; returns its text, also after a timeout. */
async function savedNet(file: string, layers: unknown): Promise<string> {
  let text = '';
  for (let attempt = 0; attempt < 60; attempt += 1) {
    text = await readFile(`${window.workspace}/${file}`, 'utf8');
    if (JSON.stringify(layersOf(text)) === JSON.stringify(layers)) break;
    await page.waitForTimeout(250);
  }
  return text;
}

test(
  'writing LeNet with layers and templates takes less than a third of its letters',
  limit,
  async (context) => {
    await start('whole.prototxt', 'layer');
    const typist = new Typist(page);
    const leave = () => typist.press('Escape', 'Control+End');
    await typist.type('sh');
    await typist.choose('# shape', true);
    await typist.type('data 1x28x28');
    await typist.press('Enter');
    await typist.choose('name', false);
    await typist.type('LeNet');
    await typist.press('Control+Enter');
    await typist.choose('data_train_test', false);
    for (const value of ['28', 'mnist_train_lmdb', '64', 'mnist_test_lmdb', '100']) {
      await typist.type(value);
      await typist.press('Tab');
    }
    await typist.choose('Convolution', false);
    await typist.press('Tab', 'Tab');
    for (const value of ['20', '5', '0']) {
      await typist.type(value);
      await typist.press('Tab');
    }
    await typist.type('xavier');
    await leave();
    await typist.choose('Pooling', false);
    await leave();
    await typist.choose('Convolution', false);
    await typist.press('Tab', 'Tab');
    await typist.type('50');
    await leave();
    await typist.choose('Pooling', false);
    await leave();
    await typist.choose('InnerProduct', false);
    await typist.press('Tab', 'Tab');
    await typist.type('500');
    await leave();
    await typist.choose('ReLU', false);
    await leave();
    await typist.choose('classifier', false);
    await leave();

    const expected = layersOf(await readFile(fromRoot('examples/lenet.prototxt'), 'utf8'));
    const text = await savedNet('whole.prototxt', expected);
    assert.deepEqual(layersOf(text), expected, text);
    assert.deepEqual(
      diagnostics(open(text)).map(({ message }) => message),
      [],
    );
    const letters = text.replaceAll(/^[ \t]+/gmu, '').length;
    context.diagnostic(`${typist.keys} keys; ${letters} letters without indentation`);
    assert.ok(typist.keys < letters / 3, `${typist.keys} keys for ${letters} letters`);
  },
);

test('the signature of a message is shown on request only', limit, async () => {
  await start('helped.prototxt', 'layer');
  await press(page, 'Control+Home', 100);
  for (let line = 0; line < 4; line += 1) await press(page, 'ArrowDown', 60);
  await press(page, 'End', 100);
  const help = page.locator('.parameter-hints-widget.visible');
  await press(page, 'd', 300);
  assert.equal(await help.count(), 0);
  await press(page, 'Escape', 100);
  await press(page, 'Control+Shift+Space', 100);
  await help.waitFor();
  assert.match((await help.textContent()) ?? '', /dropout_param \{ dropout_ratio = 0\.5 \}/u);
});

test('the files of the folder are suggested in the quotes of a path', limit, async () => {
  await start('trains.prototxt', 'net');
  const typist = new Typist(page);
  await typist.choose('net', false);
  const labels = (await listWith(page, 'helped.prototxt')).map(({ label }) => label);
  assert.ok(labels.includes('whole.prototxt'), labels.join(' '));
  await typist.choose('whole.prototxt', true);
  await page.waitForTimeout(1000);
  const text = await readFile(`${window.workspace}/trains.prototxt`, 'utf8');
  assert.match(text, /net: "whole\.prototxt"/u);
});
