import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const eltwiseCoeffIgnored: Rule = {
  code: 'eltwise-coeff-ignored',
  severity: 'warning',
  doc: {
    what: 'An Eltwise layer with `operation: MAX` has `coeff` values, which are ignored.',
    why: 'Coefficients are the factors of a weighted sum. Caffe rejects them for products, but accepts and ignores them for `operation: MAX`.',
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
    fix: 'Remove the coefficients, or use `operation: SUM`.',
  },
  types: ['Eltwise'],
  *layer(layer, _near, document) {
    const { params } = layer.context;
    const [coeff] = params.list('coeff');
    if (!coeff || params.text('operation') !== 'MAX') return;
    yield {
      message: '`coeff` applies only to `operation: SUM`; Caffe ignores it with `operation: MAX`.',
      location: layerLocation(layer, coeff),
      layer: layer.name,
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: 'Remove `coeff`',
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
