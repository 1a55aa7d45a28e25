import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Window } from './workbench.ts';

/** How text is typed into the editor, key by key. */
export interface Style {
  /** Milliseconds between two keys. */
  readonly pause: number;
  /** Whether the editor inserts closing braces, so that the cursor moves past those on separate lines. */
  readonly closesBraces: boolean;
}

/** Types a text into the editor, without the white space at the start of its lines. */
export async function typeText(page: Page, text: string, { pause, closesBraces }: Style): Promise<void> {
  const lines = text.split('\n').map((line) => line.trimStart());
  for (const [index, line] of lines.entries()) {
    const isClosed = closesBraces && /^[}>]$/u.test(line);
    if (index > 0 && !isClosed) await press(page, 'Enter', pause);
    if (!isClosed) await typeLine(page, line, pause);
    else await press(page, 'ArrowDown', pause).then(() => press(page, 'End', pause));
  }
}

async function typeLine(page: Page, line: string, pause: number): Promise<void> {
  for (const letter of line) {
    await page.keyboard.type(letter);
    await sleep(pause);
  }
}

/** Presses a key and waits. */
export async function press(page: Page, key: string, pause: number): Promise<void> {
  await page.keyboard.press(key);
  await sleep(pause);
}

/** Waits until a file on disk has the expected text; returns its text, also after a timeout. */
export async function savedText({ workspace }: Window, file: string, expected: string): Promise<string> {
  let text = '';
  for (let attempt = 0; attempt < 60; attempt += 1) {
    text = withoutIndentation(await readFile(join(workspace, file), 'utf8'));
    if (text === withoutIndentation(expected)) break;
    await sleep(250);
  }
  return text;
}

/** A text without white space at the start and end of its lines and without trailing blank lines. */
export function withoutIndentation(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trimEnd();
}

/** An item of the suggestion list. */
export interface Suggestion {
  readonly label: string;
  readonly focused: boolean;
}

/** The items of the open list, from top to bottom; empty if no list is open. */
export async function suggestions(page: Page): Promise<Suggestion[]> {
  const rows = await page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll((elements) =>
    elements.map((element) => ({
      place: Number(element.getAttribute('data-index')),
      label: element.querySelector('.label-name')?.textContent ?? '',
      focused: element.classList.contains('focused'),
    })),
  );
  return rows.sort((one, other) => one.place - other.place);
}

/** Waits for a stable list that contains an item. */
export async function listWith(page: Page, label: string): Promise<Suggestion[]> {
  let last = '';
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const found = await suggestions(page);
    const shown = JSON.stringify(found);
    if (shown === last && found.some((entry) => entry.label === label)) return found;
    last = shown;
    await sleep(100);
  }
  throw new Error(`no list with ${label}: ${last}`);
}
