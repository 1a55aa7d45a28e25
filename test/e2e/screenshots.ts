import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { takePanels } from './panelPictures.ts';
import {
  cursorAfter,
  hoverOn,
  lines,
  openFile,
  problems,
  runCommand,
  statusItem,
} from './support/actions.ts';
import { chosenEditor, type Editor } from './support/install.ts';
import { fromRoot } from './support/paths.ts';
import { listWith, press, suggestions } from './support/typing.ts';
import { openWorkbench } from './support/workbench.ts';

const file = 'lenet.prototxt';
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** Takes the screenshots of one theme, one per step. */
async function takePictures(editor: Editor, vsix: string, theme: keyof typeof themes): Promise<void> {
  const settings = { 'workbench.colorTheme': themes[theme] };
  const { page, workspace, close } = await openWorkbench(editor, {
    vsix,
    settings,
    viewport: { width: 1200, height: 760 },
  });
  const take = (name: string) => page.screenshot({ path: fromRoot(`out/screenshots/${name}-${theme}.png`) });
  try {
    page.setDefaultTimeout(20_000);
    await takeTyping(page, workspace, take);
    await takeForks(page, take);
    await takeMistakes(page, take);
    await takeBranches(page, take);
    await openFile(page, file);
    await lines(page, /layer\s\{.*64×20×24×24.*520/).waitFor();
    await statusItem(page, /431,080 params/).waitFor();
    await cursorAfter(page, file, '"LeNet"');
    await page.keyboard.press('Control+B');
    await settle(page);
    await take('hints');
    await hoverOn(page, /"conv1"/);
    await settle(page);
    await take('hover');
    await page.mouse.move(5, 5);
    await statusItem(page, /431,080 params/).hover();
    await page.locator('.monaco-hover:visible').first().waitFor();
    await settle(page);
    await take('status');
    await page.mouse.move(700, 300);
    await runCommand(page, 'Caffe: Show Summary of the Net');
    await lines(page, /ip1.*400,500/).waitFor();
    await settle(page);
    await take('summary');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+W');
    await page.keyboard.press('Control+1');
    await cursorAfter(page, file, 'kernel_size: 5');
    await page.keyboard.type('00');
    await problems(page);
    await page.locator('.squiggly-error').first().waitFor();
    await settle(page);
    await take('problems');
    await page.keyboard.press('Control+Shift+M');
    await page.keyboard.press('Control+B');
    await takeDeploy(page, take);
    await takePanels(page, workspace, take);
  } finally {
    await close();
  }
}

/** Writing a net in an empty file: each list that opens, and the text after an item is accepted. */
async function takeTyping(
  page: Page,
  workspace: string,
  take: (name: string) => Promise<unknown>,
): Promise<void> {
  await writeFile(`${workspace}/written.prototxt`, '');
  await openFile(page, 'written.prototxt');
  await page.keyboard.press('Control+B');
  for (let attempt = 0; attempt < 20 && (await suggestions(page)).length === 0; attempt += 1) {
    await press(page, 'Control+Space', 500);
  }
  const steps = [
    ['', 'layer', 'empty-file', 'Enter'],
    ['n', 'name', 'in-layer', 'Enter'],
    ['data', '', '', 'Control+Enter'],
    ['t', 'type', '', 'Enter'],
    ['Inp', 'Input', 'in-quotes', 'Enter'],
    ['', '', 'after-quotes', 'Enter'],
    ['t', 'top', '', 'Enter'],
    ['', 'data', 'top', 'Enter'],
    ['', '', '', 'ArrowDown'],
    ['', '', '', 'Control+Enter'],
    ['l', 'layer', '', 'Enter'],
    ['t', 'type', '', 'Enter'],
    ['P', 'Pooling', 'type', 'Enter'],
    ['', '', '', 'Enter'],
    ['b', 'bottom', '', 'Enter'],
    ['', 'data', 'bottom', 'Enter'],
    ['', '', '', 'Enter'],
    ['p', 'pooling_param', 'own-parameters', 'Enter'],
    ['p', 'pool', '', 'Enter'],
    ['', 'AVE', 'enum', 'Enter'],
    ['', '', 'enum-chosen', 'Enter'],
    ['stride', '', 'whole-word', 'Enter'],
    ['', '', 'new-line', 'Escape'],
  ] as const;
  for (const [text, label, name, key] of steps) {
    for (const letter of text) await press(page, letter, 100);
    if (label !== '') await listWith(page, label);
    if (name !== '') await settle(page).then(() => take(`typing-${name}`));
    await press(page, key, 300);
  }
  await page.keyboard.press('Control+S');
  await page.keyboard.press('Control+W');
  await page.keyboard.press('Control+B');
}

/** A net of a fork: unknown shapes, their quick fixes, and the list of dialects. */
async function takeForks(page: Page, take: (name: string) => Promise<unknown>): Promise<void> {
  await openFile(page, 'forked.prototxt');
  await page.keyboard.press('Control+B');
  await lines(page, /layer\s\{.*8×\?×\?×\?/)
    .first()
    .waitFor();
  await cursorAfter(page, 'forked.prototxt', '"Data');
  await settle(page);
  await page.keyboard.press('Control+.');
  await settle(page);
  await take('unknown');
  await page.keyboard.press('Escape');
  await cursorAfter(page, 'forked.prototxt', 'kernel_size: 3 ');
  await page.keyboard.press('Control+Space');
  await settle(page);
  await take('completion');
  await page.keyboard.press('Escape');
  await statusItem(page, /Caffe: /).hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  await settle(page);
  await take('dialect');
  await statusItem(page, /Caffe: /).click();
  await settle(page);
  await take('dialects');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+W');
  await page.keyboard.press('Control+B');
}

/** Errors, hints and their quick fixes; the page of a check. */
async function takeMistakes(page: Page, take: (name: string) => Promise<unknown>): Promise<void> {
  await openFile(page, 'mistakes.prototxt');
  await page.keyboard.press('Control+B');
  await lines(page, /layer\s\{.*448/).waitFor();
  await cursorAfter(page, 'mistakes.prototxt', '"Convolution');
  await settle(page);
  await page.keyboard.press('Control+.');
  await settle(page);
  await take('repairs');
  await page.keyboard.press('Escape');
  await cursorAfter(page, 'mistakes.prototxt', 'pad: 2');
  await settle(page);
  await page.keyboard.press('Control+.');
  await settle(page);
  await take('ways');
  await page.keyboard.press('Escape');
  await hoverOn(page, /^relu$/);
  await settle(page);
  await page.locator('.monaco-hover:visible a.code-link').first().click();
  await page.locator('.tab.active', { hasText: 'unknown-layer-type' }).waitFor();
  const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await shown.getByText('Severity: error').waitFor();
  await settle(page);
  await take('page');
  await page.keyboard.press('Control+W');
  await page.keyboard.press('Control+W');
  await page.keyboard.press('Control+B');
}

/** Two branches with different sizes: related locations and quick fixes. */
async function takeBranches(page: Page, take: (name: string) => Promise<unknown>): Promise<void> {
  await openFile(page, 'branches.prototxt');
  await page.keyboard.press('Control+B');
  await (await problems(page)).first().waitFor();
  await page.keyboard.press('Control+1');
  await cursorAfter(page, 'branches.prototxt', 'bottom: "pool"\n  bottom: "conv');
  await settle(page);
  await page.keyboard.press('Control+.');
  await settle(page);
  await take('branches');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+M');
  await page.keyboard.press('Control+W');
  await page.keyboard.press('Control+B');
}

/** A deployment net beside its training net. */
async function takeDeploy(page: Page, take: (name: string) => Promise<unknown>): Promise<void> {
  await openFile(page, 'old_train.prototxt');
  await page.keyboard.press('Control+B');
  await lines(page, /layers\s\{.*64×3×28×28/).waitFor();
  await page.keyboard.press('Control+.');
  await settle(page);
  await take('refactorings');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Caffe: Generate deploy.prototxt');
  await lines(page, /layer\s\{.*1×20×24×24/).waitFor();
  await settle(page);
  await take('deploy');
}

/** Waits for animations. */
function settle(page: Page): Promise<void> {
  return page.waitForTimeout(800);
}

const vsix = process.env.CAFFE_PROTOTXT_VSIX;
if (vsix === undefined) throw new Error('CAFFE_PROTOTXT_VSIX must be the path of the packaged extension');
await mkdir(fromRoot('out/screenshots'), { recursive: true });
const editor = await chosenEditor();
await takePictures(editor, vsix, 'light');
await takePictures(editor, vsix, 'dark');
console.log(`screenshots: ${fromRoot('out/screenshots')}`);
