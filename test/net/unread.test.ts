import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layersIn } from '../../server/src/document/layers.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { formatShape } from '../../server/src/shape/shape.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const conv = (param: string, more = '') =>
  `layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { ${param} } ${more} }\n`;
const sum = 'layer { name: "s" type: "Eltwise" bottom: "x" bottom: "y" top: "s" }\n';

for (const [shows, text, shape, codes] of [
  ['everything is read', conv('num_output: 3 kernel_size: 3'), '1×3×6×6', []],
  ['an unknown field', conv('num_output: 3 kernel_size: 3 margin: 1'), '?', ['text/unknown-field']],
  [
    'an unknown message field',
    conv('num_output: 3 kernel_size: 3', 'lattice_param { depth: 1 }'),
    '?',
    ['text/unknown-field'],
  ],
  ['lists, one of them empty, are read', conv('num_output: 3 kernel_size: [3, 3] pad: []'), '1×3×6×6', []],
  ['an invalid value in a list', conv('num_output: 3 kernel_size: [3, x]'), '?', ['text/expected-integer']],
  ['an invalid value', conv('num_output: 3 kernel_size: $K'), '?', ['text/expected-integer']],
  [
    'layers after it have no further errors',
    conv('num_output: 3 kernel_size: 3 margin: 1') + sum,
    '?',
    ['text/unknown-field'],
  ],
  [
    'a filler does not affect shapes',
    conv('num_output: 3 kernel_size: 3 weight_filler { kind: "a" }'),
    '1×3×6×6',
    ['text/unknown-field'],
  ],
  [
    'a rate does not affect shapes',
    conv('num_output: 3 kernel_size: 3', 'param { rate: 1 }'),
    '1×3×6×6',
    ['text/unknown-field'],
  ],
  ['a partly typed field', conv('num_output: 3 kernel_size: 3 pa'), '1×3×6×6', ['text/expected-value']],
  [
    'a layer that passes on the shape of its input',
    'layer { name: "y" type: "ReLU" bottom: "x" top: "y" relu_param { leak: 1 } }',
    '1×3×8×8',
    ['text/unknown-field'],
  ],
] as const) {
  test(`unreadable fields: ${shows}`, () => {
    const document = open(input + text);
    const layer = layersIn(document, netState('TRAIN')).find(({ name }) => name === 'y');
    assert.equal(formatShape(layer?.outputs[0]?.shape ?? []), shape);
    const errors = diagnostics(document).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      [...new Set(errors.map(({ code }) => code))],
      codes,
      errors.map(({ message }) => message).join('\n'),
    );
  });
}
