import { divide, isKnown, mapDim, Unknown } from '../../../shape/dim.ts';
import { data } from '../../bvlc/data.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, between, exactly, type LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { checkBatch, checkTransform, database, databaseImage, datum } from '../../helpers/imageSource.ts';

/** Layers of forks that read databases and windows. */

/**
 * yjxiong/caffe, branch conv_map, data_layer.cpp: with a list of boxes, a third top has a box and the image size, 6 numbers
 * per image.
 */
const dataWithBoxes: LayerDefinition = {
  ...data,
  forks: ['yjxiong'],
  tops: ({ params }) => ({ min: 1, max: params.has('mem_data_source') ? 3 : 2 }),
  reshape(layer) {
    if (!layer.params.has('mem_data_source')) return data.reshape(layer);
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, ...databaseImage(layer)], [batch, 1, 1, 1], [batch, 6, 1, 1]);
  },
};

/** yjxiong/caffe, branch linjie, sib_data_layer.cpp: crops of one image, each in a top of its own. */
const sibData = dataLayer(
  'SibData',
  'Reads images from a database and transforms each of them `sib_num` times: one top for each version, then the labels.',
  {
    paramField: 'sib_data_param',
    opens: opensSource('sib_data_param'),
    tops: anyNumber,
    setUp(layer) {
      if (siblings(layer) < 1)
        layer.refuse('fork/sib-num', layer.at('sib_num'), '`sib_num` must be 1 or more, but is 0.');
      checkShortEdge(layer);
      checkTransform(layer);
      const wanted = siblings(layer) + (layer.params.bool('has_label') ? 1 : 0);
      if (layer.topCount === wanted) return;
      layer.refuse(
        'fork/sib-tops',
        layer.at('sib_num', 'has_label'),
        `The parameters require ${wanted} tops, but the layer has ${layer.topCount}.`,
      );
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const images = layer.topNames.slice(0, siblings(layer)).map(() => [batch, ...databaseImage(layer)]);
      return topsOf(layer, ...images, [batch]);
    },
  },
);

function siblings({ params }: LayerContext): number {
  return params.int('sib_num');
}

/** The shorter side of the images is chosen between two lengths. */
function checkShortEdge(layer: LayerContext): void {
  const { params } = layer;
  const [min = 0, max = 0] = params.ints('short_edge');
  const count = params.count('short_edge');
  if ((count === 0 || count === 2) && min <= max) return;
  layer.refuse(
    'fork/short-edge',
    layer.at('short_edge'),
    `\`short_edge\` must be set twice, the smaller length first, but is ${params.ints('short_edge').join(', ')}.`,
  );
}

/** yjxiong/caffe, branches conv_map and mpi_parallel, compact_data_layer.cpp: images are decoded to three channels. */
const compactData = dataLayer(
  'CompactData',
  'Reads crops of encoded images and their labels from a database; a third top has a box and the image size, 6 numbers per image.',
  {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    tops: between(1, 3),
    setUp(layer) {
      const transform = layer.message.message('transform_param');
      const at = layer.message.list('transform_param')[0];
      if (!(transform.int('crop_size') > 0))
        layer.refuse('fork/compact-crop', at ?? layer.at(), 'CompactData requires a `crop_size`.');
      if (!transform.has('mean_file'))
        layer.refuse('fork/compact-mean', at, 'CompactData requires a `mean_file`.');
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const crop = layer.message.message('transform_param').int('crop_size');
      return topsOf(layer, [batch, 3, crop, crop], [batch, 1, 1, 1], [batch, 6, 1, 1]);
    },
  },
);

/** eric612/MobileNet-YOLO, lane_data_layer.cpp. */
const laneData = dataLayer(
  'LaneData',
  'Reads images, labels and, as a third top, label images from a database.',
  {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    dataSources: database,
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
      // The layer swaps width and height.
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
  'Reads images with masks and bounding boxes from a database. The third top has a row of 8 numbers for each box of the batch, or of 13 for a rotated box.',
  {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    dataSources: database,
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

const channelsOfMask = new Unknown('mask', 'The number of mask channels depends on the data source.');

const boxes = new Unknown('boxes', 'The number of boxes differs between batches.');

/** Robert0812/deepsaldet, mcwindow_data_layer.cpp and namcwindow_data_layer.cpp. */
const saliencyWindows = (type: string, paramField: string, doc: string) =>
  dataLayer(type, doc, {
    paramField,
    opens: () => [{ param: paramField, field: 'source' }],
    tops: exactly(3),
    setUp(layer) {
      if (layer.params.int('crop_size') > 0) return;
      layer.refuse('window/crop', layer.at('crop_size'), `${type} requires a positive \`crop_size\`.`);
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
  'Crops windows around superpixels, and their masks, from the image files in a window file.',
);

const namcWindowData = saliencyWindows(
  'NAMCWindowData',
  'namcwindow_data_param',
  'Crops windows of two sizes around superpixels from the image files in a window file.',
);

/** intel/caffe, box_data_layer.cpp: space for 30 boxes of 5 numbers. */
const boxData = dataLayer(
  'BoxData',
  'Reads images with bounding boxes from a database; each further top has up to 30 boxes of 5 numbers per image.',
  {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    dataSources: database,
    setUp: checkTransform,
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const boxes = layer.topNames.slice(1).map(() => [batch, 150]);
      return topsOf(layer, [batch, ...databaseImage(layer)], ...boxes);
    },
  },
);

/** yeahkun/caffe-yolo, box_data_layer.cpp: 7 numbers per grid cell. */
const boxDataOfGrids = dataLayer(
  'BoxData',
  'Reads images with bounding boxes from a database; each further top has 7 numbers for each cell of a `side` × `side` grid.',
  {
    forks: ['caffe-yolo'],
    paramField: 'data_param',
    opens: opensSource('data_param'),
    tops: between(1, 100),
    dataSources: database,
    setUp(layer) {
      checkTransform(layer);
      checkSides(layer);
    },
    reshape(layer) {
      const batch = layer.params.int('batch_size');
      const labels = sidesOf(layer).map((side) => [batch, side * side * 7]);
      return topsOf(layer, [batch, ...databaseImage(layer)], ...labels);
    },
  },
);

function checkSides(layer: LayerContext): void {
  const [sides, labels] = [sidesOf(layer).length, layer.topCount - 1];
  if (labels === 0 || labels === sides) return;
  layer.refuse(
    'fork/box-sides',
    layer.at('side'),
    `BoxData requires one label top per \`side\`: ${sides}, not ${labels}.`,
  );
}

function sidesOf({ params }: LayerContext): readonly number[] {
  const sides = params.ints('side');
  return sides.length > 0 ? sides : [7];
}

/** lmb-freiburg/flownet2, custom_data_layer.cpp: the channels of a record, in slices. */
const customData = dataLayer(
  'CustomData',
  'Reads records from an LMDB database and splits their channels into the tops at the slice points: two images and the flow between them. An additional top has the labels.',
  {
    paramField: 'data_param',
    opens: opensSource('data_param'),
    tops: anyNumber,
    dataSources: database,
    setUp(layer) {
      const slices = layer.params.count('slice_point') + 1;
      if (layer.topCount === slices || layer.topCount === slices + 1) return;
      layer.refuse(
        'fork/custom-tops',
        layer.at('slice_point'),
        `The slice points define ${slices} slices: CustomData requires as many tops, or one more for the labels, not ${layer.topCount}.`,
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

/** Yuliang-Liu/Curve-Text-Detector, data_casia_layer.cpp. */
const dataCasia = dataLayer(
  'DataCasia',
  'Reads handwriting from a database: pen paths as signature maps, and the character sequences.',
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

const unseen = new Unknown('pen', 'The size depends on the handwriting.');

export const databaseDataLayers: readonly LayerDefinition[] = [
  annotatedDataMask,
  boxData,
  boxDataOfGrids,
  compactData,
  customData,
  dataCasia,
  dataWithBoxes,
  laneData,
  mcWindowData,
  namcWindowData,
  sibData,
];
