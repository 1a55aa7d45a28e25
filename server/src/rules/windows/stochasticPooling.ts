import { valueRange } from '../../edit/fields.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const stochasticPooling: Rule = {
  code: 'stochastic-pooling',
  severity: 'information',
  doc: {
    what: 'A pooling layer uses `STOCHASTIC`, which Caffe implements only for GPUs.',
    why: 'On a CPU, Caffe builds the net but stops in the first forward pass: "Not Implemented Yet". Most other tools that read nets do not support the method either.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: STOCHASTIC kernel_size: 2 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: MAX kernel_size: 2 stride: 2 } }
`,
    fix: 'No change is needed if the net runs only on GPUs; otherwise use MAX or AVE.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const [method] = layer.context.params.list('pool');
    if (method?.value !== 'STOCHASTIC') return;
    yield {
      message: 'Stochastic pooling needs a GPU: on a CPU, Caffe stops in the first forward pass.',
      location: layerLocation(layer, method),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Change to `pool: MAX`',
          edits: [{ range: valueRange(document.tree, layer, method), newText: 'MAX' }],
        },
      ],
    };
  },
};
