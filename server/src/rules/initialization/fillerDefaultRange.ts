import type { Document } from '../../document/document.ts';
import { addField, entryBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const fillerDefaultRange: Rule = {
  code: 'filler-default-range',
  severity: 'information',
  doc: {
    what: 'Weights are initialized with the default range of a gaussian or uniform filler, which is far too wide.',
    why: 'A gaussian filler without `std` has a standard deviation of 1, and a uniform filler without `min` and `max` uses numbers from 0 to 1, none of them negative. In a layer with many inputs, the outputs are so large that the net does not learn.',
    example: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "gaussian" } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 4 } } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 4 weight_filler { type: "gaussian" std: 0.01 } }
}
layer { name: "loss" type: "EuclideanLoss" bottom: "ip" bottom: "label" top: "loss" }
`,
    fix: 'Set `std` (or `min` and `max`), or use `xavier` or `msra`, which compute the range.',
  },
  *layer(layer, near, document) {
    if (!near.trains || !layer.context.params.has('weight_filler')) return;
    const [entry] = layer.context.params.list('weight_filler');
    const said = entry && wideRange(layer);
    if (!said) return;
    yield {
      message: `The weights of \`${layer.name}\` are initialized ${said}, which is far too wide for most layers.`,
      location: entryLocation(entry, layer.block),
      layer: layer.name,
      fixes: () => withDeviation(layer, entry, document),
    };
  },
};

function withDeviation(layer: Layer, entry: Entry, { text, tree }: Document): Fix[] {
  const body = entryBody(tree, layer, entry);
  return body && isGaussian(layer)
    ? [{ title: 'Add `std: 0.01`', edits: [addField(text, body, newField('std', 0.01))] }]
    : [];
}

function isGaussian({ context }: Layer): boolean {
  return context.params.message('weight_filler').text('type') === 'gaussian';
}

function wideRange(layer: Layer): string | undefined {
  const filler = layer.context.params.message('weight_filler');
  if (isGaussian(layer)) return filler.has('std') ? undefined : 'with a standard deviation of 1';
  const given = filler.has('min') || filler.has('max');
  return filler.text('type') === 'uniform' && !given ? 'between 0 and 1' : undefined;
}
