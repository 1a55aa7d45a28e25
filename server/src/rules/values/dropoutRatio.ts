import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

/** A share of the values that is none. */
export const dropoutRatio: Rule = {
  code: 'dropout-ratio',
  severity: 'warning',
  doc: {
    what: 'A `dropout_ratio` does not lie between 0 and 1.',
    why: 'It is the share of the values that are dropped in training, and the others are divided by what is left. At 1 nothing is left, above it they change their sign. Only builds of Caffe for debugging check it.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" dropout_param { dropout_ratio: 50 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" dropout_param { dropout_ratio: 0.5 } }
`,
    fix: 'Write the share of the values to drop, such as 0.5 for half of them.',
  },
  types: ['Dropout'],
  *layer(layer, _near, document) {
    const [ratio] = layer.context.params.list('dropout_ratio');
    const value = layer.context.params.float('dropout_ratio');
    if (!ratio || (value >= 0 && value < 1)) return;
    yield {
      message: `\`dropout_ratio\` is the share of the values to drop, 0 or more and below 1, not ${value}.`,
      place: layerPlace(layer, ratio),
      layer: layer.name,
      fixes: () => asShare(document.tree, layer, ratio, value),
    };
  },
};

/** Somebody who writes 50 means percent. */
function asShare(tree: SyntaxTree, layer: Layer, ratio: Entry, value: number): Fix[] {
  if (value <= 1 || value >= 100) return [];
  const newText = String(Number((value / 100).toPrecision(6)));
  return [
    {
      title: `Write \`${newText}\``,
      edits: [{ range: valueRange(tree, layer, ratio), newText }],
      preferred: true,
    },
  ];
}
