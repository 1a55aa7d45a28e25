import { addField, messageBody } from '../../edit/fields.ts';
import { newField, quoted } from '../../edit/newField.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { Rule } from '../rule.ts';
import { messagesOfType } from '../syntax/messagesOfType.ts';

/** The filler type suggested by each field. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    std: 'gaussian',
    mean: 'gaussian',
    min: 'uniform',
    max: 'uniform',
    variance_norm: 'xavier',
  }),
);

export const fillerWithoutType: Rule = {
  code: 'filler-without-type',
  severity: 'warning',
  doc: {
    what: 'A filler has fields of a random filler but no `type`.',
    why: 'The default `type` of a filler is `constant`, and its default `value` is 0. All weights start at 0, `std` or `min` and `max` are ignored, and a net with such a layer does not start to learn.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { std: 0.01 } }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { std: 0.01 type: "gaussian" } }
}
`,
    fix: 'Set the `type` of the filler.',
  },
  *block(block, document) {
    for (const node of messagesOfType(block, document, 'FillerParameter')) {
      const field = untyped(node);
      const body = field && messageBody(node, document.tree.startOf(block));
      if (!field || !body) continue;
      const type = typeFor(field);
      yield {
        message: `Without a \`type\` the filler is \`constant\`, so \`${field.name.text}\` has no effect. Did you mean \`type: "${type}"\`?`,
        location: { block, range: field.range },
        fixes: () => [
          {
            title: `Add \`type: "${type}"\``,
            edits: [addField(document.text, body, newField('type', quoted(type)))],
            preferred: true,
          },
        ],
      };
    }
  },
};

/** The first field of a filler without a type that the default type does not use. */
function untyped({ fields }: MessageNode) {
  if (fields.some(({ name }) => name.text === 'type')) return undefined;
  return fields.find(({ name }) => meant.has(name.text));
}

function typeFor(field: FieldNode): string {
  return meant.get(field.name.text) ?? 'gaussian';
}
