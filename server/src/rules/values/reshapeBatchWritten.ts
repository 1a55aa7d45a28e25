import { valueRange } from '../../edit/fields.ts';
import { layerLocation } from '../../net/failure.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Rule } from '../rule.ts';

export const reshapeBatchWritten: Rule = {
  code: 'reshape-batch-written',
  severity: 'hint',
  doc: {
    what: 'A Reshape layer has a fixed batch size.',
    why: 'The net works with this batch size only: with a different one, in testing or for deployment, the total numbers of values no longer match and Caffe stops. `dim: 0` copies the length of the bottom, whatever it is.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 12 } } }
layer { name: "image" type: "Reshape" bottom: "data" top: "image" reshape_param { shape { dim: 8 dim: 3 dim: 2 dim: 2 } } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 12 } } }
layer { name: "image" type: "Reshape" bottom: "data" top: "image" reshape_param { shape { dim: 0 dim: 3 dim: 2 dim: 2 } } }
`,
    fix: 'Set `dim: 0`.',
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
      message: `The batch size ${batch} is fixed here, so Caffe stops at any other batch size. Use \`dim: 0\` to copy it from the bottom.`,
      location: layerLocation(layer, dim),
      layer: layer.name,
      needsWhole: true,
      fixes: () => [
        {
          title: 'Set `dim: 0`',
          edits: [{ range: valueRange(document.tree, layer, dim), newText: '0' }],
          preferred: true,
        },
      ],
    };
  },
};
