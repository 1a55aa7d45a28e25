import type { Category, Hue } from '../../drawing/graph.ts';
import type { LayerCategory } from '../../layers/definition.ts';

const colors: Readonly<Record<LayerCategory, readonly [label: string, hue: Hue]>> = {
  data: ['Data', 'gray'],
  convolution: ['Convolution', 'blue'],
  innerProduct: ['Inner product', 'blue'],
  recurrent: ['Recurrent', 'violet'],
  pooling: ['Pooling', 'green'],
  normalization: ['Normalization', 'teal'],
  activation: ['Activation', 'red'],
  joining: ['Join and split', 'brown'],
  shape: ['Shape', 'orange'],
  detection: ['Detection', 'violet'],
  loss: ['Loss and accuracy', 'magenta'],
  other: ['Other', 'gray'],
};

/** The categories of layers with the colors of their nodes. */
export const categories: readonly Category[] = Object.entries(colors).map(([id, [label, hue]]) => ({
  id,
  label,
  hue,
}));
