import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { floatText } from '../../shape/floatText.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

export const dropoutRatio: Rule = {
  code: 'dropout-ratio',
  severity: 'warning',
  doc: {
    what: 'A `dropout_ratio` is negative, or 1 or more.',
    why: 'The ratio is the fraction of the values that are dropped in training; the remaining values are divided by 1 − ratio. A ratio of 1 divides by 0, and a larger one inverts the sign of the values. Only debug builds of Caffe check it.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" dropout_param { dropout_ratio: 50 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" dropout_param { dropout_ratio: 0.5 } }
`,
    fix: 'Set the fraction of the values to drop, such as 0.5 for half of them.',
  },
  types: ['Dropout'],
  *layer(layer, _near, document) {
    const [ratio] = layer.context.params.list('dropout_ratio');
    const value = layer.context.params.float('dropout_ratio');
    if (!ratio || (value >= 0 && value < 1)) return;
    yield {
      message: `\`dropout_ratio\` is ${floatText(value)}; it must be at least 0 and less than 1, the fraction of the values to drop.`,
      location: layerLocation(layer, ratio),
      layer: layer.name,
      fixes: () => asShare(document.tree, layer, ratio, value),
    };
  },
};

/** Values above 1 are read as percentages. */
function asShare(tree: SyntaxTree, layer: Layer, ratio: Entry, value: number): Fix[] {
  if (value <= 1 || value >= 100) return [];
  const newText = String(Number((value / 100).toPrecision(6)));
  return [
    {
      title: `Set \`dropout_ratio: ${newText}\``,
      edits: [{ range: valueRange(tree, layer, ratio), newText }],
      preferred: true,
    },
  ];
}
