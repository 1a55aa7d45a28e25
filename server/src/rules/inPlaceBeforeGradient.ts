import { layerRange } from '../net/fault.ts';
import type { Layer } from '../net/net.ts';
import { wiringOf } from '../net/wiring.ts';
import { withOwnTop } from './ownTop.ts';
import type { Rule } from './rule.ts';
import { trains } from './training.ts';

/** Layers that work out their gradient from the values of their top. */
const needsTop = new Set(['Sigmoid', 'TanH', 'Softmax', 'Exp', 'ELU', 'Swish', 'LRN']);

/** Layers that, in place, leave other values in the blob than they found; ReLU changes nothing behind a Sigmoid. */
const changes = new Set([
  'Dropout',
  'Scale',
  'Bias',
  'Power',
  'BatchNorm',
  'TanH',
  'Sigmoid',
  'Log',
  'Exp',
  'Softmax',
  'ReLU',
  'PReLU',
]);
const positive = new Set(['Sigmoid', 'Softmax', 'Exp']);

/** An activation whose values are gone when its gradient needs them. */
export const inPlaceBeforeGradient: Rule = {
  code: 'in-place-before-gradient',
  severity: 'warning',
  doc: {
    what: 'A layer overwrites in place the values from which the layer before it works out its gradient.',
    why: 'Sigmoid, TanH, Softmax, ELU and others compute the gradient from their own output. A Dropout or Scale behind them that works in place leaves other values there; Caffe does not notice, and trains with wrong gradients.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "act" type: "TanH" bottom: "ip" top: "act" }
layer { name: "drop" type: "Dropout" bottom: "act" top: "act" }
layer { name: "loss" type: "EuclideanLoss" bottom: "act" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "act" type: "TanH" bottom: "ip" top: "act" }
layer { name: "drop" type: "Dropout" bottom: "act" top: "drop" }
layer { name: "loss" type: "EuclideanLoss" bottom: "drop" bottom: "label" top: "loss" }
`,
    fix: 'Give the top of the second layer a name of its own.',
  },
  *net(net, document) {
    if (!trains(net)) return;
    const wiring = wiringOf(net);
    for (const layer of net.layers) {
      if (!changes.has(layer.type) || !wiring.inPlace(layer)) continue;
      const maker = wiring.maker(layer, 0)?.layer;
      if (
        !maker ||
        !needsTop.has(maker.type) ||
        isComposed(maker) ||
        (layer.type === 'ReLU' && positive.has(maker.type))
      )
        continue;
      yield {
        message: `${maker.type} works out its gradient from its output, which \`${layer.name}\` overwrites: the gradient would be wrong.`,
        range: layerRange(layer, layer.message.list('top')[0]),
        layer: layer.name,
        related: [{ range: layerRange(maker), message: `The ${maker.type} whose output is overwritten.` }],
        needsWhole: true,
        fixes: () => withOwnTop(document, layer, 0),
      };
    }
  },
};

/** An LRN within channels is made of other layers, with blobs of their own. */
function isComposed({ type, context }: Layer): boolean {
  return type === 'LRN' && context.params.text('norm_region') === 'WITHIN_CHANNEL';
}
