import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { quoted } from '../../edit/newField.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { formatShape, hasRank } from '../../shape/shape.ts';
import { isBvlcLayer } from '../helpers/bvlcLayer.ts';
import type { Rule } from '../rule.ts';

/** The message with the class axis, the consequence of a single class, and the type to use for a single score. */
type Choice = readonly [param: string, consequence: string, replacement?: string];

const choices = new Map(
  Object.entries<Choice>({
    Softmax: ['softmax_param', 'a softmax over one value is always 1', 'Sigmoid'],
    SoftmaxWithLoss: [
      'softmax_param',
      'the softmax is always 1, so the loss is 0 and the net does not learn',
      'SigmoidCrossEntropyLoss',
    ],
    Accuracy: ['accuracy_param', 'the best class is always 0'],
  }),
);

export const singleClass: Rule = {
  code: 'single-class',
  severity: 'warning',
  doc: {
    what: 'A softmax or Accuracy layer has only one class.',
    why: 'For two classes, `SoftmaxWithLoss` and `Accuracy` need two scores. With one score the softmax is always 1: a `SoftmaxWithLoss` is 0 from the first iteration and the net does not learn, and an `Accuracy` measures how often the label is 0. Use `SigmoidCrossEntropyLoss` for a single binary score.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 1 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }
layer {
  name: "score" type: "InnerProduct" bottom: "data" top: "score"
  inner_product_param { num_output: 1 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "score" bottom: "label" top: "loss" }
`,
    fix: 'Compute one score for each class, or use the layer for a single score: SigmoidCrossEntropyLoss, or Sigmoid.',
  },
  types: [...choices.keys()],
  *layer(layer, _near, document) {
    const [param, consequence, replacement] = choices.get(layer.type) ?? [];
    const shape = layer.inputs[0]?.shape;
    if (param === undefined || !isBvlcLayer(layer) || !shape || !hasRank(shape)) return;
    if (shape.at(layer.message.message(param).int('axis')) !== 1) return;
    yield {
      message: `\`${layer.inputs[0]?.name}\` is ${formatShape(shape)}, a single class: ${consequence}.`,
      location: layerLocation(layer),
      layer: layer.name,
      needsWhole: true,
      fixes: () => (replacement && !layer.message.has(param) ? withType(layer, replacement, document) : []),
    };
  },
};

function withType(layer: Layer, replacement: string, { text, tree }: Document): Fix[] {
  const [type] = layer.message.list('type');
  if (!type || !/^["']/u.test(text.slice(valueRange(tree, layer, type).start))) return [];
  const edits = [{ range: valueRange(tree, layer, type), newText: quoted(replacement) }];
  return [{ title: `Use ${replacement}`, edits, preferred: true }];
}
