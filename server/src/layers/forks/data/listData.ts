import type { Message } from '../../../schema/message.ts';
import { type Dim, divide, mapDim, Unknown } from '../../../shape/dim.ts';
import { unshaped } from '../../../shape/shape.ts';
import { imageData } from '../../bvlc/data.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import {
  checkBatch,
  checkNewSize,
  colors,
  datum,
  imageList,
  listedSize,
  transformed,
} from '../../helpers/imageSource.ts';

/** Layers of forks that read images, videos and flow from a list file. */

/** alexgkendall/caffe-segnet, dense_image_data_layer.cpp. */
const denseImageData = dataLayer(
  'DenseImageData',
  'Reads pairs of images and label images of the same size from a list file.',
  {
    paramField: 'dense_image_data_param',
    opens: opensSource('dense_image_data_param'),
    tops: exactly(2),
    dataSources: imageList('dense_image_data_param'),
    setUp(layer) {
      checkNewSize(layer);
      checkDenseCrop(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const { params, message } = layer;
      const crop = message.message('transform_param').int('crop_size');
      const both = params.int('crop_height') > 0 && params.int('crop_width') > 0;
      const size = both ? [params.int('crop_height'), params.int('crop_width')] : listedSize(layer);
      const [height = 1, width = 1] = crop > 0 ? [crop, crop] : size;
      const batch = params.int('batch_size');
      // TimoSaemann/caffe-enet, dense_image_data_layer.cpp: smaller label images.
      const factor = Math.max(
        params.descriptor.fields.has('label_divide_factor') ? params.int('label_divide_factor') : 1,
        1,
      );
      const labels = [height, width].map((length) => mapDim(length, (size) => Math.trunc(size / factor)));
      return topsOf(layer, [batch, colors(layer), height, width], [batch, 1, ...labels]);
    },
  },
);

/** `crop_height` and `crop_width` together, or neither. */
function checkDenseCrop(layer: LayerContext): void {
  const [height, width] = [layer.params.int('crop_height'), layer.params.int('crop_width')];
  if ((height > 0 && width > 0) || (height === 0 && width === 0)) return;
  layer.refuse(
    'fork/dense-crop',
    layer.at('crop_height', 'crop_width'),
    '`crop_height` and `crop_width` must be set together.',
  );
}

/** s9xie/hed, image_labelmap_data_layer.cpp. */
const imageLabelmapData = dataLayer(
  'ImageLabelmapData',
  'Reads pairs of images and label images of the same size from a list file.',
  {
    paramField: 'image_data_param',
    opens: opensSource('image_data_param'),
    tops: exactly(2),
    dataSources: imageList('image_data_param'),
    setUp: checkNewSize,
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const size = transformed(layer, ...listedSize(layer));
      return topsOf(layer, [batch, colors(layer), ...size], [batch, 1, ...size]);
    },
  },
);

/** hszhao/PSPNet and aharley/segaware, image_seg_data_layer.cpp; Caffe adds tops that the text does not name. */
const imageSegData = dataLayer(
  'ImageSegData',
  'Reads pairs of images and label images from a list file. A third top has the height and width of each.',
  {
    paramField: 'image_data_param',
    opens: opensSource('image_data_param'),
    tops: exactly(3),
    automaticTops: 3,
    dataSources: imageList('image_data_param'),
    setUp(layer) {
      checkMeanOfPairs(layer);
      checkNewSize(layer);
      checkCropOfPairs(layer);
    },
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const side = (name: 'height' | 'width') => transform.int('crop_size') || transform.int(`crop_${name}`);
      const crop = [side('height'), side('width')];
      const size = crop.every((length) => length > 0) ? crop : listedSize(layer);
      const batch = layer.params.int('batch_size');
      return topsOf(layer, [batch, colors(layer), ...size], [batch, 1, ...size], [batch, 1, 1, 2]);
    },
  },
);

/** The transformation has no mean image. */
function checkMeanOfPairs(layer: LayerContext): void {
  const [file] = layer.message.message('transform_param').list('mean_file');
  if (file) layer.refuse('fork/segdata-mean', file, '`mean_file` is not supported here; use `mean_value`.');
}

/** The crop is one size for both sides, or two. */
function checkCropOfPairs(layer: LayerContext): void {
  const transform = layer.message.message('transform_param');
  const sides = ['crop_height', 'crop_width'].filter((field) => transform.has(field));
  if (sides.length === 0 || (sides.length === 2 && !transform.has('crop_size'))) return;
  layer.refuse(
    'fork/segdata-crop',
    transform.list(sides[0] ?? '')[0],
    'Set either `crop_size`, or both `crop_height` and `crop_width`.',
  );
}

/** yjxiong/caffe, seg_data_layer.cpp: one pair at a time, cropped to whole strides. */
const segData = dataLayer(
  'SegData',
  'Reads one image and its label image at a time, cropped to a multiple of the network stride.',
  {
    paramField: 'seg_data_param',
    opens: opensSource('seg_data_param'),
    tops: exactly(2),
    dataSources(message) {
      const params = message.message('seg_data_param');
      const path = params.text('source');
      return path === '' ? [] : [{ kind: 'imageList', path, rootFolder: params.text('root_dir') }];
    },
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const [, height, width] = datum(layer);
      const side = (length: Dim, name: 'height' | 'width') => {
        const limit = upperLength(transform, name);
        const stride = Math.max(transform.int('stride'), 1);
        return mapDim(length, (input) => Math.min(divide(input, stride) * stride, limit));
      };
      const size = [side(height, 'height'), side(width, 'width')];
      return topsOf(layer, [1, 3, ...size], [1, 1, ...size]);
    },
  },
);

/** The greatest length of a side: of both by `upper_size`, otherwise by the two of `upper_height` and `upper_width`. */
function upperLength(transform: Message, side: 'height' | 'width'): number {
  if (transform.has('upper_size')) return transform.int('upper_size');
  const hasBoth = transform.has('upper_height') && transform.has('upper_width');
  return hasBoth ? transform.int(`upper_${side}`) : Infinity;
}

/** yjxiong/caffe, video_data_layer.cpp. */
const videoSegments = dataLayer(
  'VideoData',
  'Reads sequences of `new_length` frames, as color images or optical flow, from `num_segments` positions of each video; their channels are concatenated.',
  {
    forks: ['yjxiong'],
    paramField: 'video_data_param',
    opens: opensSource('video_data_param'),
    tops: exactly(2),
    setUp: checkBatch,
    reshape(layer) {
      const { params } = layer;
      const isFlow = params.text('modality') === 'FLOW';
      const ofFrame = isFlow ? 2 : params.bool('grayscale') ? 1 : 3;
      const channels = ofFrame * params.int('new_length') * params.int('num_segments');
      const crop = layer.message.message('transform_param').int('crop_size');
      const [height, width] = crop > 0 ? [crop, crop] : listedSize(layer);
      const batch = params.int('batch_size');
      return topsOf(layer, [batch, channels, height, width], [batch, 1, 1, 1]);
    },
  },
);

/** happynear/caffe-windows, multi_label_image_data_layer.cpp. */
const multiLabelImageData = dataLayer(
  'MultiLabelImageData',
  'Reads image files with several labels each from a list file.',
  {
    paramField: 'image_data_param',
    opens: opensSource('image_data_param'),
    tops: exactly(2),
    dataSources: imageList('image_data_param'),
    setUp: checkNewSize,
    reshape(layer) {
      const { params } = layer;
      const batch = params.int('batch_size');
      const size = transformed(layer, ...listedSize(layer));
      const labels = batch - 2 * params.int('label_cut_start');
      return topsOf(layer, [batch, colors(layer), ...size], [labels, labelsOfFile]);
    },
  },
);

const labelsOfFile = new Unknown('labels', 'The number of labels per image depends on the list file.');

/** Xilinx/Vitis-AI, enhanced_image_data_layer.cpp. */
const enhancedImageData: LayerDefinition = {
  ...imageData,
  type: 'EnhancedImageData',
  doc: 'Reads image files with `label_num` labels each from a list file.',
  reshape(layer) {
    const [images = unshaped] = imageData.reshape(layer);
    return topsOf(layer, images, [layer.params.int('batch_size'), layer.params.int('label_num')]);
  },
};

/** lmb-freiburg/flownet2, disparity_data_layer.cpp. */
const disparityData = dataLayer('DisparityData', 'Reads disparity images from a list file.', {
  paramField: 'image_data_param',
  opens: opensSource('image_data_param'),
  tops: exactly(2),
  setUp: checkNewSize,
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    const [channels] = datum(layer);
    return topsOf(layer, [batch, channels, ...transformed(layer, ...listedSize(layer))], [batch]);
  },
});

/** aharley/segaware, flo_data_layer.cpp. */
const floData = dataLayer('FloData', 'Reads optical flow files from a list file.', {
  paramField: 'image_data_param',
  opens: opensSource('image_data_param'),
  tops: exactly(1),
  reshape(layer) {
    const [, height, width] = datum(layer);
    return topsOf(layer, [layer.params.int('batch_size'), 2, height, width]);
  },
});

export const listDataLayers: readonly LayerDefinition[] = [
  denseImageData,
  disparityData,
  enhancedImageData,
  floData,
  imageLabelmapData,
  imageSegData,
  multiLabelImageData,
  segData,
  videoSegments,
];
