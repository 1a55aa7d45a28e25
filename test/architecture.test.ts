import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'server', 'src');

/** Each folder imports only from earlier folders. */
const order = [
  'checks',
  'memo',
  'text',
  'drawing',
  'syntax',
  'schema',
  'shape',
  'layers',
  'net',
  'costs',
  'declare',
  'document',
  'edit',
  'fixes',
  'rules',
  'sources',
  'workspace',
  'features',
  'node',
  'lsp',
  'cli',
];

/** Folders that use neither Node, nor an editor, nor input or output. */
const pure = order.slice(0, order.indexOf('node'));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string, names = /\.ts$/u): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /^(?:import|export)\s(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gmu;
  return [...text.matchAll(pattern)].map(([, type, from, bare, dynamic]) => ({
    from: file,
    to: from ?? bare ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

function folderOf(file: string): string {
  return relative(source, file).split(sep)[0] ?? '';
}

const serverImports = filesBelow(source).flatMap(importsOf);

test('folders import only from earlier folders', () => {
  const wrong = serverImports
    .filter(({ to }) => to.startsWith('.'))
    .map(({ from, to }) => ({ from, to: resolve(dirname(from), to) }))
    .filter(({ to }) => to.startsWith(source + sep))
    .filter(({ from, to }) => order.indexOf(folderOf(to)) > order.indexOf(folderOf(from)))
    .map(({ from, to }) => `${relative(source, from)} → ${relative(source, to)}`);
  assert.deepEqual(wrong, []);
});

/** The files that a file of the server imports, types included. */
const importedBy = new Map<string, string[]>();
for (const { from, to } of serverImports)
  if (to.startsWith('.')) importedBy.set(from, [...(importedBy.get(from) ?? []), resolve(dirname(from), to)]);

/** An import cycle that is reachable from a file; undefined if there is none. */
function circleFrom(file: string, path: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of importedBy.get(file) ?? []) {
    const circle = circleFrom(next, [...path, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

test('there are no import cycles', () => {
  const done = new Set<string>();
  const circles = filesBelow(source).flatMap((file) => circleFrom(file, [], done) ?? []);
  assert.deepEqual(
    circles.map((file) => relative(source, file)),
    [],
  );
});

test('every folder is in the order', () => {
  assert.deepEqual([...new Set(filesBelow(source).map(folderOf))].sort(), [...order].sort());
});

/** Libraries without input or output, and the one folder that may use each. */
const libraries: Readonly<Record<string, string>> = {
  chevrotain: 'syntax',
  protobufjs: 'schema',
  'jsonc-parser': 'declare',
  jsep: 'declare',
  'brace-expansion': 'declare',
  'image-size': 'sources',
  '@viz-js/viz': 'drawing',
  'protobufjs/minimal.js': 'sources',
};

test('the core has no input or output, and each library is used by one folder', () => {
  const wrong = serverImports
    .filter(({ from, to }) => pure.includes(folderOf(from)) && !to.startsWith('.'))
    .filter(({ from, to }) => libraries[to] !== folderOf(from))
    .map(({ from, to }) => `${relative(source, from)} imports ${to}`);
  assert.deepEqual(wrong, []);
});

test('the diagram in docs/architecture.md shows the imports', () => {
  const script = join(root, 'scripts', 'architectureDoc.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('the files in the documentation exist', () => {
  const named = ['architecture.md', 'contributing.md'].flatMap((name) =>
    [...readFileSync(join(root, 'docs', name), 'utf8').matchAll(/`([\w./-]+\.(?:ts|mjs|cjs|json))`/gu)].map(
      ([, path = '']) => path,
    ),
  );
  const missing = named.filter(
    (path) =>
      path.includes('/') &&
      !path.startsWith('dist/') &&
      ![source, root].some((folder) => existsSync(join(folder, path))),
  );
  assert.deepEqual(missing, []);
});

test('no folder has too many files', () => {
  const counts = new Map<string, number>();
  for (const folder of filesBelow(source).map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const long = [...counts].filter(([, count]) => count >= 25);
  assert.deepEqual(long, []);
});

test('no file is longer than 350 lines', () => {
  const long = ['server', 'client', 'test', 'bench', 'scripts']
    .flatMap((folder) => filesBelow(join(root, folder), /\.(?:ts|mjs)$/u))
    .filter((file) => !file.endsWith('.generated.ts'))
    .filter((file) => readFileSync(file, 'utf8').split('\n').length > 351)
    .map((file) => relative(root, file));
  assert.deepEqual(long, []);
});

test('the command line does not import the language server', () => {
  const wrong = serverImports.filter(({ from, to }) => folderOf(from) === 'cli' && to.includes('/lsp/'));
  assert.deepEqual(wrong, []);
});

test('the pages import only what they draw, and types', () => {
  const webview = join(root, 'client', 'webview');
  const allowed = (from: string) =>
    from.startsWith(join(webview, 'table'))
      ? ['features/summary/', 'memo/', 'text/visible.ts']
      : ['drawing/', 'memo/'];
  const wrong = filesBelow(webview)
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => !typeOnly && to.startsWith('.'))
    .map(({ from, to }) => ({ from, to: resolve(dirname(from), to) }))
    .filter(({ to }) => !to.startsWith(webview + sep))
    .filter(({ from, to }) => !allowed(from).some((part) => to.startsWith(join(source, part))))
    .map(({ from, to }) => `${relative(root, from)} → ${relative(root, to)}`);
  assert.deepEqual(wrong, []);
});

test('the client imports only types and the shared text functions', () => {
  const allowed = [
    'features/markdown.ts',
    'features/numbers.ts',
    'features/states.ts',
    'features/summary/summaryTable.ts',
  ];
  const wrong = filesBelow(join(root, 'client', 'src'))
    .flatMap(importsOf)
    .filter(({ to }) => to.includes('server/src/'))
    .filter(({ to, typeOnly }) => !typeOnly && !allowed.some((file) => to.endsWith(file)))
    .map(({ from, to }) => `${relative(root, from)} → ${to}`);
  assert.deepEqual(wrong, []);
});
