import { bothNets } from '../document/layers.ts';
import { layerRange } from '../net/fault.ts';
import type { Layer, Net } from '../net/net.ts';
import { formatShape, shapesDiffer } from '../shape/shape.ts';
import type { Rule } from './rule.ts';

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

/** The layers with weights, the first of each name. */
function byName({ layers }: Net): ReadonlyMap<string, Layer> {
  return new Map(
    layers
      .filter(({ params }) => params.length > 0)
      .map((layer) => [layer.name, layer] as const)
      .toReversed(),
  );
}

function differing(train: Layer, test: Layer): string | undefined {
  if (train.missingParams || test.missingParams) return undefined;
  const [one, other] = [train.params, test.params];
  if (one.length !== other.length)
    return `\`${train.name}\` has ${one.length} parameter blobs in the TRAIN phase and ${other.length} in the TEST phase.`;
  const index = one.findIndex(({ shape }, blob) => shapesDiffer(shape, other[blob]?.shape ?? shape));
  const [wrong, right] = [one[index], other[index]];
  if (!wrong || !right) return undefined;
  return `The ${wrong.role} of \`${train.name}\` is ${formatShape(wrong.shape)} in the TRAIN phase and ${formatShape(right.shape)} in the TEST phase.`;
}
