import { add, type Dim, differ } from '../../../shape/dim.ts';
import { type Shape, unshaped } from '../../../shape/shape.ts';
import { checkFirstAxis, loss } from '../../bvlc/loss.ts';
import type { LayerContext } from '../../context.ts';
import { type Arity, atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Layers of BVLC/caffe, branch opencl, that segment images by the affinities of neighboring pixels. */

/** affinity_layer.cpp: one image, whatever the batch. */
const affinity: LayerDefinition = {
  type: 'Affinity',
  paramField: 'affinity_param',
  doc: 'Affinities of each pixel with its two neighbors, from the scores of a segmentation.',
  bottoms: atLeast(1),
  tops: ({ bottoms }): Arity => ({ min: bottoms.length }),
  reshape: (layer) =>
    layer.topNames.map((_, index): Shape => {
      if (index >= layer.bottoms.length) return unshaped;
      const [, , height, width] = imageAxes(layer, index);
      return [1, 2, height, width];
    }),
};

/** connected_component_layer.cpp. */
const connectedComponent: LayerDefinition = {
  type: 'ConnectedComponent',
  doc: 'Numbers the connected parts of a label image.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape: (layer) => [layer.like(0)],
};

/** malis_loss_layer.cpp: a loss of this branch has one axis. */
const malisLoss = loss(
  'MalisLoss',
  'Loss of affinities by the pairs of pixels that they connect or separate wrongly. Bottoms: affinities, their targets, components, and optionally the neighborhood.',
  {
    bottoms: between(3, 4),
    tops: between(1, 2),
    reshape(layer) {
      checkFirstAxis(layer);
      layer.dim(0, 1);
      return [[1], layer.like(0)].slice(0, layer.topCount);
    },
  },
);

/** mergecrop_layer.cpp: the first bottom is the smaller one. */
const mergeCrop: LayerDefinition = {
  type: 'MergeCrop',
  category: 'joining',
  paramField: 'mergecrop_param',
  doc: 'Crops the center of the second bottom to the first, then joins their channels, or adds them.',
  bottoms: exactly(2),
  tops: atLeast(1),
  reshape(layer) {
    const isStacked = layer.params.text('operation') === 'STACK';
    checkAxis(layer, 0);
    const [own, other] = [layer.dim(0, 1), layer.dim(1, 1)];
    if (!isStacked) checkAxis(layer, 1);
    const channels: Dim = isStacked ? add(own, other) : own;
    return layer.topNames.map((_, index) => (index === 0 ? layer.dims(0).with(1, channels) : unshaped));
  },
};

function checkAxis(layer: LayerContext, axis: 0 | 1): void {
  if (!differ(layer.dim(0, axis), layer.dim(1, axis))) return;
  layer.refuse(
    'fork/merge-shape',
    layer.bottomAt(1),
    `${layer.describe(0)} and ${layer.describe(1)} must have the same axis ${axis}.`,
  );
}

export const affinityLayers: readonly LayerDefinition[] = [
  affinity,
  connectedComponent,
  malisLoss,
  mergeCrop,
];
