import { type Shape, unshaped } from '../../../shape/shape.ts';
import { data, hdf5Data, imageData } from '../../bvlc/data.ts';
import { dummyData } from '../../bvlc/input.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, type LayerDefinition } from '../../definition.ts';
import { topsOf } from '../../helpers/dataLayer.ts';
import { checkTransform } from '../../helpers/imageSource.ts';

/** Data layers of BVLC that forks have changed. */

/** jolibrain/caffe, data_layer.cpp: the third top has the data without noise and distortion. */
const dataWithOriginal: LayerDefinition = {
  ...data,
  forks: ['deepdetect'],
  doc: `${data.doc} With \`untransformed_top\`, the third top has the images without noise and distortion.`,
  tops: (layer) => ({ min: hasOriginal(layer) ? 3 : 1, max: 3 }),
  reshape(layer) {
    const [images = unshaped, labels = unshaped] = data.reshape(layer);
    return topsOf(layer, images, labels, hasOriginal(layer) ? images : unshaped);
  },
};

function hasOriginal({ message }: LayerContext): boolean {
  return message.message('transform_param').bool('untransformed_top');
}

/** jolibrain/caffe, hdf5_data_layer.cpp: transforms images. */
const hdf5DataWithTransform: LayerDefinition = {
  ...hdf5Data,
  forks: ['deepdetect'],
  doc: `${hdf5Data.doc} With \`image: true\`, \`transform_param\` applies to the first top.`,
  setUp: checkTransform,
};

/** jolibrain/caffe, image_data_layer.cpp: several labels of each image. */
const imageDataWithLabels: LayerDefinition = {
  ...imageData,
  forks: ['deepdetect'],
  doc: 'Reads image files and `label_size` labels of each from a list file.',
  reshape(layer) {
    const [images = unshaped] = imageData.reshape(layer);
    const { params } = layer;
    return topsOf(layer, images, [params.int('batch_size'), params.int('label_size'), 1, 1]);
  },
};

/** happynear/caffe-windows, image_data_layer.cpp: a weight of each image, by the frequency of its label. */
const imageDataWithWeights: LayerDefinition = {
  ...imageData,
  forks: ['caffe-windows'],
  doc: `${imageData.doc} A third top has a weight of each image, which is greater for rare labels.`,
  tops: between(2, 3),
  reshape(layer) {
    const [images = unshaped] = imageData.reshape(layer);
    const items = [layer.params.int('batch_size')];
    return topsOf(layer, images, items, items);
  },
};

/** sophgo/caffe, dummy_data_layer.cpp: fills nothing, and only `shape` sets a shape. */
const dummyDataOfShapes: LayerDefinition = {
  ...dummyData,
  forks: ['sophgo'],
  doc: 'Tops of fixed shapes, which are not filled.',
  tops: atLeast(1),
  setUp(layer) {
    const count = layer.params.count('shape');
    if (count > 1 && count !== layer.topCount) {
      layer.refuse(
        'dummy/shape',
        layer.at('shape'),
        `\`shape\` must be absent, set once, or set once for each of the ${layer.topCount} tops, but is set ${count} times.`,
      );
    }
    statedShapes(layer).forEach((shape, index) =>
      layer.checkShape(shape, `the top \`${layer.topNames[index]}\``, layer.at('shape')),
    );
  },
  reshape: statedShapes,
};

function statedShapes({ params, topNames }: LayerContext): Shape[] {
  const shapes = params.messages('shape').map((shape) => shape.ints('dim'));
  return topNames.map((_, index) => shapes[index] ?? shapes[0] ?? unshaped);
}

export const changedDataLayers: readonly LayerDefinition[] = [
  dataWithOriginal,
  dummyDataOfShapes,
  hdf5DataWithTransform,
  imageDataWithLabels,
  imageDataWithWeights,
];
