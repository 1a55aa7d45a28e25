import { valueRange } from '../../edit/fields.ts';
import { layerPlace } from '../../net/fault.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

/** A batch that cannot change. */
export const reshapeBatchWritten: Rule = {
  code: 'reshape-batch-written',
  severity: 'hint',
  doc: {
    what: 'A Reshape has the size of the batch written down.',
    why: 'The net works with this batch alone: with another one, in testing or for deployment, the numbers of values no longer agree and Caffe stops. `dim: 0` takes the length of the bottom, whatever it is.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 12 } } }
layer { name: "image" type: "Reshape" bottom: "data" top: "image" reshape_param { shape { dim: 8 dim: 3 dim: 2 dim: 2 } } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 12 } } }
layer { name: "image" type: "Reshape" bottom: "data" top: "image" reshape_param { shape { dim: 0 dim: 3 dim: 2 dim: 2 } } }
`,
    fix: 'Write `dim: 0`.',
  },
  types: ['Reshape'],
  *layer(layer, _near, document) {
    const { params } = layer.context;
    const shape = layer.inputs[0]?.shape;
    const [dim] = params.message('shape').list('dim');
    if (params.int('axis') !== 0 || !dim || !shape || !hasRank(shape)) return;
    const batch = Number(dim.value);
    if (batch <= 1 || shape[0] !== batch) return;
    yield {
      message: `${batch} is the batch as it is now: with another one Caffe stops here. \`dim: 0\` takes the batch of the bottom.`,
      place: layerPlace(layer, dim),
      layer: layer.name,
      needsWhole: true,
      fixes: () => [
        {
          title: 'Write `dim: 0`',
          edits: [{ range: valueRange(document.tree, layer, dim), newText: '0' }],
          preferred: true,
        },
      ],
    };
  },
};
