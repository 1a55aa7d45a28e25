import { valueNodes } from '../schema/message.ts';
import type { FieldNode, ScalarNode } from '../syntax/nodes.ts';
import { fieldsOf, textOf } from '../syntax/parse.ts';
import { shift } from '../text/range.ts';
import type { Rule } from './rule.ts';

/** Whether it is worth looking into a field. */
const maybe = /(?:^|[^\w.])0[0-7]/u;

/** Numbers that are less than they seem. */
export const octalNumber: Rule = {
  code: 'octal-number',
  severity: 'warning',
  doc: {
    what: 'A whole number begins with 0 and is read as octal.',
    why: 'In the text format, as in C, a leading 0 means base 8: `num_output: 010` asks for 8 outputs.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 010 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
`,
    fix: 'Leave the zeros at the beginning out, or write the decimal number that is meant.',
  },
  *file(document) {
    for (const { block, field } of fieldsOf(document.tree)) {
      if (!maybe.test(textOf(block, field))) continue;
      for (const { node, name } of scalars([field])) {
        const digits = /^0+([1-7][0-7]+)$/u.exec(node.text)?.[1];
        if (node.literal !== 'integer' || digits === undefined) continue;
        const sign = node.negative ? '-' : '';
        const value = `${sign}${Number.parseInt(digits, 8)}`;
        const range = shift(node.range, block.start);
        yield {
          message: `\`${sign}${node.text}\` is octal: \`${name}\` is ${value}.`,
          range,
          fixes: () => [
            {
              title: `Write \`${sign}${digits}\``,
              edits: [{ range, newText: sign + digits }],
              preferred: true,
            },
            { title: `Write \`${value}\`, which it means`, edits: [{ range, newText: value }] },
          ],
        };
      }
    }
  },
};

function* scalars(
  fields: readonly FieldNode[],
): Generator<{ readonly node: ScalarNode; readonly name: string }> {
  for (const { name, value } of fields) {
    for (const node of value ? valueNodes(value) : []) {
      if (node.kind === 'scalar') yield { node, name: name.text };
      if (node.kind === 'message') yield* scalars(node.fields);
    }
  }
}
