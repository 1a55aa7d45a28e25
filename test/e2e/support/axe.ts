import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Locator } from 'playwright-core';

/** Checks the accessibility of a page in a webview, given any of its elements: nothing serious or critical. */
export async function assertAccessible(element: Locator): Promise<void> {
  const frame = await (await element.elementHandle())?.ownerFrame();
  assert.ok(frame);
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map(({ html }) => html) }));
  });
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious, [], JSON.stringify(found, undefined, 1));
}
