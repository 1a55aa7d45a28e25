// Installs, builds and packages the project, and prints the summary of a net: npm start [-- FILE]
import { resolve } from 'node:path';
import { buildBundles, packageExtension } from './lib/package.mjs';
import { fromRoot } from './lib/paths.mjs';
import { mustRun } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

// npm runs scripts in the folder of the project; FILE is relative to the folder of the caller.
const callerFolder = process.env.INIT_CWD ?? process.cwd();
const [file] = process.argv.slice(2);

await setUp();
await buildBundles();
const vsix = await packageExtension();
const net = file === undefined ? fromRoot('examples/lenet.prototxt') : resolve(callerFolder, file);
console.log();
await mustRun(process.execPath, [fromRoot('dist/cli.js'), 'summary', net]);

console.log(`
The extension is packaged:  ${vsix}
To install it:              code --install-extension ${vsix}
On the command line:        node ${fromRoot('dist/cli.js')} --help`);
