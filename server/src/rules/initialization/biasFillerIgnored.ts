import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const biasFillerIgnored: Rule = {
  code: 'bias-filler-ignored',
  severity: 'hint',
  doc: {
    what: 'A layer has both a `bias_filler` and `bias_term: false`.',
    why: 'The layer has no bias to initialize. Caffe ignores the filler, and a reader of the net may assume that there is a bias.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 bias_term: false bias_filler { type: "constant" } }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 bias_term: false }
}
`,
    fix: 'Remove `bias_filler`.',
  },
  *layer(layer, _near, document) {
    const { params } = layer.context;
    if (!params.has('bias_filler') || !params.has('bias_term') || params.bool('bias_term')) return;
    const [filler] = params.list('bias_filler');
    if (!filler || !layer.definition) return;
    const [whole] = layer.message.list(layer.definition.paramField ?? '');
    yield {
      message: `\`bias_filler\` has no effect: \`${layer.name}\` has no bias.`,
      location: layerLocation(layer, filler),
      layer: layer.name,
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: 'Remove `bias_filler`',
          edits: removeParams(document.tree, layer, whole, [filler]),
          preferred: true,
          safe: true,
        },
      ],
    };
  },
};
