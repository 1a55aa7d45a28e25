import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Window } from './workbench.ts';

/** How a person writes: key by key into the editor, while suggestions come and go. */
export interface Style {
  /** Milliseconds between two keys. */
  readonly pause: number;
  /** Whether the editor closes braces by itself, so that the person goes on behind those on lines of their own. */
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

/** The text of a file on the disk once it is the expected one, or what it is when there is no more hope. */
export async function savedText({ workspace }: Window, file: string, expected: string): Promise<string> {
  let text = '';
  for (let attempt = 0; attempt < 60; attempt += 1) {
    text = withoutIndentation(await readFile(join(workspace, file), 'utf8'));
    if (text === withoutIndentation(expected)) break;
    await sleep(250);
  }
  return text;
}

/** A text without the white space at both ends of its lines, and without blank lines at its end. */
export function withoutIndentation(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trimEnd();
}

/** An entry of the list of suggestions. */
export interface Suggestion {
  readonly label: string;
  readonly focused: boolean;
}

/** The entries of the list that is open, from its top; none where none is. */
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

/** Waits for a list in which an entry is, and does not change any more. */
export async function listWith(page: Page, label: string): Promise<Suggestion[]> {
  let last = '';
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const found = await suggestions(page);
    const shown = JSON.stringify(found);
    if (shown === last && found.some((entry) => entry.label === label)) return found;
    last = shown;
    await sleep(100);
  }
  throw new Error(`no list with ${label} but ${last}`);
}
