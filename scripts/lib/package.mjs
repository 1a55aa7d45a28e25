import { readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { mustRun } from './run.mjs';
import { recentNode, tool } from './setup.mjs';

// All dependencies are bundled. The repository and links into it are unknown here.
const packaging = [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
];

/** Builds the bundles. */
export function buildBundles() {
  return mustRun(recentNode, [fromRoot('scripts/build.mjs')]);
}

/** Packages the built extension and returns the path of the .vsix. */
export async function packageExtension() {
  const { name, version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const vsix = fromRoot(`${name}-${version}.vsix`);
  await mustRun(...tool('@vscode/vsce/vsce', [...packaging, '--out', vsix]));
  return vsix;
}
