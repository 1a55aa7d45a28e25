import type { Page } from 'playwright-core';
import { listWith, press, suggestions } from './typing.ts';

/** Types by accepting suggestions, and counts the keys. */
export class Typist {
  keys = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key. */
  async key(name: string): Promise<void> {
    this.keys += 1;
    await press(this.page, name, 60);
  }

  /** Presses keys one after the other. */
  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.key(name);
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.key(letter === ' ' ? 'Space' : letter);
  }

  /** Accepts an item with as few keys as possible: types further letters, or presses Down if it is near. */
  async choose(label: string, isOpen: boolean): Promise<void> {
    for (let typed = isOpen ? 0 : 1; typed < label.length; typed += 1) {
      if (typed > 0) await this.type(label.charAt(typed - 1));
      const list = await listWith(this.page, label);
      const steps =
        list.findIndex((entry) => entry.label === label) - list.findIndex(({ focused }) => focused);
      if (steps > 2 || steps < 0) continue;
      for (let step = 0; step < steps; step += 1) await this.key('ArrowDown');
      await this.focusOn(label);
      return this.key('Enter');
    }
    throw new Error(`${label} cannot be accepted`);
  }

  private async focusOn(label: string): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if ((await suggestions(this.page)).some((entry) => entry.focused && entry.label === label)) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`${label} is not focused`);
  }
}
