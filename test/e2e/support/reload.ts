import type { Page } from 'playwright-core';

/**
 * Loads a window again once the editor has stored texts about what is open. An editor in a browser does not store when
 * its window ends: it does so every five seconds, when the browser next calls it back as idle. Chromium may not do that in
 * a window in which nothing is drawn, so frames are drawn meanwhile.
 */
export async function reloadStored(page: Page, ...texts: readonly string[]): Promise<void> {
  const deadline = Date.now() + 40_000;
  for (;;) {
    await page.evaluate('new Promise(requestAnimationFrame)');
    // Without the escapes of nested JSON.
    const stored = (await page.evaluate<string>(storedEditors)).replaceAll('\\', '');
    if (texts.every((text) => stored.includes(text))) break;
    if (Date.now() > deadline) throw new Error(`the editor has not stored ${texts.join(', ')}: ${stored}`);
    await page.waitForTimeout(250);
  }
  await page.reload();
}

/** A script of the window: what it has stored about its open editors. */
const storedEditors = `(async () => {
  const ended = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const database = await ended(indexedDB.open(name));
    if (database.objectStoreNames.contains('ItemTable')) {
      const items = database.transaction('ItemTable').objectStore('ItemTable');
      texts.push(String(await ended(items.get('memento/workbench.parts.editor'))));
    }
    database.close();
  }
  return texts.join();
})()`;
