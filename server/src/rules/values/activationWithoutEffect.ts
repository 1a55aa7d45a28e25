import { spliceOut } from '../../edit/spliceOut.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

/** Layers without negative outputs. */
const positive = new Set(['Sigmoid', 'Softmax', 'BNLL', 'AbsVal']);

export const activationWithoutEffect: Rule = {
  code: 'activation-without-effect',
  severity: 'hint',
  doc: {
    what: 'In a net that is trained, a ReLU layer follows a layer whose output is never negative.',
    why: 'The ReLU has no effect, and costs time. After another ReLU, it may indicate that a layer between the two is missing, or reads a different blob.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "relu2" type: "ReLU" bottom: "relu1" top: "relu2" }
layer { name: "loss" type: "EuclideanLoss" bottom: "relu2" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "loss" type: "EuclideanLoss" bottom: "relu1" bottom: "label" top: "loss" }
`,
    fix: 'Remove the ReLU, or correct its bottom.',
  },
  types: ['ReLU'],
  *layer(layer, near, document) {
    const producer = near.trains ? near.producer(0)?.layer : undefined;
    if (!producer || !isPositive(producer)) return;
    yield {
      message: `\`${layer.name}\` has no effect: the output of \`${producer.name}\` is never negative.`,
      location: layerLocation(layer),
      layer: layer.name,
      related: [{ location: layerLocation(producer), message: `The preceding ${producer.type} layer.` }],
      tags: ['unnecessary'],
      needsWhole: true,
      fixes: () => {
        const removable = near.inPlace() || near.consumers().length > 0;
        return removable ? [{ title: `Remove \`${layer.name}\``, edits: spliceOut(document, layer) }] : [];
      },
    };
  },
};

function isPositive({ type, context }: Layer): boolean {
  return positive.has(type) || (type === 'ReLU' && context.params.float('negative_slope') === 0);
}
