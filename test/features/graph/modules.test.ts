import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modulesOf } from '../../../server/src/features/graph/modules.ts';

/** The groups of a net as `group: members`, for layers `name<source,source`. */
function groups(...layers: readonly string[]): string[] {
  const names = layers.map((layer) => layer.split('<')[0] ?? '');
  const { groups: found, groupOf } = modulesOf(
    layers.map((layer, index) => {
      const sources = layer.split('<')[1]?.split(',') ?? (index > 0 ? [names[index - 1] ?? ''] : []);
      return {
        id: names[index] ?? '',
        name: names[index] ?? '',
        kind: '',
        text: '',
        sources: sources.filter(Boolean).map((name) => names.indexOf(name)),
      };
    }),
  );
  return found.map(({ id, title, parent }) => {
    const members = names.filter((_, index) => groupOf[index] === id).join(' ');
    return `${title}${parent === undefined ? '' : ` in ${parent.slice('group:'.length)}`}: ${members}`;
  });
}

test('names with a common path are a group', () => {
  assert.deepEqual(groups('data', 'inception_3a/1x1', 'inception_3a/3x3', 'pool'), [
    'inception_3a: inception_3a/1x1 inception_3a/3x3',
  ]);
});

test('a word with a digit before an underscore names a group, and its own layer is a member', () => {
  assert.deepEqual(groups('data', 'res2a_branch1', 'res2a_branch2', 'res2a', 'fc_a', 'fc_b'), [
    'res2a: res2a_branch1 res2a_branch2 res2a',
  ]);
});

test('groups are nested', () => {
  assert.deepEqual(groups('data', 'b1_u1_x', 'b1_u1_y', 'b1_u2_x', 'b1_u2_y', 'end'), [
    'b1: ',
    'b1_u1 in b1: b1_u1_x b1_u1_y',
    'b1_u2 in b1: b1_u2_x b1_u2_y',
  ]);
});

test('a single layer, all layers, and sizes of kernels are no groups', () => {
  assert.deepEqual(groups('n1/a', 'n1/b'), []);
  assert.deepEqual(groups('data', 'n1/a', 'pool'), []);
  assert.deepEqual(groups('data', 'c_1x7_a', 'c_1x7_b'), []);
});

test('a layer on a path between members belongs to the group', () => {
  assert.deepEqual(groups('data', 'm1_a', 'other', 'm1_b', 'end'), ['m1: m1_a other m1_b']);
});

test('layers are no group if paths through most other layers connect them', () => {
  assert.deepEqual(groups('data', 'm1_a', 'x', 'y', 'z', 'm1_b', 'end'), []);
});

test('a folded net has no cycles: groups that contain a part of each other are not kept both', () => {
  assert.deepEqual(groups('data', 'a1_x', 'b1_x', 'a1_y', 'b1_y', 'end'), ['a1: a1_x b1_x a1_y']);
});

test('many alternating names take time in proportion to the net', () => {
  const names = Array.from(
    { length: 20_000 },
    (_, index) => `${'g1_'.repeat(index % 40)}x${index % 3}_${index}`,
  );
  const started = performance.now();
  groups(...names);
  assert.ok(performance.now() - started < 20_000);
});
