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
