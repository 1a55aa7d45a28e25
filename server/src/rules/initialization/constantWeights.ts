import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { floatText } from '../../shape/floatText.ts';
import { isFillable, rateOf } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

export const constantWeights: Rule = {
  code: 'constant-weights',
  severity: 'information',
  doc: {
    what: 'All weights of a layer that is trained are initialized to the same number.',
    why: 'Every output of the layer then computes the same sum and gets the same gradient in every iteration, so the layer learns only one distinct output. Random weights break the symmetry. An explicit 0 is not reported: it is common for the last layer of a branch that initially has no effect.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "constant" value: 0.1 } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fix: 'Use a random filler, such as `xavier` or `msra`.',
  },
  *layer(layer, near, document) {
    const { message, params } = layer.context;
    if (!params.has('weight_filler') || !near.trains || near.loadsModel || !isFillable(layer)) return;
    const value = params.message('weight_filler').float('value');
    if (!isConstant(layer) || value === 0 || !mixes(layer) || message.has('blobs')) return;
    yield {
      message: `All weights of \`${layer.name}\` start at ${floatText(value)}, so its outputs are identical and stay identical.`,
      location: layerLocation(layer, params.message('weight_filler').list('value')[0]),
      layer: layer.name,
      fixes: () => withXavier(layer, document),
    };
  },
};

function isConstant(layer: Layer): boolean {
  return layer.context.params.message('weight_filler').text('type') === 'constant' && rateOf(layer, 0) !== 0;
}

/** Whether several outputs depend on the same inputs. */
function mixes({ context: { params } }: Layer): boolean {
  const groups = params.descriptor.fields.has('group') ? params.int('group') : 1;
  return params.descriptor.fields.has('num_output') && params.int('num_output') > groups;
}

function withXavier(layer: Layer, { tree }: Document): Fix[] {
  const filler = newField('weight_filler', [newField('type', quoted('xavier'))]);
  const edit = setParam(tree, layer, layer.definition?.paramField ?? '', filler);
  return edit ? [{ title: 'Use a random filler, `xavier`', edits: [edit], preferred: true }] : [];
}
