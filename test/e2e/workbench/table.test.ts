import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { cursorAfter, cursorIsIn, focusEditor } from '../support/actions.ts';
import { assertAccessible } from '../support/axe.ts';
import { reloadStored } from '../support/reload.ts';
import { openPanel, panel, useWorkbench } from '../support/useWorkbench.ts';

const file = 'lenet.prototxt';
const limit = { timeout: 60_000 };

let page: Page;

useWorkbench(async (workbench) => {
  ({ page } = workbench);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPanel(page, 'Open Network Table');
  await row('conv1').waitFor({ timeout: 60_000 });
});

/** The page of the table. */
const table = () => panel(page);

function row(name: string): Locator {
  return table().locator(`.body .row[data-item="layer:${name}"]`);
}

function group(name: string): Locator {
  return table().locator(`.body .row[data-item="group:${name}"]`);
}

function selected(name: string): Locator {
  return table().locator(`.body .row[aria-selected="true"][data-item="layer:${name}"]`);
}

/** The names of the rows from top to bottom. */
async function names(): Promise<readonly string[]> {
  const rows = await table()
    .locator('.body .row')
    .evaluateAll((found) =>
      found.map((each) => ({
        index: Number(each.getAttribute('aria-rowindex')),
        name: each.querySelector('.layer')?.textContent ?? '',
      })),
    );
  return rows.sort((one, other) => one.index - other.index).map(({ name }) => name);
}

function heading(name: string): Locator {
  return table().getByRole('columnheader', { name, exact: true });
}

const order = ['data', 'conv1', 'pool1', 'conv2', 'pool2', 'ip1', 'relu1', 'ip2', 'loss'];

test('a row for each layer, with the totals below', limit, async () => {
  const shown = await names();
  assert.deepEqual(
    shown.filter((name) => order.includes(name)),
    order.filter((name) => shown.includes(name)),
  );
  assert.equal(await row('conv1').locator('.params').innerText(), '520');
  assert.equal(await row('conv1').locator('.field').innerText(), '5×5');
  assert.equal(await table().locator('.foot .params').innerText(), '431,080');
});

test('a click on a row moves the cursor to the layer', limit, async () => {
  await row('ip1').click();
  await selected('ip1').waitFor();
  await cursorIsIn(page, file, 'ip1');
});

test('the cursor selects the row of the layer', limit, async () => {
  await focusEditor(page);
  await cursorAfter(page, file, 'name: "pool2"');
  await selected('pool2').waitFor();
});

test('a heading sorts: the largest first, the smallest first, as in the file', limit, async () => {
  const before = await names();
  const macs = heading('MACs per batch');
  await macs.click();
  assert.equal(await macs.getAttribute('aria-sort'), 'descending');
  assert.deepEqual((await names()).slice(0, 3), ['conv2', 'ip1', 'conv1']);
  await macs.getByRole('button').press('Enter');
  assert.equal(await macs.getAttribute('aria-sort'), 'ascending');
  assert.equal((await names()).at(-1), 'conv2');
  await macs.getByRole('button').press('Enter');
  assert.deepEqual(await names(), before);
});

test('an edit changes the numbers in place: order and selection stay', limit, async () => {
  await heading('Parameters').click();
  await focusEditor(page);
  await cursorAfter(page, file, 'num_output: 20');
  await selected('conv1').waitFor();
  await page.keyboard.type('0');
  await row('conv1').locator('.params', { hasText: '5,200' }).waitFor();
  await row('conv1').locator('.shape', { hasText: '64×200×24×24' }).waitFor();
  assert.equal(await heading('Parameters').getAttribute('aria-sort'), 'descending');
  await selected('conv1').waitFor();
  await page.keyboard.press('Backspace');
  await row('conv1').locator('.params', { hasText: '520' }).waitFor();
  await heading('Parameters').click();
  await heading('Parameters').click();
});

test('a filter shows the layers with a name, a type or a blob', limit, async () => {
  const field = table().getByRole('searchbox');
  await field.fill('convolution');
  await table().locator('output', { hasText: '2 of 9' }).waitFor();
  assert.deepEqual(await names(), ['conv1', 'conv2']);
  assert.equal(await table().locator('.foot .params').innerText(), '25,570');
  await field.fill('pool1');
  assert.deepEqual(await names(), ['pool1', 'conv2']);
  await field.press('Escape');
  assert.ok((await names()).length > 2);
});

test('groups have the sums of their layers, and open', limit, async () => {
  await table().getByLabel('Groups', { exact: true }).selectOption('type');
  await group('Convolution').waitFor();
  assert.equal(await group('Convolution').locator('.params').innerText(), '25,570');
  assert.equal(await group('Convolution').getAttribute('aria-expanded'), 'false');
  await group('Convolution').click();
  await row('conv2').waitFor();
  await page.keyboard.press('ArrowLeft');
  await row('conv2').waitFor({ state: 'detached' });
  await table().getByLabel('Groups', { exact: true }).selectOption('');
  await row('conv2').waitFor();
});

test('columns are chosen', limit, async () => {
  await table().getByText('Columns', { exact: true }).click();
  await table().getByLabel('Memory').check();
  await page.keyboard.press('Escape');
  await heading('Memory').waitFor();
  assert.match(await row('conv1').locator('.memory').innerText(), /^2\.8 MiB$/u);
});

test('the shown rows are copied as Markdown', limit, async () => {
  await table().getByRole('searchbox').fill('conv1');
  await table().getByText('Copy', { exact: true }).click();
  await table().getByRole('button', { name: 'Markdown' }).click();
  await page.locator('.statusbar-item', { hasText: 'The table is on the clipboard.' }).waitFor();
  const text = await page.evaluate<string>('navigator.clipboard.readText()');
  assert.match(
    text,
    /^\| Layer \| Type \| Output shape \| Parameters \| MACs per batch \| Memory \| Receptive field \|\n/u,
  );
  assert.match(
    text,
    /\n\| conv1 \| Convolution \| 64×20×24×24 \| 520 \| 18,432,000 \| 2\.8 MiB \| 5×5 \|\n/u,
  );
  await table().getByRole('searchbox').press('Escape');
});

test('the table can be used with the keyboard alone', limit, async () => {
  await table().getByRole('searchbox').press('Escape');
  await page.keyboard.press('Home');
  await selected('data').waitFor();
  await page.keyboard.press('ArrowDown');
  await selected('conv1').waitFor();
  // From the first row up to the headings, and back.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('/');
  await page.keyboard.type('pool');
  await table()
    .locator('output', { hasText: /^\d of 9$/u })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await selected('pool1').waitFor();
  await page.keyboard.press('Enter');
  await cursorIsIn(page, file, 'pool1');
  await page.locator('.monaco-editor.focused').first().waitFor();
});

test('axe finds nothing serious', limit, async () => {
  await table().getByRole('searchbox').fill('');
  await table().getByLabel('Groups', { exact: true }).selectOption('type');
  await group('Convolution').click();
  await assertAccessible(table().locator('main'));
  await group('Convolution').click();
});

test('the table is restored after the window is loaded again', limit, async () => {
  await reloadStored(page, 'caffePrototxt.table', '"grouping":"type"');
  await group('Convolution').waitFor({ timeout: 60_000 });
  await heading('Memory').waitFor();
});
