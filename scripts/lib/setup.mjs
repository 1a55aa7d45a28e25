import { existsSync, statSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { mustRun } from './run.mjs';

/** The recent Node from the lockfile, which runs TypeScript and the packager; Node 20 does not. */
export const recentNode = fromRoot(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

/** Installs the packages of the lockfile if it has changed since the last installation. */
export async function setUp() {
  if (isFresh()) return;
  console.log('Installing packages…');
  const { npm_execpath: npm } = process.env;
  // On Node 20, npm warns of tools that run with the installed Node.
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await (npm === undefined ? mustRun('npm', arguments_) : mustRun(process.execPath, [npm, ...arguments_]));
}

function isFresh() {
  const installed = fromRoot('node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(recentNode)) return false;
  return statSync(installed).mtimeMs >= statSync(fromRoot('package-lock.json')).mtimeMs;
}

/** Runs the tool of an installed package with the recent Node. */
export function tool(path, args) {
  return [recentNode, [fromRoot(`node_modules/${path}`), ...args]];
}
