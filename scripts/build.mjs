import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { packageFolders, thirdPartyNotices } from './lib/notices.mjs';
import { fromRoot } from './lib/paths.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  // jsonc-parser's CommonJS build hides what it requires from bundlers.
  mainFields: ['module', 'main'],
  target: 'node20',
  minify: true,
  // Not packaged: a build of the same version resolves the stack traces of bug reports.
  sourcemap: 'external',
  // The licenses of all packages are in one file.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: fromRoot('.'),
};

/** vscode-jsonrpc only uses crypto to name pipes, and loading it takes a tenth of the start. */
const lazyCrypto = {
  name: 'lazy-crypto',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^crypto$/ }, ({ path, importer }) =>
      importer.includes('vscode-jsonrpc') ? { path, namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /^crypto$/, namespace: 'lazy' }, () => ({
      contents: "module.exports = new Proxy({}, { get: (_, name) => require('node:crypto')[name] });",
    }));
  },
};

/** Graphviz is large and used by one command only: a bundle of its own, loaded when needed. */
const separateGraphviz = {
  name: 'separate-graphviz',
  setup({ onResolve }) {
    onResolve({ filter: /^@viz-js\/viz$/ }, () => ({ path: './graphviz.js', external: true }));
  },
};

const bundles = [
  { entry: 'client/src/main.node.ts', outfile: 'dist/client.cjs', format: 'cjs', external: ['vscode'] },
  { entry: 'server/src/lsp/start.node.ts', outfile: 'dist/server.cjs', format: 'cjs' },
  {
    entry: 'server/src/lsp/main.node.ts',
    outfile: 'dist/server.main.cjs',
    format: 'cjs',
    plugins: [lazyCrypto],
  },
  {
    entry: 'server/src/cli/start.ts',
    outfile: 'dist/cli.js',
    format: 'esm',
    external: ['./server.cjs'],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    entry: 'server/src/cli/main.ts',
    outfile: 'dist/cli.main.js',
    format: 'esm',
    plugins: [separateGraphviz],
    // Bundled CommonJS packages call `require` for built-in modules.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module";\nconst require = makeRequire(import.meta.url);',
    },
  },
  {
    entry: 'client/webview/main.ts',
    outfile: 'dist/graph/page.js',
    format: 'iife',
    platform: 'browser',
    target: 'chrome122',
  },
  {
    entry: 'client/webview/worker.ts',
    outfile: 'dist/graph/worker.js',
    format: 'iife',
    platform: 'browser',
    target: 'chrome122',
  },
  { entry: 'client/webview/page.css', outfile: 'dist/graph/page.css' },
  {
    entry: 'client/webview/table/main.ts',
    outfile: 'dist/table/page.js',
    format: 'iife',
    platform: 'browser',
    target: 'chrome122',
  },
  { entry: 'client/webview/table/table.css', outfile: 'dist/table/page.css' },
  { entry: 'node_modules/@viz-js/viz/dist/viz.js', outfile: 'dist/graphviz.js', format: 'esm' },
];

const notices = 'dist/THIRD-PARTY-NOTICES.txt';
rmSync(fromRoot(notices), { force: true });
const bundled = [];
for (const { entry, ...options } of bundles) {
  if (!existsSync(fromRoot(entry))) {
    console.log(`skipped ${options.outfile}: ${entry} is missing`);
    continue;
  }
  rmSync(fromRoot(options.outfile), { force: true });
  try {
    const { metafile } = await build({ ...shared, ...options, entryPoints: [entry] });
    const { bytes, inputs } = metafile.outputs[options.outfile];
    printContent(options.outfile, bytes, inputs);
    bundled.push(...Object.keys(inputs));
  } catch {
    // esbuild has printed the error; continue with the other bundles.
    process.exitCode = 1;
  }
}
if (existsSync(fromRoot('dist/cli.js'))) chmodSync(fromRoot('dist/cli.js'), 0o755);
writeNotices();

/** Writes the licenses of the bundled packages; fails the build if one is missing or not approved. */
function writeNotices() {
  const folders = packageFolders(bundled);
  try {
    writeFileSync(fromRoot(notices), thirdPartyNotices(fromRoot('.'), folders));
    console.log(`wrote ${notices}: ${folders.length} packages`);
  } catch (error) {
    console.error(`${notices}: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Prints the size of a bundle and its largest parts: packages and source folders. */
function printContent(file, bytes, inputs) {
  const parts = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    parts.set(partOf(path), (parts.get(partOf(path)) ?? 0) + bytesInOutput);
  }
  const largest = [...parts].sort(([, one], [, other]) => other - one).slice(0, 8);
  const shares = largest.map(
    ([part, size]) => `${part} ${kilobytes(size)} ${((100 * size) / bytes).toFixed(0)} %`,
  );
  console.log(`built ${file}: ${kilobytes(bytes)}`);
  if (parts.size > 3)
    for (const pair of [shares.slice(0, 4), shares.slice(4)]) console.log(`  ${pair.join(', ')}`);
}

/** The innermost package of a bundled file, or its source folder. */
function partOf(path) {
  const inPackage = path.split('node_modules/').at(-1);
  const names = inPackage.split('/');
  if (inPackage !== path) return names.slice(0, inPackage.startsWith('@') ? 2 : 1).join('/');
  return names.slice(0, names[1] === 'src' ? 3 : 1).join('/');
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}
