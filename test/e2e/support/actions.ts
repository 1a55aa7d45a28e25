import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { fromRoot } from './paths.ts';

/** User actions in the workbench. */

/** Opens a file of the workspace from the explorer and waits for its text. */
export async function openFile(page: Page, name: string): Promise<void> {
  // Quick open requires ripgrep, which some of the packages lack.
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await row.waitFor({ timeout: 60_000 });
  await row.dblclick();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Runs a command from the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Moves the focus to the first editor, by keys, as a hover or a menu can cover it. */
export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** Moves the cursor after the first occurrence of a text in a file of the workspace. */
export async function cursorAfter(page: Page, file: string, text: string): Promise<void> {
  const content = await readFile(fromRoot(`test/e2e/workspace/${file}`), 'utf8');
  const before = content.slice(0, content.indexOf(text) + text.length).split('\n');
  await page.keyboard.press('Control+G');
  await page
    .locator('.quick-input-widget input')
    .fill(`:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The lines of the editor that match, including inlay hints. */
export function lines(page: Page, text: RegExp): Locator {
  return page.locator('.monaco-editor .view-line', { hasText: text });
}

/** The matching item of the status bar. */
export function statusItem(page: Page, text: RegExp): Locator {
  return page.locator('.statusbar-item', { hasText: text });
}

/** Opens the Problems panel and returns its rows. */
export async function problems(page: Page): Promise<Locator> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
  await panel.waitFor();
  return panel.locator('.monaco-list-row');
}

/** Moves the mouse to the first occurrence of a text and returns the hover that appears. */
export async function hoverOn(page: Page, text: RegExp): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible .hover-contents').first();
  const word = page.locator('.monaco-editor .view-line span span', { hasText: text }).first();
  // A hover during the start of the server may be empty: move the mouse away and try again.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await word.hover();
    const shown = await hover.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (shown) return hover;
    await page.mouse.move(5, 5);
  }
  throw new Error(`no hover on ${text}`);
}

/** Waits until the cursor is on the first line of a layer of a file of the workspace. */
export async function cursorIsIn(page: Page, file: string, layer: string): Promise<void> {
  const text = (await readFile(fromRoot(`test/e2e/workspace/${file}`), 'utf8')).split('\n');
  const named = text.findIndex((line) => line.includes(`name: "${layer}"`));
  const line = text.slice(0, named + 1).findLastIndex((each) => /^layer/u.test(each)) + 1;
  await page
    .locator('.monaco-editor .line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`, 'u') })
    .waitFor();
}
