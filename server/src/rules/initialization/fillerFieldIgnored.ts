import { removeField } from '../../edit/fields.ts';
import type { MessageNode } from '../../syntax/nodes.ts';
import type { Rule } from '../rule.ts';
import { messagesIn } from '../syntax/messages.ts';
import { fillerFields } from './fillers.ts';

/** What a filler is told and does not hear. */
export const fillerFieldIgnored: Rule = {
  code: 'filler-field-ignored',
  severity: 'hint',
  doc: {
    what: 'A filler has a field that its type does not use.',
    why: 'A `xavier` or `msra` filler takes its deviation from the size of the layer; a `std` beside it changes nothing. The same holds for `value` of anything but a constant, and `min` and `max` of anything but a uniform filler.',
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
    fix: 'Take the field out, or choose the filler that uses it.',
  },
  *block(block, document) {
    for (const node of messagesIn(block, document, 'FillerParameter')) {
      for (const { field, filler } of unused(node)) {
        const name = field.name.text;
        const place = { block, range: field.range };
        yield {
          message: `A ${filler} filler does not use \`${name}\`.`,
          place,
          tags: ['unnecessary'],
          fixes: () => [
            {
              title: `Remove \`${name}\``,
              edits: [removeField(document.text, document.rangeOf(place))],
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
