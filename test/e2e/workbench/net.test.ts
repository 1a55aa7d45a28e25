import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  cursorAfter,
  focusEditor,
  hoverOn,
  lines,
  openFile,
  problems,
  runCommand,
  statusItem,
} from '../support/actions.ts';
import { useWorkbench } from '../support/useWorkbench.ts';

const file = 'lenet.prototxt';
const limit = { timeout: 60_000 };

let page: Page;
let workspace: string;

useWorkbench(async (workbench) => {
  ({ page, workspace } = workbench);
  await openFile(page, file);
});

/** Selects an entry of the menu of the status bar by typing its label, as the rows move while the menu opens. */
async function fromMenu(entry: string): Promise<void> {
  await statusItem(page, /params ·/).click();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: entry }).first().waitFor();
  await page.locator('.quick-input-widget input').fill(entry);
  await rows.filter({ hasNotText: entry }).first().waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
}

test('inlay hints contain shapes', limit, async () => {
  await lines(page, /layer\s\{.*64×20×24×24.*520/).waitFor();
});

test('the status bar shows the parameters and the phase', limit, async () => {
  await statusItem(page, /431,080 params · 2\.29 M MACs · TRAIN/).waitFor();
});

test(
  'the tooltip of the totals defines them, and the language status has state and dialect',
  limit,
  async () => {
    await statusItem(page, /431,080 params/).hover();
    await page.locator('.monaco-hover:visible', { hasText: /MACs are multiply-accumulates/u }).waitFor();
    await page.mouse.move(5, 5);
    await page.locator('[id="status.languageStatus"]').click();
    const shown = page.locator('.hover-language-status');
    await shown.filter({ hasText: /State: TRAIN/u }).waitFor();
    await shown.filter({ hasText: /Dialect: bvlc/u }).waitFor();
    await page.keyboard.press('Escape');
    // Older versions of VS Code keep the hover of an item that was clicked.
    await focusEditor(page);
    await page.mouse.move(5, 5);
    await shown.first().waitFor({ state: 'hidden' });
  },
);

test('a hover on a layer contains its number of weights', limit, async () => {
  const hover = await hoverOn(page, /^conv1$|"conv1"/);
  const text = await hover.innerText();
  assert.match(text, /conv1/);
  assert.match(text, /500/);
  await page.mouse.move(5, 5);
});

test('an assumed batch changes the numbers, not the file, and can be written into it', limit, async () => {
  const path = `${workspace}/${file}`;
  const before = await readFile(path, 'utf8');
  await fromMenu('Batch Size');
  await page.locator('.quick-input-widget input').fill('8');
  await page.keyboard.press('Enter');
  await statusItem(page, /if batch 8/).waitFor();
  await lines(page, /layer\s\{.*8×20×24×24.*520/).waitFor();
  assert.equal(await readFile(path, 'utf8'), before);
  assert.equal(await page.locator('.tab.active.dirty').count(), 0);

  await fromMenu('Write It into the File');
  await lines(page, /batch_size:\s8|dim:\s8/)
    .first()
    .waitFor();
  await statusItem(page, /if batch 8/).waitFor({ state: 'detached' });
  await lines(page, /layer\s\{.*8×20×24×24.*520/).waitFor();
  await focusEditor(page);
  await page.keyboard.press('Control+Z');
  await lines(page, /layer\s\{.*64×20×24×24.*520/).waitFor();
});

test('the largest batch for a memory is assumed', limit, async () => {
  await fromMenu('Largest Batch for a Memory');
  await page.locator('.quick-input-widget input').fill('1 GiB');
  await page.keyboard.press('Enter');
  await statusItem(page, /if batch \d{4}/).waitFor();
  await fromMenu('Use the Shapes of the File');
  await statusItem(page, /if batch/).waitFor({ state: 'detached' });
});

test(
  'an invalid kernel has a squiggle and an entry in the Problems panel, until it is fixed',
  limit,
  async () => {
    const squiggle = page.locator('.monaco-editor .squiggly-error');
    assert.equal(await squiggle.count(), 0);

    await cursorAfter(page, file, 'kernel_size: 5');
    await page.keyboard.type('00');
    await squiggle.first().waitFor();
    const rows = await problems(page);
    await rows
      .filter({ hasText: /caffe-prototxt/ })
      .first()
      .waitFor();

    await cursorAfter(page, file, 'kernel_size: 5');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await squiggle.first().waitFor({ state: 'detached' });
    await rows
      .filter({ hasText: /caffe-prototxt/ })
      .first()
      .waitFor({ state: 'detached' });
    await lines(page, /layer\s\{.*64×20×24×24.*520/).waitFor();
  },
);

test('the summary opens beside the net, and a different state can be selected', limit, async () => {
  await runCommand(page, 'Caffe: Show Summary of the Net');
  await lines(page, /ip1.*400,500/).waitFor();
  await runCommand(page, 'Caffe: Select State (Phase and Stages)');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: /TEST/ }).click();
  await statusItem(page, /params · .*TEST/).waitFor();
  await lines(page, /LeNet.*TEST/).waitFor();
});

test('the command prompts for the shape of the data and inserts a comment', limit, async () => {
  await openFile(page, 'forked.prototxt');
  await lines(page, /layer\s\{.*8×\?×\?×\?/)
    .first()
    .waitFor();
  await runCommand(page, 'Caffe: Set the Input Shape…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: /^data/ }).first().click();
  const box = page.locator('.quick-input-widget input');
  await box.fill('8x3x30x40');
  await page.keyboard.press('Enter');
  await lines(page, /#\sshape:\sdata\s8x3x30x40/).waitFor();
  await lines(page, /layer\s\{.*8×12×28×38.*336/).waitFor();
});

test('the status bar shows the dialect, and a click changes it', limit, async () => {
  await statusItem(page, /Caffe: shufflenet/).waitFor();
  await statusItem(page, /Caffe: shufflenet/).click();
  const current = page.locator('.quick-input-list .monaco-list-row', { has: page.locator('.codicon-check') });
  await current.filter({ hasText: /auto.*shufflenet/u }).waitFor();
  await page.locator('.quick-input-widget input').fill('ssd');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: /weiliu89/ })
    .first()
    .click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: /In this file/ }).click();
  await lines(page, /#\scaffe-dialect:\sssd/).waitFor();
  await statusItem(page, /Caffe: ssd/).waitFor();
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
});

test('a file that is not a net has no totals', limit, async () => {
  await openFile(page, 'notes.txt');
  await statusItem(page, /params ·/).waitFor({ state: 'hidden' });
});
