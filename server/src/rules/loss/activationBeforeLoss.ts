import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn } from '../../document/layers.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeLayer } from '../../edit/layers.ts';
import { quoted } from '../../edit/newField.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer, Net } from '../../net/net.ts';
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
    const graph = blobGraphOf(net);
    for (const layer of layersOf(net, types)) {
      const activation = ownActivation(layer);
      if (!activation) continue;
      const consumer = reshaped(layer, graph);
      const producer = graph.producer(consumer, 0)?.layer;
      if (producer?.type !== activation) continue;
      yield {
        message: `${layer.type} applies ${activation} itself, so with \`${producer.name}\` it is applied twice. Use the bottom of \`${producer.name}\` instead.`,
        location: layerLocation(layer, layer.message.list('bottom')[0]),
        layer: layer.name,
        related: [{ location: layerLocation(producer), message: `The first ${activation}.` }],
        needsWhole: true,
        fixes: () => once(document, consumer, producer),
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
function reshaped(loss: Layer, graph: BlobGraph): Layer {
  const producer = graph.producer(loss, 0)?.layer;
  return producer && (producer.type === 'Reshape' || producer.type === 'Flatten')
    ? reshaped(producer, graph)
    : loss;
}

function once(document: Document, consumer: Layer, activation: Layer): Fix[] {
  const [bottom] = consumer.message.list('bottom');
  const [scores] = activation.message.texts('bottom');
  const [probabilities] = activation.message.texts('top');
  const needed = allNets(document).some((net) => hasOtherConsumers(net, consumer, activation));
  const inPlace = scores === probabilities;
  if (!bottom || scores === undefined || (inPlace && needed)) return [];
  const rewire = { range: valueRange(document.tree, consumer, bottom), newText: quoted(scores) };
  const remove = removeLayer(document.tree, activation);
  if (needed) return [{ title: `Use \`${scores}\` instead`, edits: [rewire], preferred: true }];
  const edits = inPlace ? [remove] : [remove, rewire];
  return [{ title: `Remove \`${activation.name}\``, edits, preferred: true }];
}

function hasOtherConsumers(net: Net, consumer: Layer, activation: Layer): boolean {
  const counterpart = sameLayerIn(net, activation);
  return (
    counterpart !== undefined &&
    blobGraphOf(net)
      .consumers(counterpart)
      .some(({ layer }) => layer.message !== consumer.message)
  );
}
