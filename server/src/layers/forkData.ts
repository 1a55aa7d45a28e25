import type { Message } from '../schema/message.ts';
import { type Dim, divide, isKnown, mapDim, Unknown } from '../shape/dim.ts';
import { type Shape, unshaped } from '../shape/shape.ts';
import type { LayerContext } from './context.ts';
import { anyNumber, atLeast, between, exactly, type LayerDefinition } from './definition.ts';
import {
  checkBatch,
  checkTransform,
  database,
  databaseImage,
  datum,
  givenImage,
  imageList,
  override,
  transformed,
} from './imageSource.ts';

/** Layers of forks that read data. */

function dataLayer(
  type: string,
  doc: string,
  more: Pick<LayerDefinition, 'reshape'> & Partial<LayerDefinition>,
): LayerDefinition {
  return { type, doc, bottoms: exactly(0), tops: atLeast(1), ...more };
}

/** The tops as the layer makes them, but for those whose shapes were given from outside. */
function topsOf(layer: LayerContext, ...shapes: readonly Shape[]): Shape[] {
  return layer.topNames.map((name, index) => {
    const own = shapes[index] ?? unshaped;
    return index === 0 && givenImage(layer) ? own : (override(layer, name) ?? own);
  });
}

/** `new_height` and `new_width` together, or neither. */
function checkNewSize(layer: LayerContext): void {
  const { params } = layer;
  if (params.int('new_height') > 0 === params.int('new_width') > 0) return;
  layer.refuse(
    'image/new-size-pair',
    layer.at('new_height', 'new_width'),
    'Give both `new_height` and `new_width`, or neither.',
  );
}

/** Height and width of the images of a list before they are cropped. */
function listedSize(layer: LayerContext): readonly [height: Dim, width: Dim] {
  const { params } = layer;
  if (params.int('new_height') > 0) return [params.int('new_height'), params.int('new_width')];
  const [, height, width] = datum(layer);
  return [height, width];
}

function colours({ params }: LayerContext): number {
  return params.bool('is_color') ? 3 : 1;
}

/** alexgkendall/caffe-segnet, dense_image_data_layer.cpp. */
const denseImageData = dataLayer(
  'DenseImageData',
  'Reads images, and images of labels of the same size, that a list file names in pairs.',
  {
    paramField: 'dense_image_data_param',
    tops: exactly(2),
    sources: imageList('dense_image_data_param'),
    setUp(layer) {
      checkNewSize(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const { params, message } = layer;
      const crop = message.message('transform_param').int('crop_size');
      const both = params.int('crop_height') > 0 && params.int('crop_width') > 0;
      const size = both ? [params.int('crop_height'), params.int('crop_width')] : listedSize(layer);
      const [height = 1, width = 1] = crop > 0 ? [crop, crop] : size;
      const batch = params.int('batch_size');
      return topsOf(layer, [batch, colours(layer), height, width], [batch, 1, height, width]);
    },
  },
);

/** s9xie/hed, image_labelmap_data_layer.cpp. */
const imageLabelmapData = dataLayer(
  'ImageLabelmapData',
  'Reads images, and images of labels of the same size, that a list file names in pairs.',
  {
    paramField: 'image_data_param',
    tops: exactly(2),
    sources: imageList('image_data_param'),
    setUp: checkNewSize,
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const size = transformed(layer, ...listedSize(layer));
      return topsOf(layer, [batch, colours(layer), ...size], [batch, 1, ...size]);
    },
  },
);

/** hszhao/PSPNet and aharley/segaware, image_seg_data_layer.cpp; Caffe names tops that the file does not. */
const imageSegData = dataLayer(
  'ImageSegData',
  'Reads images and images of labels that a list file names in pairs. A third top has the height and width of each.',
  {
    paramField: 'image_data_param',
    tops: between(0, 3),
    sources: imageList('image_data_param'),
    setUp: checkNewSize,
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const [height, width] = listedSize(layer);
      const side = (name: 'height' | 'width') => transform.int('crop_size') || transform.int(`crop_${name}`);
      const size = [side('height') || height, side('width') || width];
      const batch = layer.params.int('batch_size');
      return topsOf(layer, [batch, colours(layer), ...size], [batch, 1, ...size], [batch, 1, 1, 2]);
    },
  },
);

/** yjxiong/caffe, seg_data_layer.cpp: one pair at a time, cut to whole strides. */
const segData = dataLayer(
  'SegData',
  'Reads an image and an image of labels at a time, cut to whole strides of the network.',
  {
    paramField: 'seg_data_param',
    tops: exactly(2),
    sources(message) {
      const params = message.message('seg_data_param');
      const path = params.text('source');
      return path === '' ? [] : [{ kind: 'imageList', path, rootFolder: params.text('root_dir') }];
    },
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const [, height, width] = datum(layer);
      const side = (length: Dim, name: 'height' | 'width') => {
        const limit = transform.int('upper_size') || transform.int(`upper_${name}`) || Infinity;
        const stride = Math.max(transform.int('stride'), 1);
        return mapDim(length, (input) => Math.min(divide(input, stride) * stride, limit));
      };
      const size = [side(height, 'height'), side(width, 'width')];
      return topsOf(layer, [1, 3, ...size], [1, 1, ...size]);
    },
  },
);

/** yjxiong/caffe, video_data_layer.cpp. */
const videoSegments = dataLayer(
  'VideoData',
  'Reads runs of `new_length` frames, colour images or optical flow, from `num_segments` places of each video; the channels of all stand behind each other.',
  {
    forks: ['yjxiong'],
    paramField: 'video_data_param',
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
  'Reads the image files that a list file names, each with several labels.',
  {
    paramField: 'image_data_param',
    tops: exactly(2),
    sources: imageList('image_data_param'),
    setUp: checkNewSize,
    reshape(layer) {
      const { params } = layer;
      const batch = params.int('batch_size');
      const size = transformed(layer, ...listedSize(layer));
      const labels = batch - 2 * params.int('label_cut_start');
      return topsOf(layer, [batch, colours(layer), ...size], [labels, labelsOfFile]);
    },
  },
);

const labelsOfFile = new Unknown('labels', 'The number of labels of an image is in the list file.');

/** eric612/MobileNet-YOLO, lane_data_layer.cpp. */
const laneData = dataLayer(
  'LaneData',
  'Reads images with a label and, as a third top, an image of labels from a database.',
  {
    paramField: 'data_param',
    sources: database,
    setUp(layer) {
      checkTransform(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const annotated = layer.message.message('annotated_data_param');
      const image = databaseImage(layer);
      const scale = Math.max(annotated.int('seg_scales'), 1);
      const [width, height] = [annotated.int('seg_resize_width'), annotated.int('seg_resize_height')];
      // The layer takes the width for the height.
      const labels =
        width !== 0 && height !== 0
          ? [width, height]
          : image.slice(1).map((length) => mapDim(length, (input) => divide(input, scale)));
      return topsOf(layer, [batch, ...image], [batch, 1, 1, 1], [batch, 1, ...labels]);
    },
  },
);

/** BestSonny/SSTD, annotated_data_mask_layer.cpp. */
const annotatedDataMask = dataLayer(
  'AnnotatedDataMask',
  'Reads images with masks and bounding boxes from a database. The third top holds a row of 8 numbers for each box of the batch, or of 13 for a turned one.',
  {
    paramField: 'data_param',
    sources: database,
    setUp(layer) {
      checkTransform(layer);
      checkBatch(layer);
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const [channels, ...size] = databaseImage(layer);
      const width = layer.message.message('annotated_data_param').bool('oriented') ? 13 : 8;
      return topsOf(
        layer,
        [batch, channels, ...size],
        [batch, channelsOfMask, ...size],
        [1, 1, boxes, width],
      );
    },
  },
);

const channelsOfMask = new Unknown('mask', 'The channels of the masks are in the data source.');

const boxes = new Unknown('boxes', 'The number of boxes varies from batch to batch.');

/** Robert0812/deepsaldet, mcwindow_data_layer.cpp and namcwindow_data_layer.cpp. */
const saliencyWindows = (type: string, paramField: string, doc: string) =>
  dataLayer(type, doc, {
    paramField,
    tops: exactly(3),
    setUp(layer) {
      if (layer.params.int('crop_size') > 0) return;
      layer.refuse('window/crop', layer.at('crop_size'), `${type} needs a positive \`crop_size\`.`);
    },
    reshape(layer) {
      const { params } = layer;
      const [batch, crop] = [params.int('batch_size'), params.int('crop_size')];
      const [channels] = datum(layer);
      const isOwn = params.descriptor.fields.has('mask_crop_size');
      const mask = isOwn ? params.int('mask_crop_size') : crop;
      const masks = isOwn ? channelsOfMask : channels;
      return topsOf(layer, [batch, channels, crop, crop], [batch, masks, mask, mask], [batch, 1, 1, 1]);
    },
  });

const mcWindowData = saliencyWindows(
  'MCWindowData',
  'mcwindow_data_param',
  'Cuts windows of the surroundings of superpixels, and their masks, out of the images that a window file names.',
);

const namcWindowData = saliencyWindows(
  'NAMCWindowData',
  'namcwindow_data_param',
  'Cuts windows of two sizes around superpixels out of the images that a window file names.',
);

/** SeokjuLee/VPGNet, drive_data_layer.cpp: of every place of a grid, a mask with a box, and a class. */
const driveData = dataLayer(
  'DriveData',
  'Reads street scenes from a database. The second top says of every cell of a grid whether an object covers it and where, the third what it is.',
  {
    forks: ['vpgnet'],
    paramField: 'drive_data_param',
    reshape(layer) {
      const { params } = layer;
      const batch = layer.message.message('data_param').int('batch_size');
      const grid = (field: string) => [
        params.int('tiling_height') * params.int(field),
        params.int('tiling_width') * params.int(field),
      ];
      return topsOf(
        layer,
        [batch, 3, params.int('cropped_height'), params.int('cropped_width')],
        [batch, 8, ...grid('label_resolution')],
        [batch, 1, ...grid('catalog_resolution')],
      );
    },
  },
);

/** intel/caffe, box_data_layer.cpp: room for 30 boxes of 5 numbers. */
const boxData = dataLayer(
  'BoxData',
  'Reads images with bounding boxes from a database; each further top has up to 30 boxes of 5 numbers for every image.',
  {
    paramField: 'data_param',
    sources: database,
    setUp: checkTransform,
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const boxes = layer.topNames.slice(1).map(() => [batch, 150]);
      return topsOf(layer, [batch, ...databaseImage(layer)], ...boxes);
    },
  },
);

/** lmb-freiburg/flownet2, custom_data_layer.cpp: the channels of a record, in slices. */
const customData = dataLayer(
  'CustomData',
  'Reads records from an LMDB database and deals their channels out to the tops at the slice points: two images and the flow between them. One top more has the labels.',
  {
    paramField: 'data_param',
    tops: anyNumber,
    sources: database,
    setUp(layer) {
      const slices = layer.params.count('slice_point') + 1;
      if (layer.topCount === slices || layer.topCount === slices + 1) return;
      layer.refuse(
        'fork/custom-tops',
        layer.at('slice_point'),
        `The slice points make ${slices} slices: CustomData needs as many tops, or one more for the labels, not ${layer.topCount}.`,
      );
    },
    reshape(layer) {
      const { params } = layer;
      const batch = params.int('batch_size');
      const [channels, height, width] = datum(layer);
      const points = [0, ...params.ints('slice_point'), channels];
      const images = points.slice(1).map((end, index) => {
        const begin = points[index] ?? 0;
        const slice = isKnown(begin) ? mapDim(end, (last) => last - begin) : begin;
        return [batch, slice, height, width];
      });
      return topsOf(layer, ...images, [batch, 1, 1, 1]);
    },
  },
);

/** lmb-freiburg/flownet2, disparity_data_layer.cpp. */
const disparityData = dataLayer('DisparityData', 'Reads images of disparities that a list file names.', {
  paramField: 'image_data_param',
  tops: exactly(2),
  setUp: checkNewSize,
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    const [channels] = datum(layer);
    return topsOf(layer, [batch, channels, ...transformed(layer, ...listedSize(layer))], [batch]);
  },
});

/** lmb-freiburg/flownet2, imgreader_layer.cpp and floatreader_layer.cpp. */
const reader = (type: string, doc: string) =>
  dataLayer(type, doc, {
    paramField: 'reader_param',
    bottoms: anyNumber,
    tops: exactly(1),
    reshape: (layer) => topsOf(layer, [layer.params.int('num'), ...datum(layer)]),
  });

const imgReader = reader('ImgReader', 'Reads one image file and repeats it `num` times.');

const floatReader = reader(
  'FloatReader',
  'Reads a file of floating-point numbers and repeats it `num` times.',
);

/** lmb-freiburg/flownet2, imgwriter_layer.cpp, flowriter_layer.cpp and others. */
const writer = (type: string, what: string): LayerDefinition => ({
  type,
  doc: `Writes every item of its bottom to ${what}.`,
  paramField: 'writer_param',
  bottoms: exactly(1),
  tops: anyNumber,
  reshape: (layer) => layer.topNames.map(() => unshaped),
});

/** aharley/segaware, flo_data_layer.cpp. */
const floData = dataLayer('FloData', 'Reads files of optical flow that a list file names.', {
  paramField: 'image_data_param',
  tops: exactly(1),
  reshape(layer) {
    const [, height, width] = datum(layer);
    return topsOf(layer, [layer.params.int('batch_size'), 2, height, width]);
  },
});

/** aharley/segaware, mat_read_layer.cpp. */
const matRead = dataLayer('MatRead', 'Reads blobs from files of Matlab.', {
  paramField: 'mat_read_param',
  tops: exactly(1),
  reshape: (layer) => topsOf(layer, [layer.params.int('batch_size'), ...datum(layer)]),
});

/** aharley/segaware, mat_write_layer.cpp. */
const matWrite: LayerDefinition = {
  type: 'MatWrite',
  doc: 'Writes its bottoms to files of Matlab.',
  paramField: 'mat_write_param',
  bottoms: anyNumber,
  tops: exactly(0),
  setUp(layer) {
    if (!layer.params.has('period') || layer.params.int('period') > 0) return;
    layer.refuse('fork/matwrite-period', layer.at('period'), '`period` must be 1 or more.');
  },
  reshape: () => [],
};

/** CMU-Perceptual-Computing-Lab/caffe_train, cpm_data_layer.cpp: two maps for each joint and for the background. */
const cpmData = dataLayer(
  'CPMData',
  'Reads images of people and heat maps of their joints with the masks of these.',
  {
    paramField: 'data_param',
    sources: database,
    reshape(layer) {
      const transform = layer.message.message('cpm_transform_param');
      const batch = layer.params.int('batch_size');
      const [channels, ...size] = poseImage(layer, transform);
      return topsOf(layer, [batch, channels, ...size], jointMaps(transform, batch, size));
    },
  },
);

/** lawy623/LSTM_Pose_Machines, cpm_data_layer.cpp. */
const cpmDataOfVideos = dataLayer(
  'CPMData',
  'Reads images of people, with a fourth channel that marks the person, and heat maps of the joints with their masks.',
  {
    forks: ['lstm-pose'],
    paramField: 'cpmdata_param',
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const batch = layer.params.int('batch_size');
      const size = [transform.int('crop_size_y'), transform.int('crop_size_x')];
      const channels = transform.bool('put_gaussian') ? 4 : 3;
      return topsOf(layer, [batch, channels, ...size], jointMaps(transform, batch, size));
    },
  },
);

/** Images are cropped in training, and taken as they are stored in testing. */
function poseImage(layer: LayerContext, transform: Message): readonly [Dim, Dim, Dim] {
  const [channels, height, width] = datum(layer);
  if (layer.phase !== 'TRAIN') return [channels, height, width];
  return [channels, transform.int('crop_size_y'), transform.int('crop_size_x')];
}

function jointMaps(transform: Message, batch: number, size: readonly Dim[]): Shape {
  return [batch, 2 * (transform.int('num_parts') + 1), ...shrunk(size, transform.int('stride'))];
}

/** CMU-Perceptual-Computing-Lab/openpose_caffe_train, oPDataLayer.cpp and oPVideoLayer.cpp. */
const opData = (type: string, doc: string, frames: (transform: Message) => number) =>
  dataLayer(type, doc, {
    paramField: 'data_param',
    sources: database,
    reshape(layer) {
      const transform = layer.message.message('op_transform_param');
      const batch = layer.params.int('batch_size') * frames(transform);
      const [, ...size] = poseImage(layer, transform);
      const maps = shrunk(size, transform.int('stride'));
      return topsOf(layer, [batch, 3, ...size], [batch, mapsOfModel, ...maps]);
    },
  });

const mapsOfModel = new Unknown('maps', 'The number of maps depends on the model of the pose.');

const opImages = opData(
  'OPData',
  'Reads images of people and maps of their joints and limbs, with a mask for each.',
  () => 1,
);

const opVideo = opData(
  'OPVideo',
  'Reads runs of `frame_size` frames of videos of people and maps of their joints and limbs, with a mask for each.',
  (transform) => transform.int('frame_size'),
);

function shrunk(size: readonly Dim[], stride: number): Dim[] {
  return size.map((length) => mapDim(length, (input) => (stride > 0 ? divide(input, stride) : 0)));
}

/** Yuliang-Liu/Curve-Text-Detector, data_casia_layer.cpp. */
const dataCasia = dataLayer(
  'DataCasia',
  'Reads handwriting from a database: the paths of the pen as maps of their signature, and the sequences of characters.',
  {
    paramField: 'data_param',
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const batch = layer.params.int('batch_size');
      const maps = 2 << transform.int('n_iterated_integrals');
      const labels = [layer.params.int('seq_length'), batch];
      const size = [transform.int('new_height') || unseen, transform.int('new_width') || unseen];
      const images = [batch, transform.bool('using_online') ? maps : maps - 1, ...size];
      return topsOf(layer, images, labels, labels);
    },
  },
);

const unseen = new Unknown('pen', 'The size depends on what was written.');

export const forkDataLayers: readonly LayerDefinition[] = [
  annotatedDataMask,
  boxData,
  cpmData,
  cpmDataOfVideos,
  customData,
  dataCasia,
  denseImageData,
  disparityData,
  driveData,
  floData,
  floatReader,
  imageLabelmapData,
  imageSegData,
  imgReader,
  laneData,
  matRead,
  matWrite,
  mcWindowData,
  multiLabelImageData,
  namcWindowData,
  opImages,
  opVideo,
  segData,
  videoSegments,
  writer('FLOWriter', 'a file of optical flow'),
  writer('FloatWriter', 'a file of floating-point numbers'),
  writer('ImgWriter', 'an image file'),
  writer('PFMWriter', 'a file of floating-point pixels'),
];
