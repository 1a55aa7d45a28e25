import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { lines, openFile, runCommand } from './actions.ts';
import { chosenEditor } from './install.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** Settings with which typed text is soon on the disk. */
export const savingSoon = { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200 };

/**
 * Opens a workbench with the packaged extension before the tests of a file, and closes it after them. `prepare` gets it
 * and opens what the tests need.
 */
export function useWorkbench(
  prepare: (workbench: Workbench) => Promise<void>,
  options: Omit<WorkbenchOptions, 'vsix'> = {},
): void {
  let workbench: Workbench | undefined;
  before(
    async () => {
      const vsix = process.env.CAFFE_PROTOTXT_VSIX;
      assert.ok(vsix, 'CAFFE_PROTOTXT_VSIX must be the path of the packaged extension');
      workbench = await openWorkbench(await chosenEditor(), { ...options, vsix });
      workbench.page.setDefaultTimeout(20_000);
      await prepare(workbench);
    },
    { timeout: 600_000 },
  );
  after(() => workbench?.close(), { timeout: 60_000 });
}

/** Opens LeNet and a panel of it by the title of a command. */
export async function openPanel(page: Page, title: string): Promise<void> {
  await openFile(page, 'lenet.prototxt');
  // The command is offered once the language of the file is known.
  await lines(page, /layer\s\{.*64×20×24×24/).waitFor({ timeout: 60_000 });
  await runCommand(page, title);
}

/** The page of the panel that is shown. */
export function panel(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
}
