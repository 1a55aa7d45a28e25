import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { mayHaveFiller } from '../../layers/helpers/filler.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Message } from '../../schema/message.ts';
import { isFillable, rateOf } from '../helpers/training.ts';
import type { Neighbors } from '../neighbors.ts';
import type { Rule } from '../rule.ts';

const rectifiers = new Set(['ReLU', 'PReLU', 'ELU', 'BatchNorm']);

export const noWeightFiller: Rule = {
  code: 'no-weight-filler',
  severity: 'information',
  doc: {
    what: 'A layer that is trained has no `weight_filler`, so its weights start at 0.',
    why: 'Without a filler, Caffe fills weights with the constant 0. All outputs of the layer are then identical, and the gradients for every layer before it are 0: a net with two such layers never starts to learn. This does not matter only if the weights of this layer are loaded from a trained model.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 } }
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fix: 'Add a `weight_filler`: `msra` before a ReLU, otherwise `xavier`.',
  },
  *layer(layer, near, document) {
    // A trained model may contain the weights of this layer.
    if (!near.trains || near.loadsModel || !isFillable(layer) || !startsAtZero(layer)) return;
    yield {
      message: `The weights of \`${layer.name}\` start at 0 unless a trained model provides them: its \`weight_filler\` ${layer.context.params.has('weight_filler') ? 'has no value' : 'is missing'}.`,
      location: layerLocation(layer),
      layer: layer.name,
      fixes: () => withFiller(layer, fillerFor(near, document), document),
    };
  },
};

function startsAtZero(layer: Layer): boolean {
  const { message, params } = layer.context;
  if (message.has('blobs')) return false;
  return (!params.has('weight_filler') || isEmpty(params.message('weight_filler'))) && rateOf(layer, 0) !== 0;
}

/** A filler without a value is the constant 0 too. An explicit 0 is intended. */
function isEmpty(filler: Message): boolean {
  return [...filler.entries.keys()].every((name) => name === 'type') && filler.text('type') === 'constant';
}

function fillerFor(near: Neighbors, { dialect }: Document): string {
  if (!mayHaveFiller('msra', dialect)) return 'xavier';
  return near.consumers().some((consumer) => rectifiers.has(consumer.layer.type)) ? 'msra' : 'xavier';
}

function withFiller(layer: Layer, type: string, { tree }: Document): Fix[] {
  const param = layer.definition?.paramField;
  const filler = newField('weight_filler', [newField('type', quoted(type))]);
  const edit = param && setParam(tree, layer, param, filler);
  return edit
    ? [
        {
          title: `${layer.context.params.has('weight_filler') ? 'Use' : 'Add'} a \`weight_filler\` of type \`${type}\``,
          edits: [edit],
          preferred: true,
        },
      ]
    : [];
}
