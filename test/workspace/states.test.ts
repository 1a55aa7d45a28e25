import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatState } from '../../server/src/net/states/state.ts';
import { type Files, openIn } from './support/memoryHost.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

test('the workspace declares them by file pattern, and overrides solvers', async () => {
  const built = async (files: Files) => {
    const { states, by, solvers } = (await openIn(files, input)).document.states();
    return `${by}: ${states.map(formatState).join(', ')} ${solvers.join(' ')}`.trim();
  };
  const stated = '{ "states": { "*.prototxt": "TEST", "models/net.prototxt": ["TRAIN", "TEST a"] } }';
  const solver = { '/w/models/solver.prototxt': 'net: "models/net.prototxt"\nbase_lr: 1\n' };
  assert.equal(await built({}), 'default: TRAIN, TEST');
  assert.equal(await built({ '/w/caffe-prototxt.json': stated, ...solver }), 'workspace: TRAIN, TEST a');
});

test('solvers of the workspace with the net, in any folder', async () => {
  const built = async (solvers: Files) => {
    const net = { '/w/models/net.prototxt': input };
    const { states, by, solvers: names } = (await openIn({ ...net, ...solvers }, input)).document.states();
    return `${by}: ${states.map(formatState).join(', ')} ${names.join(' ')}`.trim();
  };
  const tests = 'test_iter: 1\ntest_interval: 1\ntest_state { stage: "a" }\n';
  assert.equal(await built({ '/w/s.prototxt': 'net: "models/net.prototxt"\n' }), 'solver: TRAIN s.prototxt');
  assert.equal(
    await built({ '/w/models/s.prototxt': `net: "net.prototxt"\n${tests}` }),
    'solver: TRAIN, TEST a s.prototxt',
  );
  // A solver that was written for a different folder is next to its net.
  assert.equal(
    await built({ '/w/models/s.prototxt': 'train_net: "/home/me/net.prototxt"\n' }),
    'solver: TRAIN s.prototxt',
  );
  assert.equal(
    await built({
      '/w/b.prototxt': 'train_net: "models/net.prototxt"\n',
      '/w/a.prototxt': 'test_net: "models/net.prototxt"\ntrain_net: "models/other.prototxt"\ntest_iter: 1\n',
    }),
    'solver: TRAIN, TEST a.prototxt b.prototxt',
  );
  assert.equal(await built({ '/w/s.prototxt': 'net: "models/other.prototxt"\n' }), 'default: TRAIN, TEST');
  assert.equal(
    await built({ '/w/s.prototxt': 'net: "models/net.prototxt"\nlayer { }\nlayer { }\n' }),
    'default: TRAIN, TEST',
  );
});

test("a net's own phase overrides the solver's, the phase of a test_state overrides both", async () => {
  const built = async (solver: string) => {
    const text = `state { phase: TEST stage: "own" }\n${input}`;
    const files = { '/w/models/net.prototxt': text, '/w/models/s.prototxt': solver };
    return (await openIn(files, text)).document.states().states.map(formatState).join(', ');
  };
  assert.equal(await built('train_net: "net.prototxt"\n'), 'TEST own');
  assert.equal(
    await built('train_net: "net.prototxt"\ntrain_state { phase: TRAIN stage: "a" }\n'),
    'TRAIN own a',
  );
});
