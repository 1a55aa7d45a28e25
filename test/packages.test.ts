import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** The npm package and the extension. They contain the built bundles. */

const root = resolve(import.meta.dirname, '..');
const notices = 'dist/THIRD-PARTY-NOTICES.txt';
const bundlesOfCommand = [
  'dist/cli.js',
  'dist/cli.main.js',
  'dist/graphviz.js',
  'dist/server.cjs',
  'dist/server.main.cjs',
];

function npm(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** The files of the npm package, sorted. */
function npmFiles(): string[] {
  const [pack]: { files: { path: string }[] }[] = JSON.parse(npm('pack', '--dry-run', '--json'));
  return (pack?.files ?? []).map(({ path }) => path).sort();
}

test('the npm package contains the command line, the server and the notices, and nothing else of the project', () => {
  assert.deepEqual(npmFiles(), ['LICENSE', 'README.md', notices, ...bundlesOfCommand, 'package.json'].sort());
});

test('the command line of the npm package runs without the project around it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    for (const file of npmFiles()) cpSync(join(root, file), join(folder, file));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'dist/cli.js'), 'check', '-'],
      { encoding: 'utf8', input: 'layer { name: "a" type: "Input" top: "a" }\n', cwd: folder },
    );
    assert.equal(stderr, '');
    assert.match(stdout, /0 errors/u);
    assert.equal(status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the extension contains its bundles and the notices', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@vscode/vsce/vsce'), 'ls', '--no-dependencies'],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  const files = stdout.split('\n').map((line) => line.trim());
  const bundles = ['dist/client.cjs', 'dist/server.cjs', 'dist/server.main.cjs'];
  for (const file of [notices, 'LICENSE', ...bundles]) assert.ok(files.includes(file), file);
});

test('the notices name each package whose files are in a bundle, with its license', () => {
  const text = readFileSync(join(root, notices), 'utf8');
  const sources = readdirSync(join(root, 'dist'))
    .filter((file) => file.endsWith('.map'))
    .flatMap((file): string[] => JSON.parse(readFileSync(join(root, 'dist', file), 'utf8')).sources);
  const folders = new Set(
    sources.flatMap((source) => /^.*(node_modules\/(?:@[^/]+\/)?[^/]+)/u.exec(source)?.[0] ?? []),
  );
  assert.ok(folders.size > 20);
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, 'dist', folder, 'package.json'), 'utf8'),
    );
    assert.ok(text.includes(`\n${name} ${version} (${license})\n`), `${name} ${version}`);
  }
  for (const phrase of ['Permission is hereby granted', 'Apache License', 'Blue Oak Model License'])
    assert.ok(text.includes(phrase), phrase);
});

interface Notices {
  packageFolders(files: readonly string[]): string[];
  thirdPartyNotices(root: string, folders: readonly string[]): string;
}

const { packageFolders, thirdPartyNotices }: Notices = await import(
  pathToFileURL(join(root, 'scripts/lib/notices.mjs')).href
);

test('the package of a bundled file is the innermost one', () => {
  assert.deepEqual(
    packageFolders([
      'server/src/cli/main.ts',
      'node_modules/semver/index.js',
      'node_modules/@chevrotain/gast/lib/src/api.js',
      'node_modules/a/node_modules/b/index.js',
      'node_modules/semver/ranges/gtr.js',
    ]),
    ['node_modules/@chevrotain/gast', 'node_modules/a/node_modules/b', 'node_modules/semver'],
  );
});

/** The notices of one package with the given license and files. */
function noticesOf(license: unknown, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  try {
    mkdirSync(join(folder, 'one'));
    writeFileSync(
      join(folder, 'one/package.json'),
      JSON.stringify({ name: 'one', version: '1.0.0', license }),
    );
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'one', name), text);
    return thirdPartyNotices(folder, ['one']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the notices contain license and notice files', () => {
  const text = noticesOf('Apache-2.0', { 'LICENSE.md': 'the license\n', NOTICE: 'the notice\n' });
  assert.match(text, /\none 1\.0\.0 \(Apache-2\.0\)\n\nthe license\nthe notice\n/u);
});

for (const [shows, license, files, message] of [
  [
    'a license that is not approved',
    'GPL-3.0-only',
    { LICENSE: 'x' },
    /license "GPL-3.0-only"; .* require one of MIT/u,
  ],
  ['no license', undefined, { LICENSE: 'x' }, /license undefined/u],
  ['no license file', 'MIT', { NOTICE: 'x' }, /one 1\.0\.0 has no license file/u],
] as const) {
  test(`a package with ${shows} fails the build`, () => {
    assert.throws(() => noticesOf(license, files), { message });
  });
}
