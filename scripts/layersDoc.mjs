// Writes docs/layers.md, the table of all layer types, who has them and what they do:
//   node scripts/layersDoc.mjs [--check]
// With --check nothing is written; it fails when the file is not up to date. Needs a Node that runs TypeScript.
import { readFileSync, writeFileSync } from 'node:fs';
import { layerDefinitions } from '../server/src/layers/registry.ts';
import { forksWithType, registers, typesOf } from '../server/src/schema/data/forkIndex.ts';
import { forkNames, forkTable } from '../server/src/schema/data/forkNames.ts';
import { fromRoot } from './lib/paths.mjs';

const page = fromRoot('docs/layers.md');
const text = pageText();

if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/layers.md is not up to date: run node scripts/layersDoc.mjs');
  process.exitCode = 1;
}

function pageText() {
  const types = [...new Set(forkNames.flatMap(typesOf))].sort((a, b) => a.localeCompare(b, 'en'));
  const known = types.filter((type) => definitionsOf(type).length > 0);
  const others = types.filter((type) => definitionsOf(type).length === 0);
  return `# Layers

${known.length} layer types of BVLC's Caffe and its forks have their shapes and parameters known; ${others.length} more are known by
name. Written by \`scripts/layersDoc.mjs\`.

## Forks

| Dialect | Repository | |
|:--|:--|:--|
${forkNames.map((name) => `| \`${name}\` | ${forkTable[name][0]} | ${forkTable[name][1]} |`).join('\n')}

## Layers with known shapes

| Type | Of | |
|:--|:--|:--|
${known.flatMap(rowsOf).join('\n')}

## Layers known by name

Their shapes can be stated in a comment or declared in \`caffe-prototxt.json\`.

| Type | Of |
|:--|:--|
${others.map((type) => `| \`${type}\` | ${owners(type)} |`).join('\n')}
`;
}

function definitionsOf(type) {
  return layerDefinitions.filter((definition) => definition.type === type);
}

/** A line for each meaning that forks give a type. */
function rowsOf(type) {
  return definitionsOf(type).map(
    ({ forks, doc }) => `| \`${type}\` | ${forks?.join(', ') ?? owners(type)} | ${doc} |`,
  );
}

function owners(type) {
  if (!registers('bvlc', type)) return forksWithType(type).join(', ');
  return registers('ssd', type) ? 'all' : 'all but ssd';
}
