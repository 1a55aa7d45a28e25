import { bothNets } from '../document/layers.ts';
import { layerRange } from '../net/fault.ts';
import type { Layer, Net } from '../net/net.ts';
import { formatShape } from '../shape/shape.ts';
import type { Rule } from './rule.ts';
import { weightDifference } from './sameWeights.ts';

/** Weights that do not fit the test net. */
export const phasesDiffer: Rule = {
  code: 'phases-differ',
  severity: 'warning',
  doc: {
    what: 'A layer has weights of another shape in the TEST phase than in the TRAIN phase.',
    why: 'The solver gives the weights of the training net to the layers of the same name in the test net, and stops at the first test where their shapes differ. The usual cause is another size of the images, and an InnerProduct behind them.',
    example: `layer {
  name: "data" type: "Input" top: "data" include { phase: TRAIN }
  input_param { shape { dim: 8 dim: 3 dim: 24 dim: 24 } }
}
layer {
  name: "data" type: "Input" top: "data" include { phase: TEST }
  input_param { shape { dim: 8 dim: 3 dim: 28 dim: 28 } }
}
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }
`,
    fixed: `layer {
  name: "data" type: "Input" top: "data" include { phase: TRAIN }
  input_param { shape { dim: 8 dim: 3 dim: 24 dim: 24 } }
}
layer {
  name: "data" type: "Input" top: "data" include { phase: TEST }
  input_param { shape { dim: 8 dim: 3 dim: 24 dim: 24 } }
}
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }
`,
    fix: 'Make the inputs of the layer the same in both phases, for instance by the same `crop_size`.',
  },
  *file(document) {
    const [train, test] = bothNets(document);
    if (!train || !test) return;
    const tested = byName(test);
    for (const [name, layer] of byName(train)) {
      const other = tested.get(name);
      const wrong = other && differing(layer, other);
      if (!other || !wrong) continue;
      yield {
        message: `${wrong} A solver that trains and tests with this file stops when it shares the weights.`,
        range: layerRange(layer),
        layer: layer.name,
        needsWhole: true,
      };
    }
  },
};

/** The layers, the first of each name: Caffe looks no further. */
function byName({ layers }: Net): ReadonlyMap<string, Layer> {
  const written = layers.filter(({ automatic }) => !automatic);
  return new Map(written.map((layer) => [layer.name, layer] as const).toReversed());
}

function differing(train: Layer, test: Layer): string | undefined {
  const difference = weightDifference(train, test);
  if (!difference) return undefined;
  if ('counts' in difference) {
    const [one, other] = difference.counts;
    return `\`${train.name}\` has ${one} parameter blobs in the TRAIN phase and ${other} in the TEST phase.`;
  }
  const [one, other] = difference.blobs;
  return `The ${one.role} of \`${train.name}\` is ${formatShape(one.shape)} in the TRAIN phase and ${formatShape(other.shape)} in the TEST phase.`;
}
