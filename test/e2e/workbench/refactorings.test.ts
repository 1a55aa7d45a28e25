import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { cursorAfter, lines, openFile, runCommand } from '../support/actions.ts';
import { savingSoon, useWorkbench } from '../support/useWorkbench.ts';

const file = 'lenet.prototxt';
const limit = { timeout: 60_000 };

let page: Page;
let workspace: string;

useWorkbench(
  async (workbench) => {
    ({ page, workspace } = workbench);
    await openFile(page, file);
    await lines(page, /layer\s\{.*64×20×24×24/).waitFor({ timeout: 60_000 });
  },
  { settings: { ...savingSoon, 'caffePrototxt.codeLens.enabled': true } },
);

test('a code lens above the net has the totals', limit, async () => {
  const lens = page.locator('.codelens-decoration').first();
  await lens.filter({ hasText: /TRAIN: 431,080 params.*Open Graph/u }).waitFor();
});

test('the number of classes is changed at the selected places', limit, async () => {
  await runCommand(page, 'Change the Number of Classes');
  await page.locator('.quick-input-title', { hasText: 'Number of Classes' }).waitFor();
  await page.locator('.quick-input-widget input').fill('3');
  await page.keyboard.press('Enter');
  const place = page.locator('.quick-input-list .monaco-list-row', { hasText: 'num_output: 10 → 3' });
  await place.waitFor();
  await page.keyboard.press('Enter');
  const path = `${workspace}/${file}`;
  let text = '';
  for (let tries = 0; tries < 50 && !text.includes('num_output: 3'); tries++) {
    await page.waitForTimeout(100);
    text = await readFile(path, 'utf8');
  }
  assert.match(text, /name: "ip2"[\s\S]*num_output: 3\n/u);
});

test('selected layers open as a net with their input', limit, async () => {
  await cursorAfter(page, file, '  type: "ReLU"');
  for (let line = 0; line < 12; line++) await page.keyboard.press('Shift+ArrowDown');
  await runCommand(page, 'Open Selected Layers as a Net');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await lines(page, /type:\s"Input"/u)
    .first()
    .waitFor();
});
