// From a fresh checkout to a summary on the screen and an extension to install: npm start [-- FILE]
import { resolve } from 'node:path';
import { buildBundles, packageExtension } from './lib/package.mjs';
import { fromRoot } from './lib/paths.mjs';
import { mustRun } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

// npm runs scripts in the project's folder; a FILE is meant from where the person stands.
const standing = process.env.INIT_CWD ?? process.cwd();
const [file] = process.argv.slice(2);

await setUp();
await buildBundles();
const vsix = await packageExtension();
const net = file === undefined ? fromRoot('examples/lenet.prototxt') : resolve(standing, file);
console.log();
await mustRun(process.execPath, [fromRoot('dist/cli.js'), 'summary', net]);

console.log(`
The extension is packaged:  ${vsix}
To install it:              code --install-extension ${vsix}
On the command line:        node ${fromRoot('dist/cli.js')} --help`);
