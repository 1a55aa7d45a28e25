import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const relu = (rules: string) => `layer { name: "r" type: "ReLU" bottom: "x" top: "r" ${rules} }\n`;

const both = (text: string, dialect = 'bvlc') => {
  const document = open(input + text, { dialect });
  return [document.net(netState('TRAIN')), document.net(netState('TEST'))] as const;
};

test('states with the same layers share one net', () => {
  for (const text of [
    relu(''),
    relu('exclude { stage: "a" }'),
    'layer { name: "q" type: "Odd" bottom: "x" }',
  ]) {
    const [train, test] = both(text);
    assert.equal(train.layers, test.layers);
    assert.deepEqual([train.state.phase, test.state.phase], ['TRAIN', 'TEST']);
  }
});

test('states share no net if a layer is dropped or depends on the phase', () => {
  const [train, test] = both(relu('include { phase: TEST }'));
  assert.deepEqual([train.layers.length, test.layers.length], [1, 2]);
  const data =
    'layer { name: "d" type: "CPMData" top: "d" top: "l" data_param { source: "s" batch_size: 2 } }\n';
  const [first, second] = both(data, 'cpm');
  assert.notEqual(first.layers, second.layers);
});

test('failures of a shared net are reported for both states', () => {
  const found = diagnostics(
    open(`${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 0 } }`),
  );
  assert.deepEqual(
    found.filter(({ severity }) => severity === 'error').map(({ states }) => states.length),
    [2],
  );
});
