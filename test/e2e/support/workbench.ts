import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Editor, installChromium } from './install.ts';
import { fromRoot } from './paths.ts';
import { endGroup, runProgram } from './process.ts';

/** Options of a test. */
export interface WorkbenchOptions {
  /** The packaged extension to install; if unset, the payload provides the extension. */
  readonly vsix?: string;
  /** Additional parameters of the page. */
  readonly payload?: (port: number) => readonly (readonly [string, string])[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Called before the page loads. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
}

/** A page of an editor, and its open folder. */
export interface Window {
  readonly page: Page;
  readonly workspace: string;
}

/** A running editor with a page. */
export interface Workbench extends Window {
  /** Opens a further page on a new folder with settings and files. */
  openFolder(
    name: string,
    settings: Readonly<Record<string, unknown>>,
    files: Readonly<Record<string, string>>,
  ): Promise<Window>;
  close(): Promise<void>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'editor.minimap.enabled': false,
};

/** Starts an editor with separate data folders on a copy of the test workspace, and opens a page. */
export async function openWorkbench(editor: Editor, options: WorkbenchOptions): Promise<Workbench> {
  const chromiumPath = await installChromium();
  const folder = await mkdtemp(join(tmpdir(), 'caffe-prototxt-e2e-'));
  const workspace = join(folder, 'workspace');
  await cp(fromRoot('test/e2e/workspace'), workspace, { recursive: true });
  await mkdir(join(folder, 'u/User'), { recursive: true });
  await writeFile(
    join(folder, 'u/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }),
  );
  if (options.vsix) {
    const args = [editor.serverMain, ...folders(folder), '--install-extension', options.vsix];
    await runProgram(editor.node, args, { timeout: 60_000 });
  }
  const port = await freePort();
  const server = await startServer(editor, folder, port, options.env);
  const opened: { browser?: Browser } = {};
  const close = async () => {
    await opened.browser?.close();
    await endGroup(server);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const browser = await launch(chromiumPath);
    opened.browser = browser;
    const openFolder: Workbench['openFolder'] = async (name, settings, files) => {
      const own = join(folder, name);
      await mkdir(join(own, '.vscode'), { recursive: true });
      await writeFile(join(own, '.vscode/settings.json'), JSON.stringify(settings));
      for (const [file, text] of Object.entries(files)) await writeFile(join(own, file), text);
      return { page: await openPage(browser, port, own, options), workspace: own };
    };
    return { page: await openPage(browser, port, workspace, options), workspace, openFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage(
  browser: Browser,
  port: number,
  folder: string,
  { viewport = { width: 1400, height: 900 }, prepare, payload }: WorkbenchOptions,
): Promise<Page> {
  const page = await browser.newPage({ viewport });
  // Block the internet, as the tests must not depend on it.
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await prepare?.(page);
  const query = new URLSearchParams({ folder });
  if (payload) query.set('payload', JSON.stringify(payload(port)));
  await page.goto(`http://127.0.0.1:${port}/?${query}`, { timeout: 60_000 });
  return page;
}

function folders(folder: string): string[] {
  return [
    ...['--server-data-dir', join(folder, 'sd')],
    ...['--user-data-dir', join(folder, 'u')],
    ...['--extensions-dir', join(folder, 'x')],
  ];
}

async function startServer(
  editor: Editor,
  folder: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const args = [
    editor.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    ...['--enable-smoke-test-driver', '--telemetry-level', 'off'],
    ...folders(folder),
  ];
  const child = spawn(editor.node, args, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const deadline = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await endGroup(child);
      throw new Error(`VS Code ${editor.version} did not start`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return child;
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
  return response?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function launch(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, headless: true, args, timeout: 60_000 });
}
