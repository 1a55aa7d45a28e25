import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { hoverOn, lines, openFile, runCommand } from '../support/actions.ts';
import { useWorkbench } from '../support/useWorkbench.ts';
import type { Window } from '../support/workbench.ts';

const limit = { timeout: 180_000 };
const skip = process.env.CAFFE_PROTOTXT_VSCODE === '1.100.3' && 'VS Code 1.100 shows no dialogs in tests';
const input = (phase: string, batch: number) =>
  `layer { name: "data" type: "Input" top: "data" include { phase: ${phase} } input_param { shape { dim: ${batch} dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "score"
  type: "InnerProduct"
  bottom: "data"
  top: "score"
  inner_product_param { num_output: 10 }
}
`;
const files = {
  'train.prototxt': input('TRAIN', 64),
  'test.prototxt': input('TEST', 100),
  'broken.prototxt': input('TEST', 1).replace('"InnerProduct"', '"InnerProducts"'),
  'solver.prototxt': `train_net: "train.prototxt"
test_net: "test.prototxt"
test_iter: 50
test_interval: 500
base_lr: 0.01
lr_policy: "fixed"
max_iter: 10000
`,
};

let window: Window;

useWorkbench(async (workbench) => {
  await workbench.page.close();
  window = await workbench.openFolder('nets', {}, files);
  window.page.setDefaultTimeout(20_000);
});

/** Waits until a file on disk contains a text. */
async function untilWritten(file: string, text: string): Promise<void> {
  let written = '';
  for (let attempt = 0; attempt < 100 && !written.includes(text); attempt += 1) {
    written = await readFile(join(window.workspace, file), 'utf8');
    await window.page.waitForTimeout(200);
  }
  assert.ok(written.includes(text), written);
}

function row(name: string): Locator {
  return window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
}

suite('a solver and its nets', { concurrency: 1 }, () => {
  test('the title bar has the buttons for nets only at nets', limit, async () => {
    const button = window.page.locator('.title .editor-actions').getByLabel('Open Network Table');
    await openFile(window.page, 'train.prototxt');
    await button.waitFor();
    await openFile(window.page, 'solver.prototxt');
    await button.waitFor({ state: 'hidden' });
    await openFile(window.page, 'train.prototxt');
    await button.waitFor();
  });

  test('hover in the solver counts with its nets', limit, async () => {
    await openFile(window.page, 'solver.prototxt');
    const hover = await hoverOn(window.page, /^test_iter$/u);
    await hover.getByText('5,000').waitFor();
  });

  test('the problems of closed nets are listed on request', limit, async () => {
    const { page } = window;
    await runCommand(page, 'Caffe: Check All Nets of the Workspace');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'InnerProducts' });
    await problem.waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+J');
  });

  test('a layer is renamed in the other net of the solver', limit, async () => {
    const { page } = window;
    await openFile(page, 'train.prototxt');
    await lines(page, /64×10/u).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(':3:11');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.fill('classes');
    await page.keyboard.press('Enter');
    await untilWritten('test.prototxt', 'name: "classes"');
    await untilWritten('train.prototxt', 'name: "classes"');
  });

  test('a net that is renamed in the explorer is renamed in its solver', { ...limit, skip }, async () => {
    const { page } = window;
    await row('test.prototxt').click();
    await row('test.prototxt').focus();
    await page.keyboard.press('F2');
    const box = page.locator('.explorer-folders-view .monaco-inputbox input');
    await box.fill('val.prototxt');
    await box.press('Enter');
    // The editor asks before an extension changes other files.
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'OK' }).click();
    await row('val.prototxt').waitFor();
    await openFile(page, 'solver.prototxt');
    await lines(page, /test_net:\s"val\.prototxt"/u).waitFor();
  });
});
