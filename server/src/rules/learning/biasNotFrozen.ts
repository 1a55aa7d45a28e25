import type { Document } from '../../document/document.ts';
import { fieldRange, insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { indentAt, lineStart, styleOf } from '../../edit/style.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

export const biasNotFrozen: Rule = {
  code: 'bias-not-frozen',
  severity: 'information',
  doc: {
    what: 'The weights of a layer have `lr_mult: 0`, but its bias is still trained.',
    why: 'Each `param` applies to one parameter blob: the first to the weights, the second to the bias. A blob without a `param` has `lr_mult: 1`, so a single `param { lr_mult: 0 }` freezes only the weights.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip" param { lr_mult: 0 }
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip" param { lr_mult: 0 } param { lr_mult: 0 }
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fix: 'Add a second `param { lr_mult: 0 }`, or `param { lr_mult: 1 }` if the bias should be trained.',
  },
  *layer(layer, near, document) {
    if (!near.trains || !onlyBiasIsBare(layer)) return;
    const specs = layer.message.messages('param');
    if (!specs.every((spec) => spec.has('lr_mult') && spec.float('lr_mult') === 0)) return;
    yield {
      message: `Only the weights of \`${layer.name}\` are frozen: its bias has no \`param\`, so it is trained with \`lr_mult: 1\`.`,
      location: layerLocation(layer, specs.at(-1)?.list('lr_mult')[0]),
      layer: layer.name,
      fixes: () => frozenToo(layer, document),
    };
  },
};

/** Whether the bias is the only parameter blob without a `param`. */
function onlyBiasIsBare({ message, params }: Layer): boolean {
  const specs = message.count('param');
  return specs > 0 && params.length === specs + 1 && params[specs]?.role === 'bias';
}

/** Repeats the last `param`, unless it has fields such as `name`, which would share the blob. */
function frozenToo(layer: Layer, { text, tree }: Document): Fix[] {
  const last = layer.message.list('param').at(-1);
  const rates = layer.message.messages('param').at(-1)?.entries.keys() ?? [];
  if (!last || layer.field.name.text !== 'layer' || last.field.value?.kind === 'list') return [];
  const { start, end } = fieldRange(tree, layer, last);
  const alone = text.slice(lineStart(text, start), start).trim() === '';
  const glue = alone ? styleOf(text).eol + indentAt(text, start) : ' ';
  const copied = [...rates].every((name) => name === 'lr_mult' || name === 'decay_mult');
  const spec = copied ? text.slice(start, end) : 'param { lr_mult: 0 }';
  return [{ title: 'Freeze the bias', edits: [insertion(end, glue + spec)], preferred: true }];
}
