import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const partialKernelIgnored: Rule = {
  code: 'partial-kernel-ignored',
  severity: 'warning',
  doc: {
    what: 'A pooling layer has `kernel_size` and one of `kernel_h` and `kernel_w`, which is ignored.',
    why: 'Caffe rejects `kernel_size` with both of them, but not with only one: it then uses `kernel_size` for both axes.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 2 stride: 2 kernel_h: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
`,
    fix: 'Remove it, or set `kernel_h` and `kernel_w` instead of `kernel_size`.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const { params } = layer.context;
    if (!params.has('kernel_size')) return;
    const sides = [...params.list('kernel_h'), ...params.list('kernel_w')];
    const [side] = sides;
    if (!side || sides.length > 1) return;
    yield {
      message: `Caffe ignores \`${side.field.name.text}\`: \`kernel_size\` applies to both axes.`,
      location: layerLocation(layer, side),
      layer: layer.name,
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: `Remove \`${side.field.name.text}\``,
          edits: removeParams(document.tree, layer, layer.message.list('pooling_param')[0], [side]),
          preferred: true,
        },
      ],
    };
  },
};
