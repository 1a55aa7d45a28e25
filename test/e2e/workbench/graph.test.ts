import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { cursorAfter, cursorIsIn, focusEditor, lines, openFile, runCommand } from '../support/actions.ts';
import { assertAccessible } from '../support/axe.ts';
import { reloadStored } from '../support/reload.ts';
import { openPanel, panel, useWorkbench } from '../support/useWorkbench.ts';

const file = 'lenet.prototxt';
const limit = { timeout: 60_000 };

const modules = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "m1/a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 4 kernel_size: 1 } }
layer { name: "m1/b" type: "Sigmoid" bottom: "a" top: "b" }
layer { name: "end" type: "Softmax" bottom: "b" top: "end" }
layer { name: "tested" type: "ArgMax" bottom: "b" top: "tested" include { phase: TEST } }
`;

let page: Page;
let workspace: string;

useWorkbench(async (workbench) => {
  ({ page, workspace } = workbench);
  await writeFile(`${workspace}/modules.prototxt`, modules);
  await openPanel(page, 'Open Network Graph');
  await node('conv1').waitFor({ timeout: 60_000 });
});

/** The page of the graph that is shown. */
const graph = () => panel(page);

function node(name: string): Locator {
  return graph().locator(`.graph .node[data-node="layer:${name}"]`);
}

function selected(name: string): Locator {
  return graph().locator(`.graph .node.selected[data-node="layer:${name}"]`);
}

test('nodes show layers with parameters, in-place layers and shapes', limit, async () => {
  assert.match(await node('conv1').innerHTML(), />Convolution 20 · 5×5</u);
  assert.match(await node('conv1').innerHTML(), />64×20×24×24</u);
  assert.match(await node('ip1').innerHTML(), />ReLU</u);
});

test('a click on a node moves the cursor to the layer', limit, async () => {
  await node('ip1').click();
  await selected('ip1').waitFor();
  await cursorIsIn(page, file, 'ip1');
});

test('the cursor selects the node of the layer', limit, async () => {
  await focusEditor(page);
  await cursorAfter(page, file, 'name: "pool2"');
  await selected('pool2').waitFor();
  await cursorAfter(page, file, 'name: "relu1"');
  await selected('ip1').waitFor();
});

test('an edit changes the node and the shapes after it', limit, async () => {
  await cursorAfter(page, file, 'num_output: 20');
  await page.keyboard.type('0');
  await node('conv1').locator('text', { hasText: 'Convolution 200 · 5×5' }).waitFor();
  await node('pool1').locator('text', { hasText: '64×200×12×12' }).waitFor();
  await page.keyboard.press('Backspace');
  await node('conv1').locator('text', { hasText: 'Convolution 20 · 5×5' }).waitFor();
});

test('a faulty layer is marked with its problem', limit, async () => {
  await cursorAfter(page, file, 'num_output: 20');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('0');
  await graph().locator('.graph .node.error[data-node="layer:conv1"]').waitFor();
  assert.match((await node('conv1').locator('title').textContent()) ?? '', /error: .*num_output/u);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('20');
  await graph().locator('.graph .node:not(.error)[data-node="layer:conv1"]').waitFor();
});

test('nodes can be colored by a cost, and the legend says how', limit, async () => {
  const legend = graph().locator('.legend');
  await legend.getByText('Convolution').waitFor();
  const colors = graph().getByLabel('Color by');
  await colors.selectOption({ label: 'MACs per batch' });
  await node('conv2').locator('path.heat4').first().waitFor();
  await node('conv2')
    .locator('text', { hasText: /^102 M · 69\.8 %$/u })
    .waitFor();
  await legend.getByText('Up to 100 % of the largest').waitFor();
  await legend.getByText('MACs per batch: 147 M in all').waitFor();
  await colors.selectOption({ label: 'Categories' });
  await node('conv2').locator('path.blue').first().waitFor();
});

test('the selected node has its costs and its receptive field beside the graph', limit, async () => {
  await node('conv2').click();
  const details = graph().locator('.details');
  await details.getByText('25.1 k · 5.8 %').waitFor();
  await details.getByText('14×14 of data 28×28, stride 2, offset 0').waitFor();
  await details.locator('svg .field-own').waitFor();
});

test('the page has no serious problem of accessibility', limit, async () => {
  await assertAccessible(graph().locator('main'));
});

test('the graph can be used with the keyboard alone', limit, async () => {
  await graph()
    .locator('svg.graph')
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Home');
  await selected('data').waitFor();
  await page.keyboard.press('ArrowDown');
  await selected('conv1').waitFor();
  await page.keyboard.press('ArrowDown');
  await selected('pool1').waitFor();
  await page.keyboard.press('ArrowUp');
  await selected('conv1').waitFor();
  assert.match(
    await graph().locator('.unseen').innerText(),
    /^conv1: Convolution 20 · 5×5.* 1 in, 1 out\.$/u,
  );
  await page.keyboard.press('/');
  await page.keyboard.type('pool');
  await graph().locator('output', { hasText: '1 of 2' }).waitFor();
  await page.keyboard.press('Enter');
  await graph().locator('output', { hasText: '2 of 2' }).waitFor();
  await selected('pool2').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await cursorIsIn(page, file, 'pool2');
  await page.locator('.monaco-editor.focused').first().waitFor();
});

test('the graph is saved as SVG', limit, async () => {
  await graph().getByRole('button', { name: 'Save', exact: true }).click();
  await graph().getByRole('button', { name: 'Save as SVG' }).click();
  const target = `${workspace}/saved.svg`;
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  // The dialog replaces what is typed before it has found the folder, and looks at a path before it accepts it.
  for (let attempt = 0; attempt < 4 && !existsSync(target); attempt += 1) {
    await page.waitForTimeout(2500);
    await input.fill(target);
    await page.waitForTimeout(2000);
    await input.press('Enter', { timeout: 2000 }).catch(() => {});
    await page.waitForTimeout(2500);
  }
  const saved = await readFile(target, 'utf8');
  assert.match(saved, /^<svg xmlns/u);
  assert.match(saved, />conv1<\/text>/u);
  assert.doesNotMatch(saved, /var\(|<script/u);
});

test('the graph is restored after the window is loaded again', limit, async () => {
  await reloadStored(page, 'caffePrototxt.graph', '"selected":"layer:pool2"');
  await node('conv1').waitFor({ timeout: 60_000 });
  await selected('pool2').waitFor();
});

test('a module is folded and unfolded, and the picture stays where it is', limit, async () => {
  await openFile(page, 'modules.prototxt');
  await lines(page, /layer\s\{.*1×4×8×8/)
    .first()
    .waitFor();
  await runCommand(page, 'Open Network Graph');
  await node('m1/a').waitFor();
  await graph().locator('.group > text', { hasText: 'm1' }).click();
  const folded = graph().locator('.graph .node.folded');
  await folded.waitFor();
  assert.equal(await node('m1/a').count(), 0);
  assert.match(await folded.innerHTML(), />2 layers</u);
  const before = await node('data').boundingBox();
  await folded.dblclick();
  await node('m1/b').waitFor();
  await node('data').waitFor();
  const after = await node('data').boundingBox();
  assert.ok(before && after && Math.abs(before.y - after.y) < 60);
});

test('layers that are not shown are listed, and all states can be overlaid', limit, async () => {
  const absent = graph().locator('.absent');
  await absent.getByText('Not shown: 1 layer').click();
  await absent.getByText('TEST only').waitFor();
  await absent.getByRole('button', { name: 'tested' }).click();
  await page.locator('.line-numbers.active-line-number', { hasText: /^5$/u }).first().waitFor();
  const states = graph().getByLabel('State');
  await states.selectOption({ label: 'All states' });
  await graph().locator('.node.partial[data-node="layer:tested"]').waitFor();
  await absent.waitFor({ state: 'hidden' });
  await states.selectOption({ label: 'TRAIN' });
  await node('tested').waitFor({ state: 'detached' });
});
