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

/** s9xie/hed, also in tianzhi0549/CTPN and HyeonwooNoh/caffe, crop_layer.cpp: only the positions are compared. */
const cropOfPositions: LayerDefinition = {
  type: 'Crop',
  category: 'shape',
  forks: ['hed', 'ctpn', 'deconvnet'],
  doc: 'Crops its first bottom to the height and width of the second, at the offset that follows from the layers between them.',
  alignsBottoms: true,
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const [num, channels] = imageAxes(layer, 0);
    const [, , height, width] = imageAxes(layer, 1);
    return [[num, channels, height, width]];
  },
};

export const edgeLayers: readonly LayerDefinition[] = [autoCrop, cropOfPositions];
