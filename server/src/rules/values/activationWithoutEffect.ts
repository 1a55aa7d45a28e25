import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { bypass } from '../helpers/bypass.ts';
import type { Rule } from '../rule.ts';

/** Layers whose values are 0 or more. */
const positive = new Set(['Sigmoid', 'Softmax', 'BNLL', 'AbsVal']);

/** A ReLU that has nothing to do. */
export const activationWithoutEffect: Rule = {
  code: 'activation-without-effect',
  severity: 'hint',
  doc: {
    what: 'In a net that learns, a ReLU stands behind a layer that makes no negative values.',
    why: 'It changes nothing, and takes time. Behind another ReLU a layer that was to stand between them may be missing, or reads another blob.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "relu2" type: "ReLU" bottom: "relu1" top: "relu2" }
layer { name: "loss" type: "EuclideanLoss" bottom: "relu2" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "loss" type: "EuclideanLoss" bottom: "relu1" bottom: "label" top: "loss" }
`,
    fix: 'Take it out, or let it read what it was meant to read.',
  },
  types: ['ReLU'],
  *layer(layer, near, document) {
    const maker = near.trains ? near.maker(0)?.layer : undefined;
    if (!maker || !isPositive(maker)) return;
    yield {
      message: `\`${layer.name}\` changes nothing: \`${maker.name}\` makes no negative values.`,
      place: layerPlace(layer),
      layer: layer.name,
      related: [{ place: layerPlace(maker), message: `The ${maker.type} before it.` }],
      tags: ['unnecessary'],
      needsWhole: true,
      fixes: () => {
        const removable = near.inPlace() || near.readers().length > 0;
        return removable ? [{ title: `Take \`${layer.name}\` out`, edits: bypass(document, layer) }] : [];
      },
    };
  },
};

function isPositive({ type, context }: Layer): boolean {
  return positive.has(type) || (type === 'ReLU' && context.params.float('negative_slope') === 0);
}
