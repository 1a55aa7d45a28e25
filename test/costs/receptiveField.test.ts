import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receptiveFields } from '../../server/src/costs/receptiveField.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open } from '../support/fixture.ts';

/** The receptive field of the layer `y` on a blob: the sizes of its windows, `all`, or `?`. */
function field(layer: string, dims: string): string {
  const net = open(`layer { name: "x" type: "Input" top: "x" top: "z" input_param { shape { ${dims} } } }
layer { name: "y" bottom: "x" ${layer} top: "y" }
`).net(netState('TEST'));
  const last = net.layers.at(-1);
  const found =
    last &&
    receptiveFields(net)
      .get(last)
      ?.find(({ input }) => input === 'x');
  if (!found?.axes) return '?';
  return found.axes === 'all' ? 'all' : found.axes.map(({ size }) => size).join('×');
}

const image = 'dim: 1 dim: 4 dim: 8 dim: 8';
const volume = 'dim: 1 dim: 4 dim: 8 dim: 8 dim: 8';

for (const [shows, layer, expected, dims] of [
  ['an activation', 'type: "ReLU"', '1×1'],
  [
    'a depthwise convolution',
    'type: "ConvolutionDepthwise" convolution_param { kernel_size: 3 pad: 1 }',
    '3×3',
  ],
  [
    'a convolution of volumes',
    'type: "Convolution3D" convolution3d_param { num_output: 2 kernel_size: 3 kernel_depth: 3 pad: 1 temporal_pad: 1 }',
    '3×3×3',
    volume,
  ],
  ["SSD's normalization of the image", 'type: "Normalize"', 'all'],
  ["SSD's normalization of each position", 'type: "Normalize" norm_param { across_spatial: false }', '1×1'],
  [
    'a correlation: the windows of all displacements',
    'bottom: "x" type: "Correlation" correlation_param { kernel_size: 3 max_displacement: 3 pad: 4 }',
    '9×9',
  ],
  ['an upsampling that repeats values', 'type: "Upsample" upsample_param { scale: 2 }', '1×1'],
  ['a spatial transformer', 'bottom: "z" type: "SpatialTransformer" st_param { to_compute_dU: true }', 'all'],
  ['a layer whose computation is not known', 'bottom: "z" type: "DomainTransform"', '?'],
] as const)
  test(`the receptive field of ${shows}`, () => assert.equal(field(layer, dims ?? image), expected));
