import { removeField } from '../../edit/fields.ts';
import type { MessageNode } from '../../syntax/nodes.ts';
import type { Rule } from '../rule.ts';
import { messagesOfType } from '../syntax/messagesOfType.ts';
import { fillerFields } from './fillers.ts';

export const fillerFieldIgnored: Rule = {
  code: 'filler-field-ignored',
  severity: 'hint',
  doc: {
    what: 'A filler has a field that its type does not use.',
    why: '`xavier` and `msra` fillers compute their deviation from the size of the layer, so `std` has no effect. The same applies to `value` in any filler but `constant`, and to `min` and `max` in any filler but `uniform`.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" std: 0.01 } }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
`,
    fix: 'Remove the field, or use the filler type that reads it.',
  },
  *block(block, document) {
    for (const node of messagesOfType(block, document, 'FillerParameter')) {
      for (const { field, filler } of unused(node)) {
        const name = field.name.text;
        const location = { block, range: field.range };
        yield {
          message: `\`${name}\` has no effect in a \`${filler}\` filler.`,
          location,
          tags: ['unnecessary'],
          fixes: () => [
            {
              title: `Remove \`${name}\``,
              edits: [removeField(document.text, document.rangeOf(location))],
              preferred: true,
              safe: true,
            },
          ],
        };
      }
    }
  },
};

/** The fields that a filler does not use, with its type. */
function unused({ fields }: MessageNode) {
  const type = fields.find(({ name }) => name.text === 'type')?.value;
  const filler = type?.kind === 'scalar' ? type.text : 'constant';
  const used = type && fillerFields(filler);
  const ignored = used ? fields.filter(({ name }) => isOfOthers(name.text, used)) : [];
  return ignored.map((field) => ({ field, filler }));
}

function isOfOthers(name: string, used: readonly string[]): boolean {
  return name !== 'sparse' && fillerFields('*')?.includes(name) === true && !used.includes(name);
}
