import type { Document } from '../../document/document.ts';
import { allNets, twinOf } from '../../document/layers.ts';
import { quoted } from '../../edit/draft.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeLayer } from '../../edit/layers.ts';
import { layerPlace } from '../../net/fault.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Wiring, wiringOf } from '../../net/wiring.ts';
import type { Rule } from '../rule.ts';

/** The activations that loss layers apply themselves. */
const activations: Readonly<Record<string, string>> = {
  SoftmaxWithLoss: 'Softmax',
  SigmoidCrossEntropyLoss: 'Sigmoid',
  InfogainLoss: 'Softmax',
};

const types = Object.keys(activations);

export const activationBeforeLoss: Rule = {
  code: 'activation-before-loss',
  severity: 'warning',
  doc: {
    what: 'A loss layer reads the output of an activation that it applies itself.',
    why: '`SoftmaxWithLoss` expects raw scores and applies the softmax itself, as `SigmoidCrossEntropyLoss` does with the sigmoid. If its input is probabilities, the function is applied twice: the loss cannot approach 0, the gradients are small, and training is slow and poor without any message.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
layer { name: "prob" type: "Softmax" bottom: "score" top: "prob" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "prob" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`,
    fix: 'Connect the loss to the bottom of the activation, and remove the activation if no other layer reads it.',
  },
  types,
  *net(net, document) {
    const wiring = wiringOf(net);
    for (const layer of layersOf(net, types)) {
      const activation = ownActivation(layer);
      if (!activation) continue;
      const reader = reshaped(layer, wiring);
      const maker = wiring.maker(reader, 0)?.layer;
      if (maker?.type !== activation) continue;
      yield {
        message: `${layer.type} applies ${activation} itself, so with \`${maker.name}\` it is applied twice. Use the bottom of \`${maker.name}\` instead.`,
        place: layerPlace(layer, layer.message.list('bottom')[0]),
        layer: layer.name,
        related: [{ place: layerPlace(maker), message: `The first ${activation}.` }],
        needsWhole: true,
        fixes: () => once(document, reader, maker),
      };
    }
  },
};

/** The activation that a layer applies itself. BVLC's InfogainLoss applies one, the older one of forks does not. */
function ownActivation({ type, context }: Layer): string | undefined {
  if (type === 'InfogainLoss' && context.base !== 'bvlc') return undefined;
  return Object.hasOwn(activations, type) ? activations[type] : undefined;
}

/** The loss, or the first in the chain of Reshape and Flatten layers before it. */
function reshaped(loss: Layer, wiring: Wiring): Layer {
  const maker = wiring.maker(loss, 0)?.layer;
  return maker && (maker.type === 'Reshape' || maker.type === 'Flatten') ? reshaped(maker, wiring) : loss;
}

function once(document: Document, reader: Layer, activation: Layer): Fix[] {
  const [bottom] = reader.message.list('bottom');
  const [scores] = activation.message.texts('bottom');
  const [probabilities] = activation.message.texts('top');
  const needed = allNets(document).some((net) => hasOtherReaders(net, reader, activation));
  const inPlace = scores === probabilities;
  if (!bottom || scores === undefined || (inPlace && needed)) return [];
  const rewire = { range: valueRange(document.tree, reader, bottom), newText: quoted(scores) };
  const remove = removeLayer(document.tree, activation);
  if (needed) return [{ title: `Use \`${scores}\` instead`, edits: [rewire], preferred: true }];
  const edits = inPlace ? [remove] : [remove, rewire];
  return [{ title: `Remove \`${activation.name}\``, edits, preferred: true }];
}

function hasOtherReaders(net: Net, reader: Layer, activation: Layer): boolean {
  const twin = twinOf(net, activation);
  return (
    twin !== undefined &&
    wiringOf(net)
      .readers(twin)
      .some(({ layer }) => layer.message !== reader.message)
  );
}
