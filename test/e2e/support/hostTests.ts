import { mkdir, readdir, rm } from 'node:fs/promises';
import { format } from 'node:util';
import { build } from 'esbuild';
import type { Editor } from './install.ts';
import { fromRoot } from './paths.ts';
import { openWorkbench } from './workbench.ts';

// The runner prints this line before the first test; earlier output is from the start of the editor.
const firstLine = 'Tests in the extension host';

const folder = fromRoot('out/e2e/host');

/** Runs the tests of test/e2e/host inside the extension host of an editor; resolves to their exit code. */
export async function runHostTests(editor: Editor): Promise<number> {
  await bundleTests();
  const exit: { resolve(code: number): void } = { resolve: () => {} };
  const ended = new Promise<number>((resolve) => {
    exit.resolve = resolve;
  });
  let started = false;
  const unprinted: string[] = [];
  const workbench = await openWorkbench(editor, {
    payload: (port) => [
      ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${fromRoot('.').replace(/\/$/, '')}`],
      ['extensionTestsPath', `vscode-remote://127.0.0.1:${port}${folder}/index.cjs`],
    ],
    prepare: async (page) => {
      await page.exposeFunction('codeAutomationExit', exit.resolve);
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        const line = format(...args);
        started ||= line.includes(firstLine);
        // Errors are from the editor: code-server's packages lack what install scripts would build.
        if (started && type !== 'error') console.log(line);
        else unprinted.push(line);
      });
    },
  });
  const timer = setTimeout(() => {
    console.log('the tests in the extension host timed out');
    exit.resolve(1);
  }, 120_000);
  const code = await ended;
  if (code !== 0) console.log(unprinted.slice(-20).join('\n'));
  clearTimeout(timer);
  await workbench.close();
  return code;
}

/** Bundles each test file for the extension host, which does not run TypeScript. */
export async function bundleTests(): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = await readdir(fromRoot('test/e2e/host'));
  await build({
    entryPoints: files.map((file) => fromRoot(`test/e2e/host/${file}`)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The runner and the tests must share one Mocha.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return `${folder}/index.cjs`;
}
