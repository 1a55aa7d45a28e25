import { copyFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { focusEditor, lines, openFile, runCommand } from './support/actions.ts';
import { fromRoot } from './support/paths.ts';
import { panel } from './support/useWorkbench.ts';

const file = 'resnet50.prototxt';

/** The graph and the table of a net of the examples. */
export async function takePanels(
  page: Page,
  workspace: string,
  take: (name: string) => Promise<unknown>,
): Promise<void> {
  await copyFile(fromRoot(`examples/${file}`), `${workspace}/${file}`);
  // Small enough for the README.
  await page.setViewportSize({ width: 1200, height: 700 });
  await openFile(page, file);
  await page.keyboard.press('Control+B');
  await lines(page, /layer\s\{.*1×64×112×112/)
    .first()
    .waitFor();
  await runCommand(page, 'Open Network Graph');
  await panel(page).locator('.node').first().waitFor();
  await panel(page).getByLabel('Color by').selectOption({ label: 'MACs per batch' });
  await panel(page).locator('.node .figure').first().waitFor();
  await panel(page).getByLabel('Search by name, type or blob').fill('res3b_2');
  await panel(page).locator('.node.selected').hover();
  // To the middle of the picture.
  await page.mouse.wheel(0, 260);
  await page.waitForTimeout(1500);
  await take('graph');
  await focusEditor(page);
  await runCommand(page, 'Open Network Table');
  await panel(page).getByText('res2a_2').first().waitFor();
  await page.setViewportSize({ width: 1200, height: 620 });
  await page.waitForTimeout(1500);
  await take('table');
}
