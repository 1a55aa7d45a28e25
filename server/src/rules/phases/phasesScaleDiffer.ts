import type { Document } from '../../document/document.ts';
import { trainAndTest } from '../../document/layers.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

export const phasesScaleDiffer: Rule = {
  code: 'phases-scale-differ',
  severity: 'warning',
  doc: {
    what: 'The data of the TEST phase have a different scale or mean than those of the TRAIN phase.',
    why: 'A net trained on values between 0 and 1 gives meaningless results for values up to 255. Each data layer has a separate `transform_param`, and it is easy to set only one of two.',
    example: `layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TRAIN }
  transform_param { scale: 0.00390625 }
  image_data_param { source: "train.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TEST }
  image_data_param { source: "test.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fixed: `layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TRAIN }
  transform_param { scale: 0.00390625 }
  image_data_param { source: "train.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TEST }
  image_data_param { source: "test.txt" batch_size: 8 new_height: 32 new_width: 32 }
  transform_param {
    scale: 0.00390625
  }
}
`,
    fix: 'Set the same `scale`, `mean_value` and `mean_file` in both data layers.',
  },
  *file(document) {
    const [train, test] = trainAndTest(document) ?? [];
    if (!train || train.layers === test?.layers) return;
    const tested = sources(test);
    for (const layer of sources(train)) {
      const [top] = layer.tops;
      const other = tested.find(({ tops, type }) => tops[0] === top && type === layer.type);
      if (!other || layer.message === other.message) continue;
      const wrong = difference(layer, other);
      if (!wrong) continue;
      const given = other.message.message('transform_param').list(wrong.field)[0];
      yield {
        message: `\`${top}\` has ${wrong.train} in the TRAIN phase but ${wrong.test} in the TEST phase.`,
        location: layerLocation(other, given ?? other.message.list('transform_param')[0]),
        layer: other.name,
        related: [{ location: layerLocation(layer), message: 'The data layer of the TRAIN phase.' }],
        needsWhole: true,
        fixes: () => (wrong.field === 'scale' ? sameScale(layer, other, document) : []),
      };
    }
  },
};

function sources(net: Net | undefined): readonly Layer[] {
  return (net?.layers ?? []).filter(({ bottoms, tops }) => bottoms.length === 0 && tops.length > 0);
}

interface Difference {
  readonly field: 'scale' | 'mean_value' | 'mean_file';
  readonly train: string;
  readonly test: string;
}

/** A `mean_file` in one phase and a `mean_value` in the other cannot be compared. */
function difference(train: Layer, test: Layer): Difference | undefined {
  const [one, other] = [train, test].map(({ message }) => message.message('transform_param'));
  if (!one || !other) return undefined;
  const scales = [one.float('scale'), other.float('scale')];
  if (scales[0] !== scales[1]) {
    return { field: 'scale', train: `\`scale\` ${short(scales[0])}`, test: `\`scale\` ${short(scales[1])}` };
  }
  const means = [one, other].map((param) => param.has('mean_value') || param.has('mean_file'));
  if (means[0] !== means[1]) {
    const field = one.has('mean_value') || other.has('mean_value') ? 'mean_value' : 'mean_file';
    return { field, train: means[0] ? 'a mean' : 'no mean', test: means[1] ? 'a mean' : 'no mean' };
  }
  const values = [one, other].map((param) => param.floats('mean_value').map(short).join(', '));
  const differ = values[0] !== values[1] && values.every((list) => list !== '');
  return differ
    ? { field: 'mean_value', train: `\`mean_value\` ${values[0]}`, test: `\`mean_value\` ${values[1]}` }
    : undefined;
}

function short(value: number | undefined): string {
  return String(Number((value ?? 0).toPrecision(6)));
}

function sameScale(train: Layer, test: Layer, { text, tree }: Document): Fix[] {
  const [entry] = train.message.message('transform_param').list('scale');
  const range = entry && valueRange(tree, train, entry);
  const value = range ? text.slice(range.start, range.end) : '1';
  const edit =
    test.field.name.text === 'layer'
      ? setParam(tree, test, 'transform_param', newField('scale', value))
      : undefined;
  return edit
    ? [{ title: `Set \`scale: ${value}\` as in the TRAIN phase`, edits: [edit], preferred: true }]
    : [];
}
