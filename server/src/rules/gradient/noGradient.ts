import { type Gradients, gradientsOf } from '../../net/backward.ts';
import { type BlobGraph, blobGraphOf } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { hasLoss, isTrainingNet } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';
import { nonDifferentiable } from './nonDifferentiable.ts';

const types = ['ArgMax', 'Threshold', 'Accuracy'];

export const noGradient: Rule = {
  code: 'no-gradient',
  severity: 'warning',
  doc: {
    what: 'A layer without a backward pass is between trained layers and a loss.',
    why: 'ArgMax, Threshold and Accuracy have no backward pass. Caffe builds the net, but stops in the first backward pass: "Not Implemented Yet". `propagate_down: false` in the layer itself does not help, since Caffe still calls its backward pass; in the layer that reads its top, it does.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "hard" type: "Threshold" bottom: "ip" top: "hard" }
layer { name: "loss" type: "EuclideanLoss" bottom: "hard" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "soft" type: "Sigmoid" bottom: "ip" top: "soft" }
layer { name: "loss" type: "EuclideanLoss" bottom: "soft" bottom: "label" top: "loss" }
`,
    fix: 'Use a layer with a gradient, such as Sigmoid or Softmax, connect the loss to the bottom of this layer, or set `propagate_down: false` in the layer that reads its top.',
  },
  types,
  *net(net) {
    if (!isTrainingNet(net)) return;
    const graph = blobGraphOf(net);
    let gradients: Gradients | undefined;
    for (const layer of layersOf(net, types)) {
      if (!isRead(layer, graph)) continue;
      gradients ??= gradientsOf(net);
      if (!gradients.get(layer)?.[0] || !leadsToLoss(layer, graph, gradients)) continue;
      yield {
        message: `Caffe stops in the first backward pass: ${layer.type} has no gradient, but is between trained layers and a loss.`,
        location: layerLocation(layer),
        layer: layer.name,
        needsWhole: true,
      };
    }
  },
};

function isRead(layer: Layer, graph: BlobGraph): boolean {
  return layer.outputs.some((_, top) => graph.consumers(layer, top).length > 0);
}

/** Whether a loss depends on a layer through bottoms that propagate a gradient. */
function leadsToLoss(layer: Layer, graph: BlobGraph, gradients: Gradients): boolean {
  return layer.outputs.some((_, top) =>
    graph.consumers(layer, top).some(({ layer: consumer, index }) => {
      if (!gradients.get(consumer)?.[index] || nonDifferentiable(consumer)?.index === index) return false;
      return hasLoss(consumer) || leadsToLoss(consumer, graph, gradients);
    }),
  );
}
