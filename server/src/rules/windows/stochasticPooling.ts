import { valueRange } from '../../edit/fields.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Rule } from '../rule.ts';

/** A pooling that not every machine can do. */
export const stochasticPooling: Rule = {
  code: 'stochastic-pooling',
  severity: 'information',
  doc: {
    what: 'A pooling is STOCHASTIC, for which Caffe has code for GPUs alone.',
    why: 'On a CPU Caffe builds the net and stops in the first forward pass: "Not Implemented Yet". Most other tools that read nets do not know the method either.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: STOCHASTIC kernel_size: 2 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { pool: MAX kernel_size: 2 stride: 2 } }
`,
    fix: 'Nothing has to be done where the net runs on GPUs alone; otherwise pool by MAX or AVE.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const [method] = layer.context.params.list('pool');
    if (method?.value !== 'STOCHASTIC') return;
    yield {
      message: 'STOCHASTIC pooling runs on a GPU alone: on a CPU Caffe stops in the first forward pass.',
      place: layerPlace(layer, method),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Pool by MAX',
          edits: [{ range: valueRange(document.tree, layer, method), newText: 'MAX' }],
        },
      ],
    };
  },
};
