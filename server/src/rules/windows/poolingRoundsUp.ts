import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import { convolved } from '../../shape/window.ts';
import type { Rule } from '../rule.ts';
import { roundedDown } from './roundDown.ts';
import { knownWindows, windowOutside } from './windows.ts';

/** One position more than elsewhere. */
export const poolingRoundsUp: Rule = {
  code: 'pooling-rounds-up',
  severity: 'hint',
  doc: {
    what: 'A pooling makes one position more than a convolution with the same window would, since it rounds up.',
    why: "Caffe rounds the size of a pooling up and that of a convolution down; most other frameworks round both down. Where the windows do not fit evenly, branches of a net differ by one, and a net that is moved to another framework has other shapes. BVLC's Caffe rounds down with `round_mode: FLOOR`.",
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 3 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 3 stride: 2 round_mode: FLOOR } }
`,
    fix: 'Add `round_mode: FLOOR` if the net is to have the sizes of other frameworks; a model trained with the other size does not fit then.',
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
      message: `Rounded up, ${size.input} becomes ${size.pooled}; a convolution with this window would give ${size.convolved}.`,
      place: layerPlace(layer),
      layer: layer.name,
      needsWhole: true,
      fixes: () => roundedDown(layer, document),
    };
  },
};

/** Along each axis the length of the input, of the top, and of the top of a convolution. */
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
