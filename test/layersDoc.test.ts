import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { layerDefinitions } from '../server/src/layers/registry.ts';
import { forksWithType, registers } from '../server/src/schema/data/forkIndex.ts';

test('docs/layers.md is what the definitions say', () => {
  const script = fileURLToPath(new URL('../scripts/layersDoc.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('every definition is of a type that its forks register, and says in a sentence what the layer does', () => {
  for (const { type, forks, doc } of layerDefinitions) {
    assert.match(doc, /^[A-Za-z0-9].*[.!)]$/su, type);
    if (forks)
      assert.deepEqual(
        forks.filter((fork) => !registers(fork, type)),
        [],
        type,
      );
    else assert.ok(registers('bvlc', type) || forksWithType(type).length > 0, type);
  }
});

test('no two definitions are for the same forks', () => {
  const seen = new Set<string>();
  for (const { type, forks } of layerDefinitions) {
    for (const fork of forks ?? ['any']) {
      assert.ok(!seen.has(`${type} ${fork}`), `${type} of ${fork}`);
      seen.add(`${type} ${fork}`);
    }
  }
});
