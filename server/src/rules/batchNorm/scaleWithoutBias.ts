import { draft } from '../../edit/draft.ts';
import { setParam } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Neighbours } from '../neighbours.ts';
import type { Rule } from '../rule.ts';

const activations = new Set(['ReLU', 'PReLU', 'ELU', 'Sigmoid', 'TanH', 'Swish', 'Clip']);

/** Half of what belongs behind a BatchNorm. */
export const scaleWithoutBias: Rule = {
  code: 'scale-without-bias',
  severity: 'information',
  doc: {
    what: 'The Scale behind a BatchNorm has no bias, so that nothing shifts the values before the activation.',
    why: 'A Scale multiplies, and adds a bias only with `bias_term: true`; its default is false, unlike that of a Convolution. Behind a BatchNorm without a bias every channel keeps the mean 0, of which a ReLU cuts half off in each of them. A `bias_filler` without `bias_term` changes nothing.',
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
    fix: 'Write `bias_term: true` into `scale_param`.',
  },
  types: ['Scale'],
  *layer(layer, near, document) {
    const { params } = layer.context;
    if (!near.trains || layer.bottoms.length !== 1 || params.bool('bias_term')) return;
    const [filler] = params.list('bias_filler');
    if (params.has('bias_term') || !(filler || isBetween(near))) return;
    yield {
      message: filler
        ? `\`${layer.name}\` has a \`bias_filler\` and no bias: \`bias_term\` is false where it is not given.`
        : `\`${layer.name}\` multiplies what the BatchNorm has centered, and shifts nothing: \`bias_term\` is false where it is not given.`,
      place: layerPlace(layer, filler),
      layer: layer.name,
      needsWhole: true,
      fixes: () => {
        const edit = setParam(document.tree, layer, 'scale_param', draft('bias_term', true));
        return edit ? [{ title: 'Add `bias_term: true`', edits: [edit], preferred: true }] : [];
      },
    };
  },
};

/** Whether a BatchNorm stands before a layer and only activations behind it. */
function isBetween(near: Neighbours): boolean {
  const readers = near.readers();
  const activated = readers.length > 0 && readers.every((reader) => activations.has(reader.layer.type));
  return activated && near.maker(0)?.layer.type === 'BatchNorm';
}
