import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paramCounts } from '../../server/src/costs/parameters.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { isKnown } from '../../server/src/shape/dim.ts';
import { open } from '../support/fixture.ts';

const input = (name: string, size: number) =>
  `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { dim: 1 dim: 2 dim: ${size} dim: ${size} } } }\n`;
const inputs = input('x', 4) + input('y', 5);

/** The parameters and multiply-accumulates of a rejected layer, undefined if they are unknown. */
function countsOf(layer: string) {
  const { layers, failures } = open(`${inputs}layer { name: "z" top: "z" ${layer} }\n`).net(
    netState('TRAIN'),
  );
  assert.notEqual(failures.length, 0);
  const last = layers.at(-1);
  assert.ok(last);
  const { all } = paramCounts(last);
  return { params: isKnown(all) ? all : undefined, macs: isKnown(last.macs) ? last.macs : undefined };
}

for (const [shows, layer, expected] of [
  ['of a type without a set-up', 'type: "Concat" bottom: "x" bottom: "y"', { params: 0, macs: 0 }],
  ['with too many bottoms', 'type: "ReLU" bottom: "x" bottom: "y"', { params: 0, macs: 0 }],
  ['of data', 'type: "Data" data_param { }', { params: 0, macs: 0 }],
  [
    'whose value cannot be read',
    'type: "Pooling" bottom: "x" pooling_param { pool: FOO }',
    { params: 0, macs: 0 },
  ],
  [
    'whose set-up is done',
    'type: "Convolution" bottom: "x" convolution_param { num_output: 3 kernel_size: 9 }',
    { params: 3 * 2 * 81 + 3, macs: undefined },
  ],
  [
    'whose set-up stops',
    'type: "Convolution" bottom: "x" convolution_param { kernel_size: 3 }',
    { params: undefined, macs: undefined },
  ],
  [
    'with a number of outputs that cannot be read',
    'type: "Convolution" bottom: "x" convolution_param { num_output: five kernel_size: 3 }',
    { params: undefined, macs: undefined },
  ],
] as const) {
  test(`what is known of a rejected layer ${shows}`, () => assert.deepEqual(countsOf(layer), expected));
}
