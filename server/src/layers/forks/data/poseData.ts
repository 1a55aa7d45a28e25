import type { Message } from '../../../schema/message.ts';
import { type Dim, divide, mapDim, Unknown } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { between, type LayerDefinition } from '../../definition.ts';
import { dataLayer, opensSource, topsOf } from '../../helpers/dataLayer.ts';
import { database, datum } from '../../helpers/imageSource.ts';

/** Layers of forks that read images of persons and generate maps of their joints. */

/** CMU-Perceptual-Computing-Lab/caffe_train, cpm_data_layer.cpp: two maps for each joint and for the background. */
const cpmData = dataLayer('CPMData', 'Reads images of persons and heat maps of their joints with masks.', {
  paramField: 'data_param',
  opens: opensSource('data_param'),
  dataSources: database,
  reshape(layer) {
    const transform = layer.message.message('cpm_transform_param');
    const batch = layer.params.int('batch_size');
    const [channels, ...size] = poseImage(layer, transform);
    return topsOf(layer, [batch, channels, ...size], jointMaps(transform, batch, size));
  },
});

/** lawy623/LSTM_Pose_Machines, cpm_data_layer.cpp. */
const cpmDataOfVideos = dataLayer(
  'CPMData',
  'Reads images of persons, with a fourth channel that marks the person, and heat maps of the joints with masks.',
  {
    forks: ['lstm-pose'],
    paramField: 'cpmdata_param',
    opens: opensSource('cpmdata_param'),
    reshape(layer) {
      const transform = layer.message.message('transform_param');
      const batch = layer.params.int('batch_size');
      const size = [transform.int('crop_size_y'), transform.int('crop_size_x')];
      const channels = transform.bool('put_gaussian') ? 4 : 3;
      return topsOf(layer, [batch, channels, ...size], jointMaps(transform, batch, size));
    },
  },
);

/** Images are cropped in training, and keep their stored size in testing. */
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
    opens: opensSource('data_param'),
    dataSources: database,
    reshape(layer) {
      const transform = layer.message.message('op_transform_param');
      const batch = layer.params.int('batch_size') * frames(transform);
      const [, ...size] = poseImage(layer, transform);
      const maps = shrunk(size, transform.int('stride'));
      return topsOf(layer, [batch, 3, ...size], [batch, mapsOfModel, ...maps]);
    },
  });

const mapsOfModel = new Unknown('maps', 'The number of maps depends on the pose model.');

const opImages = opData(
  'OPData',
  'Reads images of persons and maps of their joints and limbs, with a mask for each.',
  () => 1,
);

const opVideo = opData(
  'OPVideo',
  'Reads sequences of `frame_size` video frames of persons and maps of their joints and limbs, with a mask for each.',
  (transform) => transform.int('frame_size'),
);

function shrunk(size: readonly Dim[], stride: number): Dim[] {
  return size.map((length) => mapDim(length, (input) => (stride > 0 ? divide(input, stride) : 0)));
}

/** Xilinx/Vitis-AI, paf_data_layer.cpp: with `crop_size`, the top is never shaped. */
const pafData = dataLayer('PAFData', 'Reads images of persons, and maps of their joints with masks.', {
  paramField: 'data_param',
  tops: between(1, 2),
  setUp(layer) {
    const transform = layer.message.message('pe_transform_param');
    const at = (field: string) => transform.list(field)[0] ?? layer.message.list('pe_transform_param')[0];
    if (transform.int('crop_size') > 0)
      layer.refuse(
        'blob/no-data',
        at('crop_size'),
        'PAFData does not support `crop_size`; use `crop_size_y` and `crop_size_x`.',
      );
    if (layer.topCount === 2 && transform.int('stride') === 0)
      layer.refuse('fork/paf-stride', at('stride'), '`stride` must be 1 or more, but is 0.');
  },
  reshape(layer) {
    const transform = layer.message.message('pe_transform_param');
    const batch = layer.params.int('batch_size');
    const size = [transform.int('crop_size_y'), transform.int('crop_size_x')];
    return topsOf(layer, [batch, 3, ...size], jointMaps(transform, batch, size));
  },
});

export const poseDataLayers: readonly LayerDefinition[] = [
  cpmData,
  cpmDataOfVideos,
  opImages,
  opVideo,
  pafData,
];
