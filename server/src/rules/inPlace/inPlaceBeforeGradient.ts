import type { Document } from '../../document/document.ts';
import { type Gradients, gradientsOf } from '../../net/backward.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer, Net } from '../../net/net.ts';
import { isTrainingNet } from '../helpers/training.ts';
import type { Finding, Rule } from '../rule.ts';
import { gradientFromValues, overwrites, overwritesItself } from './inPlaceValues.ts';
import { makeOutOfPlace } from './outOfPlace.ts';

export const inPlaceBeforeGradient: Rule = {
  code: 'in-place-before-gradient',
  severity: 'warning',
  doc: {
    what: 'An in-place layer overwrites the values from which it, or a layer before it, computes its gradient.',
    why: 'Sigmoid, TanH, Softmax, ELU and others compute the gradient from their own output, and an in-place ReLU from the signs in the blob. An in-place Dropout, BatchNorm or Scale layer after them changes these values. BNLL, Clip, Log and Power need their input, which they overwrite when they work in place. Caffe does not detect this, and trains with wrong gradients.',
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
    fix: 'Rename the top of the layer that overwrites the values.',
  },
  types: gradientFromValues,
  *net(net, document) {
    if (!isTrainingNet(net)) return;
    const graph = blobGraphOf(net);
    for (const [layer, victim] of victims(net, graph))
      yield layer === victim ? ofItself(layer, document) : ofAnother(layer, victim, graph, document);
  },
};

/** Each layer that overwrites values a gradient needs, with the first layer whose gradient needs them. */
function victims(net: Net, graph: BlobGraph): ReadonlyMap<Layer, Layer> {
  const found = new Map<Layer, Layer>();
  let gradients: Gradients | undefined;
  for (const layer of layersOf(net, gradientFromValues)) {
    const spoiler = spoilerOf(layer, graph);
    if (!spoiler || found.has(spoiler)) continue;
    gradients ??= gradientsOf(net);
    if (gradients.get(layer)?.[0]) found.set(spoiler, layer);
  }
  return found;
}

/** The first layer that overwrites values the gradient of a layer needs. */
function spoilerOf(layer: Layer, graph: BlobGraph): Layer | undefined {
  const inPlace = graph.inPlace(layer);
  if (inPlace && overwritesItself(layer)) return layer;
  return graph.chain(layer).find((other) => other !== layer && overwrites(other, layer, inPlace));
}

function ofItself(layer: Layer, document: Document): Finding {
  return {
    message: `The gradient of \`${layer.name}\` is wrong: ${layer.type} computes it from its input, which it overwrites in place.`,
    location: layerLocation(layer, layer.message.list('top')[0]),
    layer: layer.name,
    needsWhole: true,
    fixes: () => makeOutOfPlace(document, layer, 0),
  };
}

function ofAnother(layer: Layer, victim: Layer, graph: BlobGraph, document: Document): Finding {
  const values = graph.inPlace(victim) ? 'the values in the blob' : 'its output';
  return {
    message: `The gradient of \`${victim.name}\` is wrong: ${victim.type} computes it from ${values}, which \`${layer.name}\` overwrites.`,
    location: layerLocation(layer, layer.message.list('top')[0]),
    layer: layer.name,
    related: [
      { location: layerLocation(victim), message: `The ${victim.type} layer whose values are overwritten.` },
    ],
    needsWhole: true,
    fixes: () => makeOutOfPlace(document, layer, 0),
  };
}
