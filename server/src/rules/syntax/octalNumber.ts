import type { Document } from '../../document/document.ts';
import { valueNodes } from '../../schema/message.ts';
import type { Block, FieldNode, ScalarNode } from '../../syntax/nodes.ts';
import type { Finding, Rule } from '../rule.ts';

/** Matches the text of every block with an octal number, and of some without. */
const maybe = /(?:^|[^\w.])0[0-7]/u;

export const octalNumber: Rule = {
  code: 'octal-number',
  severity: 'warning',
  doc: {
    what: 'An integer with a leading 0 is read as octal.',
    why: 'In the text format, as in C, a leading 0 means base 8: `num_output: 010` requests 8 outputs.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 010 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
`,
    fix: 'Remove the leading zeros, or use the intended decimal number.',
  },
  *block(block, document) {
    for (const octal of octals(block)) yield finding(octal, block, document);
  },
};

function finding({ node, name, digits }: Octal, block: Block, document: Document): Finding {
  const sign = node.negative ? '-' : '';
  const value = `${sign}${Number.parseInt(digits, 8)}`;
  const location = { block, range: node.range };
  return {
    message: `\`${sign}${node.text}\` is octal, so \`${name}\` is ${value}.`,
    location,
    fixes: () => [
      {
        title: `Change to \`${sign}${digits}\``,
        edits: [{ range: document.rangeOf(location), newText: sign + digits }],
        preferred: true,
      },
      {
        title: `Change to \`${value}\`, its current value`,
        edits: [{ range: document.rangeOf(location), newText: value }],
      },
    ],
  };
}

interface Octal {
  readonly node: ScalarNode;
  /** The name of the field. */
  readonly name: string;
  /** The number without leading zeros. */
  readonly digits: string;
}

function* octals({ text, fields }: Block): Generator<Octal> {
  if (!maybe.test(text)) return;
  for (const { node, name } of scalars(fields)) {
    const digits = /^0+([1-7][0-7]+)$/u.exec(node.text)?.[1];
    if (node.literal === 'integer' && digits !== undefined) yield { node, name, digits };
  }
}

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
