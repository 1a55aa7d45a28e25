import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Solvers } from '../../server/src/workspace/solvers.ts';
import { memoryHost } from './support/memoryHost.ts';

async function joined(files: Readonly<Record<string, string>>, net = '/w/models/a.prototxt') {
  const nets = ['a', 'b', 'c'].map((name) => [`/w/models/${name}.prototxt`, 'name: "n"']);
  const host = memoryHost({ ...Object.fromEntries(nets), ...files });
  const solvers = new Solvers();
  await solvers.scan(host);
  return solvers.joinedWith(net, host);
}

test('the other nets of a solver', async () => {
  const solver = 'train_net: "a.prototxt" test_net: "b.prototxt" test_net: "c.prototxt"'.replaceAll(
    ' t',
    '\nt',
  );
  assert.deepEqual(await joined({ '/w/models/solver.prototxt': solver }), [
    '/w/models/b.prototxt',
    '/w/models/c.prototxt',
  ]);
});

test('nets that are joined by several solvers', async () => {
  const files = {
    '/w/models/one_solver.prototxt': 'train_net: "a.prototxt"\ntest_net: "b.prototxt"\n',
    '/w/models/two_solver.prototxt': 'train_net: "b.prototxt"\ntest_net: "c.prototxt"\n',
  };
  assert.deepEqual(await joined(files), ['/w/models/b.prototxt', '/w/models/c.prototxt']);
  assert.deepEqual(await joined(files, '/w/models/c.prototxt'), [
    '/w/models/b.prototxt',
    '/w/models/a.prototxt',
  ]);
});

test('no net without a solver, for one net in both phases, or for missing files', async () => {
  assert.deepEqual(await joined({}), []);
  assert.deepEqual(await joined({ '/w/models/solver.prototxt': 'net: "a.prototxt"\ntest_iter: 1\n' }), []);
  assert.deepEqual(
    await joined({ '/w/models/solver.prototxt': 'train_net: "a.prototxt"\ntest_net: "z.prototxt"\n' }),
    [],
  );
});

test('the number of nets is bounded', async () => {
  const tests = Array.from({ length: 40 }, (_, index) => `n${index}.prototxt`);
  const files = Object.fromEntries(tests.map((name) => [`/w/models/${name}`, 'name: "n"']));
  const solver = `train_net: "a.prototxt"\n${tests.map((name) => `test_net: "${name}"\n`).join('')}`;
  assert.equal((await joined({ ...files, '/w/models/solver.prototxt': solver })).length, 16);
});
