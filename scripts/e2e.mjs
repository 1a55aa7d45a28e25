// Runs the tests in real editors, one version after the other: npm run e2e [-- VERSION…]. The typing tests take minutes,
// so by default, only the newest version runs all of them.
import { buildBundles, packageExtension } from './lib/package.mjs';
import { runAndRead } from './lib/run.mjs';
import { recentNode, setUp } from './lib/setup.mjs';
import { add, closingLine, none, readTally, unitTests } from './lib/tally.mjs';

const asked = process.argv.slice(2);
const versions = asked.length > 0 ? asked : ['1.139.1', '1.100.3'];

await setUp();
await buildBundles();
const vsix = await packageExtension();

let total = none;
for (const version of versions) {
  const typing = asked.length > 0 || version === versions[0] ? 'all' : 'short';
  const env = { CAFFE_PROTOTXT_VSCODE: version, CAFFE_PROTOTXT_VSIX: vsix, CAFFE_PROTOTXT_TYPING: typing };
  console.log(`\n— VS Code ${version}: inside the extension host`);
  const host = await runAndRead(recentNode, ['test/e2e/runHost.ts'], { env: { ...process.env, ...env } });
  total = add(total, readTally(host));
  console.log(`\n— VS Code ${version}: through the workbench`);
  total = add(total, await unitTests(recentNode, 'test/e2e/workbench', { env, concurrency: 1 }));
}

console.log('\n— Neovim');
total = add(total, await unitTests(recentNode, 'test/e2e/editors', { concurrency: 1 }));

console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
