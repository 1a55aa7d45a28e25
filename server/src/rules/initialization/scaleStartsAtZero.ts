import type { Document } from '../../document/document.ts';
import { addField, entryBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { rateOf } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';

export const scaleStartsAtZero: Rule = {
  code: 'scale-starts-at-zero',
  severity: 'warning',
  doc: {
    what: 'A Scale layer has a `filler` without a `value`, so its factors start at 0.',
    why: 'Without a `filler`, the factors of a Scale layer start at 1. A `filler` without a `value`, however, is the constant 0: the output is 0, and so are the gradients of the layers before it.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "scale" type: "Scale" bottom: "data" top: "scale" scale_param { filler { type: "constant" } bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "scale" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "scale" type: "Scale" bottom: "data" top: "scale" scale_param { filler { type: "constant" value: 1 } bias_term: true } }
layer { name: "loss" type: "EuclideanLoss" bottom: "scale" bottom: "label" top: "loss" }
`,
    fix: 'Set `value: 1`, or remove the filler.',
  },
  types: ['Scale'],
  *layer(layer, near, document) {
    if (!near.trains || !layer.context.params.has('filler')) return;
    const [entry] = layer.context.params.list('filler');
    const filler = layer.context.params.message('filler');
    if (!entry || layer.params[0]?.role !== 'scale') return;
    if (filler.text('type') !== 'constant' || filler.has('value') || rateOf(layer, 0) === 0) return;
    yield {
      message: `The factors of \`${layer.name}\` start at 0: the \`value\` of its constant filler is 0 by default.`,
      location: entryLocation(entry, layer.block),
      layer: layer.name,
      fixes: () => withOne(layer, entry, document),
    };
  },
};

function withOne(layer: Layer, filler: Entry, { text, tree }: Document): Fix[] {
  const body = entryBody(tree, layer, filler);
  return body
    ? [{ title: 'Add `value: 1`', edits: [addField(text, body, newField('value', 1))], preferred: true }]
    : [];
}
