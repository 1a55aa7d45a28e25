import type { Dim } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import type { LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { checkBatch, checkNewSize, colors, imageList, listedSize } from '../../helpers/imageSource.ts';

/** Layers of HyeonwooNoh/caffe (DeconvNet) that read images and label images. */

/** The tops after the images, for a batch and the size of the images. */
type OtherTops = (layer: LayerContext, batch: number, size: readonly Dim[]) => readonly [Shape, Shape];

/** image_seg_data_layer.cpp, window_seg_data_layer.cpp: the third top has the size of the image before cropping. */
const labelsAndSizes: OtherTops = (_layer, batch, size) => [
  [batch, 1, ...size],
  [batch, 1, 1, 2],
];

/** window_cls_data_layer.cpp: the classes that the list states. */
const classesAndSizes: OtherTops = (layer, batch) => [classes(layer, batch), [batch, 1, 1, 2]];

/** select_seg_binary_layer.cpp. */
const labelsAndClasses: OtherTops = (layer, batch, size) => [[batch, 1, ...size], classes(layer, batch)];

function classes({ message }: LayerContext, batch: number): Shape {
  return [batch, message.message('window_cls_data_param').int('label_dim'), 1, 1];
}

function segmentationData(type: string, doc: string, others: OtherTops = labelsAndSizes): LayerDefinition {
  return dataLayer(type, doc, {
    forks: ['deconvnet'],
    paramField: 'image_data_param',
    opens: opensSource('image_data_param'),
    dataSources: imageList('image_data_param'),
    // Missing tops are added.
    tops: () => ({ max: 3 }),
    setUp(layer) {
      checkNoMean(layer);
      checkNewSize(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const crop = layer.message.message('transform_param').int('crop_size');
      const size = crop > 0 ? [crop, crop] : listedSize(layer);
      return topsOf(layer, [batch, colors(layer), ...size], ...others(layer, batch, size));
    },
  });
}

function checkNoMean(layer: LayerContext): void {
  const [mean] = layer.message.message('transform_param').list('mean_file');
  if (mean) layer.refuse('fork/mean-file', mean, `${layer.type} does not support \`mean_file\`.`);
}

export const segmentationDataLayers: readonly LayerDefinition[] = [
  segmentationData('ImageSegData', 'Reads images and label images from a list file.'),
  segmentationData('WindowSegData', 'Reads windows of images and of label images from a list file.'),
  segmentationData(
    'SelectSegBinary',
    'Reads windows of images and of label images, and one of the classes of each, from a list file.',
    labelsAndClasses,
  ),
  segmentationData(
    'WindowClsData',
    'Reads windows of images, and the classes in each, from a list file.',
    classesAndSizes,
  ),
  segmentationData('WindowSegBinary', 'Reads windows of images and of binary label images from a list file.'),
  segmentationData('WindowInstSegData', 'Reads windows of images and of instances from a list file.'),
];
