import { chmodSync, existsSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { fromRoot } from './lib/paths.mjs';

const shared = {
  bundle: true,
  platform: 'node',
  // jsonc-parser's CommonJS build hides what it requires from bundlers.
  mainFields: ['module', 'main'],
  target: 'node20',
  // Names stay whole: stack traces are what people paste into reports.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: fromRoot('.'),
};

const bundles = [
  { entry: 'client/src/main.node.ts', outfile: 'dist/client.cjs', format: 'cjs', external: ['vscode'] },
  { entry: 'server/src/lsp/main.node.ts', outfile: 'dist/server.cjs', format: 'cjs' },
  {
    entry: 'server/src/cli/main.ts',
    outfile: 'dist/cli.js',
    format: 'esm',
    // Bundled CommonJS packages call `require` for Node's own modules.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire as makeRequire } from "node:module";\nconst require = makeRequire(import.meta.url);',
    },
  },
];

for (const { entry, ...options } of bundles) {
  if (!existsSync(fromRoot(entry))) {
    console.log(`left out ${options.outfile}: there is no ${entry}`);
    continue;
  }
  rmSync(fromRoot(options.outfile), { force: true });
  try {
    await build({ ...shared, ...options, entryPoints: [entry] });
    console.log(`built ${options.outfile}`);
  } catch {
    // esbuild has printed why; the other bundles may still be of use.
    process.exitCode = 1;
  }
}
if (existsSync(fromRoot('dist/cli.js'))) chmodSync(fromRoot('dist/cli.js'), 0o755);
