import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeInputs } from '../../server/src/edit/writeInputs.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { hasRank } from '../../server/src/shape/shape.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const state = netState('TRAIN');

test('a label follows the batch of its images, and fixed values stay', () => {
  const text = `layer { name: "x" type: "Data" top: "x" top: "label" data_param { source: "db" batch_size: 64 } }
layer { name: "f" type: "DummyData" top: "f" dummy_data_param { shape { dim: 64 dim: 2 } } }
`;
  const assumed = { shapes: new Map([['x', [4, 3, 9, 9]]]) };
  const shapes = (settings: object) =>
    open(text, settings)
      .net(state)
      .layers.flatMap(({ outputs }) => outputs.map(({ shape }) => (hasRank(shape) ? shape[0] : shape)));
  assert.deepEqual(shapes({ assumed }), [4, 4, 64]);
  assert.deepEqual(shapes({ assumed: { batch: 8, shapes: new Map() } }), [8, 8, 64]);
});

for (const [shows, text, shapes, expected] of [
  [
    'the dimensions of an Input layer',
    'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n',
    { x: [4, 3, 9, 8] },
    'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 4 dim: 3 dim: 9 dim: 8 } } }\n',
  ],
  [
    'a list of dimensions',
    'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [1, 3, 8, 8] } } }\n',
    { x: [4, 3, 8, 8] },
    'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: [4, 3, 8, 8] } } }\n',
  ],
  [
    'inputs of the net',
    'input: "x"\ninput_dim: 1\ninput_dim: 3\ninput_dim: 8\ninput_dim: 8\n',
    { x: [4, 3, 8, 8] },
    'input: "x"\ninput_dim: 4\ninput_dim: 3\ninput_dim: 8\ninput_dim: 8\n',
  ],
  [
    'the batch size of a data layer, and a comment for sizes that are unknown',
    'layer { name: "x" type: "Data" top: "x" data_param { source: "db" batch_size: 64 } }\n',
    { x: [4, 3, 9, 9] },
    '# shape: x 4x3x9x9\nlayer { name: "x" type: "Data" top: "x" data_param { source: "db" batch_size: 4 } }\n',
  ],
  [
    'the comment of a blob',
    '# shape: x 64x3x8x8\nlayer { name: "x" type: "Data" top: "x" data_param { source: "db" batch_size: 64 } }\n',
    { x: [64, 3, 9, 9] },
    '# shape: x 64x3x9x9\nlayer { name: "x" type: "Data" top: "x" data_param { source: "db" batch_size: 64 } }\n',
  ],
] as const) {
  test(`assumed shapes are written: ${shows}`, () => {
    const assumed = { shapes: new Map(Object.entries(shapes)) };
    assert.equal(applyEdits(text, writeInputs(open(text, { assumed }), state)), expected);
    assert.deepEqual(writeInputs(open(text), state), []);
  });
}
