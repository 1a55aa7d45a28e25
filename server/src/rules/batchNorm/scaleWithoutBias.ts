import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Neighbors } from '../neighbors.ts';
import type { Rule } from '../rule.ts';

const activations = new Set(['ReLU', 'PReLU', 'ELU', 'Sigmoid', 'TanH', 'Swish', 'Clip']);

export const scaleWithoutBias: Rule = {
  code: 'scale-without-bias',
  severity: 'information',
  doc: {
    what: 'A Scale layer between a BatchNorm layer and an activation has no bias, or a Scale layer has a `bias_filler` without a bias.',
    why: 'A Scale layer adds a bias only with `bias_term: true`; the default is false, unlike in a Convolution. Without a bias after a BatchNorm, every channel has mean 0, so a ReLU sets about half of its values to 0. A `bias_filler` without `bias_term` has no effect.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
layer { name: "relu" type: "ReLU" bottom: "bn" top: "bn" }
layer { name: "loss" type: "EuclideanLoss" bottom: "bn" bottom: "label" top: "loss" }
`,
    fix: 'Set `bias_term: true` in `scale_param`.',
  },
  types: ['Scale'],
  *layer(layer, near, document) {
    const { params } = layer.context;
    if (!near.trains || layer.bottoms.length !== 1 || params.bool('bias_term')) return;
    const [filler] = params.list('bias_filler');
    if (params.has('bias_term') || !(filler || isBetween(near))) return;
    yield {
      message: filler
        ? `\`${layer.name}\` has a \`bias_filler\` but no bias: \`bias_term\` is false by default.`
        : `\`${layer.name}\` scales the output of a BatchNorm layer without shifting it: \`bias_term\` is false by default.`,
      location: layerLocation(layer, filler),
      layer: layer.name,
      needsWhole: true,
      fixes: () => {
        const edit = setParam(document.tree, layer, 'scale_param', newField('bias_term', true));
        return edit ? [{ title: 'Add `bias_term: true`', edits: [edit], preferred: true }] : [];
      },
    };
  },
};

/** Whether a BatchNorm precedes a layer and only activations follow it. */
function isBetween(near: Neighbors): boolean {
  const consumers = near.consumers();
  const activated =
    consumers.length > 0 && consumers.every((consumer) => activations.has(consumer.layer.type));
  return activated && near.producer(0)?.layer.type === 'BatchNorm';
}
