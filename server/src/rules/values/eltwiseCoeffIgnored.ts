import { removeParams } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Rule } from '../rule.ts';

/** Factors that no sum takes. */
export const eltwiseCoeffIgnored: Rule = {
  code: 'eltwise-coeff-ignored',
  severity: 'warning',
  doc: {
    what: 'An Eltwise layer has `coeff` and takes the maximum, for which they do not count.',
    why: 'Coefficients are factors of a sum. Caffe refuses them for products, but accepts and ignores them for `operation: MAX`.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "join" type: "Eltwise" bottom: "a" bottom: "b" top: "join"
  eltwise_param { operation: MAX coeff: 1 coeff: -1 }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "join" type: "Eltwise" bottom: "a" bottom: "b" top: "join"
  eltwise_param { operation: MAX }
}
`,
    fix: 'Take the coefficients out, or sum.',
  },
  types: ['Eltwise'],
  *layer(layer, _near, document) {
    const { params } = layer.context;
    const [coeff] = params.list('coeff');
    if (!coeff || params.text('operation') !== 'MAX') return;
    yield {
      message: '`coeff` counts in a sum alone; Caffe ignores it with `operation: MAX`.',
      place: layerPlace(layer, coeff),
      layer: layer.name,
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: 'Remove the coefficients',
          edits: removeParams(
            document.tree,
            layer,
            layer.message.list('eltwise_param')[0],
            params.list('coeff'),
          ),
          preferred: true,
        },
      ],
    };
  },
};
