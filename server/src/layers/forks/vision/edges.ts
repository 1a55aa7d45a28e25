import { differ, isKnown } from '../../../shape/dim.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** yun-liu/RCF, auto_crop_layer.cpp: finds the offset by following the layers between its bottoms. */
const autoCrop: LayerDefinition = {
  type: 'AutoCrop',
  category: 'shape',
  doc: 'Crops its first bottom to the height and width of the second, where its positions are.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const [num, channels, ...size] = imageAxes(layer, 0);
    const [, , ...wanted] = imageAxes(layer, 1);
    const wrong = size.findIndex((length, axis) => {
      const other = wanted[axis] ?? 1;
      return isKnown(length) && isKnown(other) && differ(length, other) && other > length;
    });
    if (wrong >= 0)
      layer.refuse(
        'fork/crop-size',
        layer.bottomAt(0),
        `${layer.describe(0)} is smaller than ${layer.describe(1)}, to which it is cropped.`,
      );
    return [[num, channels, ...wanted]];
  },
};

export const edgeLayers: readonly LayerDefinition[] = [autoCrop];
