import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { fromRoot } from './paths.ts';
import { runProgram } from './process.ts';

/** The editors under test by version of VS Code: the version of the npm package and of Node. */
const releases: Readonly<Record<string, { readonly codeServer: string; readonly node: string }>> = {
  '1.100.3': { codeServer: '4.100.3', node: '20' },
  '1.139.1': { codeServer: '4.139.1', node: '24' },
};

/** An installed editor. */
export interface Editor {
  readonly version: string;
  readonly node: string;
  readonly serverMain: string;
}

/** The available versions, the newest last. */
export const versions = Object.keys(releases);

/** Returns the editor of a version; installs it in .vscode-test if it is missing. */
export async function installEditor(version: string): Promise<Editor> {
  const release = releases[version];
  if (!release) throw new Error(`VS Code ${version} is not one of ${versions.join(', ')}`);
  const folder = fromRoot(`.vscode-test/${version}`);
  const vscode = 'node_modules/code-server/lib/vscode';
  const nodePackage = `node-${platform()}-${arch()}`;
  if (!existsSync(`${folder}/complete`)) {
    console.log(`Installing VS Code ${version} into .vscode-test…`);
    await rm(folder, { recursive: true, force: true });
    const unfinished = `${folder}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await writeFile(`${unfinished}/package.json`, '{ "private": true }\n');
    await npmInstall(unfinished, `code-server@${release.codeServer}`, `${nodePackage}@${release.node}`);
    await npmInstall(`${unfinished}/${vscode}`, '--omit=dev');
    await writeFile(`${unfinished}/complete`, '');
    await rename(unfinished, folder);
  }
  return {
    version,
    node: `${folder}/node_modules/${nodePackage}/bin/node`,
    serverMain: `${folder}/${vscode}/out/server-main.js`,
  };
}

// Skip install scripts: they require compilers and network access, and their output is not needed.
function npmInstall(cwd: string, ...args: string[]): Promise<string> {
  return runProgram('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], {
    cwd,
    timeout: 300_000,
  });
}

/** Returns the path of Chromium; installs it from the system packages if it is missing. */
export async function installChromium(): Promise<string> {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found !== undefined) return found;
  console.log('Installing Chromium…');
  await runProgram('apt-get', ['update', '-qq'], { timeout: 120_000 });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { timeout: 300_000 });
  return '/usr/bin/chromium';
}

/** The editor that the environment selects, otherwise the newest. */
export function chosenEditor(): Promise<Editor> {
  return installEditor(process.env.CAFFE_PROTOTXT_VSCODE ?? versions.at(-1) ?? '');
}
