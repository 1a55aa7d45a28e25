import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { convolved } from '../../shape/window.ts';
import type { Rule } from '../rule.ts';
import { roundedDown } from './roundDown.ts';
import { knownWindows, windowOutside } from './windows.ts';

export const poolingRoundsUp: Rule = {
  code: 'pooling-rounds-up',
  severity: 'hint',
  doc: {
    what: 'The output of a pooling is one larger than that of a convolution with the same window, since its size is rounded up.',
    why: "Caffe rounds the size of a pooling up and that of a convolution down; most other frameworks round both down. If the windows do not fit evenly, branches of a net differ by one, and a net converted to a different framework has different shapes. BVLC's Caffe rounds down with `round_mode: FLOOR`.",
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 3 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 3 stride: 2 round_mode: FLOOR } }
`,
    fix: 'Set `round_mode: FLOOR` to get the sizes of other frameworks; a model trained with the other size then does not fit.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    if (layer.context.params.bool('global_pooling')) return;
    const sizes = sizesOf(layer);
    const axis = sizes.findIndex(({ pooled, convolved: down }) => pooled > down && down > 0);
    const size = sizes[axis];
    // `pooling-outside` reports more.
    if (!size || windowOutside(layer)) return;
    yield {
      message: `The output size for ${size.input} is rounded up to ${size.pooled}; a convolution with this window gives ${size.convolved}.`,
      location: layerLocation(layer),
      layer: layer.name,
      needsWhole: true,
      fixes: () => roundedDown(layer, document),
    };
  },
};

/** For each axis, the lengths of the input, of the top, and of the top of a convolution with the same window. */
function sizesOf(layer: Layer) {
  const [bottom, top] = [layer.inputs[0]?.shape, layer.outputs[0]?.shape];
  const windows = knownWindows(layer);
  if (!windows || !bottom || !top || !hasRank(bottom) || !hasRank(top)) return [];
  return windows.flatMap((window, index) => {
    const [input, pooled] = [bottom, top].map((shape) => shape.slice(-windows.length)[index]);
    if (input === undefined || pooled === undefined || !isKnown(input) || !isKnown(pooled)) return [];
    return [{ input, pooled, convolved: convolved(input, window) }];
  });
}
