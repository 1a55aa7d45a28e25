import type { Document } from '../../document/document.ts';
import { trainAndTest } from '../../document/layers.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import { formatShape } from '../../shape/shape.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';
import type { Rule } from '../rule.ts';
import { weightDifference } from './compareWeights.ts';
import { matchTrainSizes } from './matchTrainSizes.ts';

export const phasesDiffer: Rule = {
  code: 'phases-differ',
  severity: 'warning',
  doc: {
    what: 'The parameter blobs of a layer have different shapes in the TRAIN phase and the TEST phase.',
    why: 'The solver shares the weights of the training net with the layers of the same name in the test net, and stops at the first test if their shapes differ. The usual cause is a different image size before an InnerProduct layer.',
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
    fix: 'Give the layer the same input shape in both phases, for example by setting the same `crop_size`.',
  },
  *file(document) {
    for (const { train, test, wrong } of differences(document)) {
      yield {
        message: `${wrong} A solver that trains and tests this net stops when it shares the weights.`,
        location: layerLocation(train),
        layer: train.name,
        needsWhole: true,
        fixes: () => {
          const edits = matchTrainSizes(document, train, test);
          const helps = edits.length > 0 && addsNoErrors(document, edits) && !remains(document, train, edits);
          return helps ? [{ title: 'Use the sizes of the TRAIN phase in the TEST phase', edits }] : [];
        },
      };
    }
  },
};

/** A layer of each phase with the same name but different parameter blobs. */
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

/** The first layer of each name, the only one that Caffe uses. */
function byName({ layers }: Net): ReadonlyMap<string, Layer> {
  const written = layers.filter(({ automatic }) => !automatic);
  return new Map(written.map((layer) => [layer.name, layer] as const).toReversed());
}

function differing(train: Layer, test: Layer): string | undefined {
  const difference = weightDifference(train, test);
  if (!difference) return undefined;
  if ('counts' in difference) {
    const [one, other] = difference.counts;
    return `\`${train.name}\` has ${one} parameter blobs in the TRAIN phase but ${other} in the TEST phase.`;
  }
  const [one, other] = difference.blobs;
  return `The ${one.role} of \`${train.name}\` is ${formatShape(one.shape)} in the TRAIN phase but ${formatShape(other.shape)} in the TEST phase.`;
}
