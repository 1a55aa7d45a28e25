// Runs all checks that need no editor: types, style, unit tests, bundles. npm test
import { buildBundles } from './lib/package.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { recentNode, setUp, tool } from './lib/setup.mjs';
import { add, closingLine, none, unitTests } from './lib/tally.mjs';

await setUp();
// Build first, as the tests of the server and the command line run the bundles.
await buildBundles();

let total = none;
for (const [title, command] of [
  ['types', tool('typescript/bin/tsc', ['--noEmit'])],
  ['types of the page', tool('typescript/bin/tsc', ['--noEmit', '-p', 'client/webview'])],
  ['style', tool('@biomejs/biome/bin/biome', ['check', '.'])],
]) {
  console.log(`\n— ${title}`);
  const failed = (await run(...command)) === 0 ? 0 : 1;
  total = add(total, { passed: 1 - failed, failed });
}

console.log('\n— unit tests');
// Each test file is a process that loads most of the server: share the compiled code.
const env = { NODE_COMPILE_CACHE: fromRoot('out/compile-cache') };
total = add(total, await unitTests(recentNode, 'test', { without: ['test/e2e'], env }));

console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
