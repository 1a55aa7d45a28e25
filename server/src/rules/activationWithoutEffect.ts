import { layerRange } from '../net/fault.ts';
import type { Layer } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';
import { bypass } from './bypass.ts';
import type { Rule } from './rule.ts';

/** Layers whose values are 0 or more. */
const positive = new Set(['Sigmoid', 'Softmax', 'BNLL', 'AbsVal']);

/** A ReLU that has nothing to do. */
export const activationWithoutEffect: Rule = {
  code: 'activation-without-effect',
  severity: 'hint',
  doc: {
    what: 'A ReLU stands behind a layer that makes no negative values.',
    why: 'It changes nothing, and takes time. Behind another ReLU a layer that was to stand between them may be missing, or reads another blob.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "relu2" type: "ReLU" bottom: "relu1" top: "relu2" }
layer { name: "ip" type: "InnerProduct" bottom: "relu2" top: "ip" inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu1" type: "ReLU" bottom: "data" top: "relu1" }
layer { name: "ip" type: "InnerProduct" bottom: "relu1" top: "ip" inner_product_param { num_output: 4 } }
`,
    fix: 'Take it out, or let it read what it was meant to read.',
  },
  *net(net, document) {
    const wiring = wiringOf(net);
    for (const layer of net.layers) {
      const maker = layer.type === 'ReLU' ? wiring.maker(layer, 0)?.layer : undefined;
      if (!maker || !isPositive(maker)) continue;
      yield {
        message: `\`${layer.name}\` changes nothing: \`${maker.name}\` makes no negative values.`,
        range: layerRange(layer),
        layer: layer.name,
        related: [{ range: layerRange(maker), message: `The ${maker.type} before it.` }],
        tags: ['unnecessary'],
        needsWhole: true,
        fixes: () => {
          const removable = wiring.inPlace(layer) || wiring.readers(layer).length > 0;
          return removable ? [{ title: `Take \`${layer.name}\` out`, edits: bypass(document, layer) }] : [];
        },
      };
    }
  },
};

function isPositive({ type, context }: Layer): boolean {
  return positive.has(type) || (type === 'ReLU' && context.params.float('negative_slope') === 0);
}
