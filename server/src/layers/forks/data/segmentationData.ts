import type { LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { checkBatch, checkNewSize, colors, imageList, listedSize } from '../../helpers/imageSource.ts';

/** Layers of HyeonwooNoh/caffe (DeconvNet) that read images and label images. */

/** image_seg_data_layer.cpp, window_seg_data_layer.cpp: the third top has the size of the image before cropping. */
function segmentationData(type: string, doc: string): LayerDefinition {
  return dataLayer(type, doc, {
    forks: ['deconvnet'],
    paramField: 'image_data_param',
    opens: opensSource('image_data_param'),
    dataSources: imageList('image_data_param'),
    // Missing tops are added.
    tops: () => ({ max: 3 }),
    setUp(layer) {
      checkNewSize(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const crop = layer.message.message('transform_param').int('crop_size');
      const size = crop > 0 ? [crop, crop] : listedSize(layer);
      return topsOf(layer, [batch, colors(layer), ...size], [batch, 1, ...size], [batch, 1, 1, 2]);
    },
  });
}

export const segmentationDataLayers: readonly LayerDefinition[] = [
  segmentationData('ImageSegData', 'Reads images and label images from a list file.'),
  segmentationData('WindowSegData', 'Reads windows of images and of label images from a list file.'),
  segmentationData('WindowInstSegData', 'Reads windows of images and of instances from a list file.'),
];
