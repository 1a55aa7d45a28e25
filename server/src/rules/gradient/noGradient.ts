import { type Gradients, gradientsOf } from '../../net/backward.ts';
import { layerPlace } from '../../net/fault.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer } from '../../net/net.ts';
import { type Wiring, wiringOf } from '../../net/wiring.ts';
import { hasLoss, trains } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';
import { deadEnd } from './deadEnds.ts';

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
    if (!trains(net)) return;
    const wiring = wiringOf(net);
    let gradients: Gradients | undefined;
    for (const layer of layersOf(net, types)) {
      if (!isRead(layer, wiring)) continue;
      gradients ??= gradientsOf(net);
      if (!gradients.get(layer)?.[0] || !leadsToLoss(layer, wiring, gradients)) continue;
      yield {
        message: `Caffe stops in the first backward pass: ${layer.type} has no gradient, but is between trained layers and a loss.`,
        place: layerPlace(layer),
        layer: layer.name,
        needsWhole: true,
      };
    }
  },
};

function isRead(layer: Layer, wiring: Wiring): boolean {
  return layer.outputs.some((_, top) => wiring.readers(layer, top).length > 0);
}

/** Whether a loss depends on a layer through bottoms that propagate a gradient. */
function leadsToLoss(layer: Layer, wiring: Wiring, gradients: Gradients): boolean {
  return layer.outputs.some((_, top) =>
    wiring.readers(layer, top).some(({ layer: reader, index }) => {
      if (!gradients.get(reader)?.[index] || deadEnd(reader)?.index === index) return false;
      return hasLoss(reader) || leadsToLoss(reader, wiring, gradients);
    }),
  );
}
