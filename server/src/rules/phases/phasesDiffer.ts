import type { Document } from '../../document/document.ts';
import { trainAndTest } from '../../document/layers.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer, Net } from '../../net/net.ts';
import { formatShape } from '../../shape/shape.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { stillFits } from '../helpers/stillFits.ts';
import type { Rule } from '../rule.ts';
import { asInTraining } from './asInTraining.ts';
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
    for (const { train, test, wrong } of differences(document)) {
      yield {
        message: `${wrong} A solver that trains and tests with this file stops when it shares the weights.`,
        place: layerPlace(train),
        layer: train.name,
        needsWhole: true,
        fixes: () => {
          const edits = asInTraining(document, train, test);
          const helps = edits.length > 0 && stillFits(document, edits) && !remains(document, train, edits);
          return helps ? [{ title: 'Give the TEST phase the sizes of the TRAIN phase', edits }] : [];
        },
      };
    }
  },
};

/** A layer of either phase, whose weights do not fit. */
interface Difference {
  readonly train: Layer;
  readonly test: Layer;
  readonly wrong: string;
}

function differences(document: Document): Difference[] {
  const [training, testing] = trainAndTest(document) ?? [];
  if (!training || !testing || training.layers === testing.layers) return [];
  const tested = byName(testing);
  return [...byName(training)].flatMap(([name, train]) => {
    const test = tested.get(name);
    const wrong = test && test !== train && differing(train, test);
    return test && wrong ? [{ train, test, wrong }] : [];
  });
}

/** Whether the weights of a layer still differ after some edits. */
function remains(document: Document, { name }: Layer, edits: readonly TextEdit[]): boolean {
  return differences(document.withText(applyEdits(document.text, edits))).some(
    ({ train }) => train.name === name,
  );
}

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
