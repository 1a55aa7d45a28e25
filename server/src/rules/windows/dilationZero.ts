import { valueRange } from '../../edit/fields.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const dilationZero: Rule = {
  code: 'dilation-zero',
  severity: 'warning',
  doc: {
    what: 'A `dilation` is 0, so the whole kernel covers a single position.',
    why: 'Dilation is the distance between the input values that a kernel reads; a dense kernel has dilation 1. Caffe accepts 0 and computes the output size as for a kernel of size 1.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 dilation: 0 }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv" type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 dilation: 1 }
}
`,
    fix: 'Set 1 for a dense kernel.',
  },
  *layer(layer, _near, document) {
    const { params } = layer.context;
    if (!params.has('dilation') || layer.definition?.paramField !== 'convolution_param') return;
    for (const entry of params.list('dilation')) {
      if (entry.value !== 0) continue;
      yield {
        message:
          'With `dilation: 0`, all values of the kernel read the same position; a dense kernel has `dilation: 1`.',
        location: layerLocation(layer, entry),
        layer: layer.name,
        fixes: () => [
          {
            title: 'Set `dilation: 1`',
            edits: [{ range: valueRange(document.tree, layer, entry), newText: '1' }],
            preferred: true,
          },
        ],
      };
    }
  },
};
