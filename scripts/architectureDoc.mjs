// Draws the imports between the folders of server/src into docs/architecture.md, as a Mermaid diagram:
//   node scripts/architectureDoc.mjs [--check]
// With --check nothing is written; it fails when the diagram is not up to date. An import that follows from others is
// left out: where a → b → c, the arrow a → c is not drawn.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fromRoot } from './lib/paths.mjs';

const page = fromRoot('docs/architecture.md');
const source = fromRoot('server/src');
const [begin, end] = ['<!-- imports: begin -->', '<!-- imports: end -->'];

const imports = importsOfFolders();
const before = readFileSync(page, 'utf8');
const pattern = new RegExp(`${begin}[^]*${end}`, 'u');
const after = before.replace(pattern, `${begin}\n\n\`\`\`mermaid\n${diagram()}\n\`\`\`\n\n${end}`);

if (!process.argv.includes('--check')) writeFileSync(page, after);
else if (after !== before) {
  console.error('docs/architecture.md is not up to date: run node scripts/architectureDoc.mjs');
  process.exitCode = 1;
}

function importsOfFolders() {
  const folders = new Map();
  for (const entry of readdirSync(source, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const file = join(entry.parentPath, entry.name);
    const from = folderOf(file);
    const targets = folders.get(from) ?? new Set();
    folders.set(from, targets);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/gu)) {
      const to = folderOf(resolve(dirname(file), path));
      if (to !== from && to !== '..') targets.add(to);
    }
  }
  return folders;
}

function folderOf(file) {
  return relative(source, file).split(sep)[0];
}

function diagram() {
  const lines = [...imports.keys()].sort().flatMap((from) => direct(from).map((to) => `  ${from} --> ${to}`));
  return ['flowchart TD', ...lines].join('\n');
}

/** The imports of a folder that do not follow from its other imports. */
function direct(from) {
  const targets = [...(imports.get(from) ?? [])].sort();
  return targets.filter((to) => !targets.some((other) => other !== to && reaches(other, to)));
}

function reaches(from, to) {
  const targets = imports.get(from) ?? new Set();
  return targets.has(to) || [...targets].some((each) => reaches(each, to));
}
