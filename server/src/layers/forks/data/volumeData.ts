import type { Message } from '../../../schema/message.ts';
import type { Dim } from '../../../shape/dim.ts';
import { Unknown } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type FileField, type LayerDefinition } from '../../definition.ts';
import { dataLayer, topsOf } from '../../helpers/dataLayer.ts';
import { checkBatch } from '../../helpers/imageSource.ts';

/** Layers of facebook/C3D that read videos: num, channels, length, height and width. */

const unread = new Unknown('video', 'The size of the frames depends on the video.');

/** The parameters of version 1.1, or those of version 1.0. */
function paramsOf(message: Message): Message {
  return message.has('image_data_param')
    ? message.message('image_data_param')
    : message.message('video_data_param');
}

function opens(message: Message): readonly FileField[] {
  return [
    { param: message.has('image_data_param') ? 'image_data_param' : 'video_data_param', field: 'source' },
  ];
}

function checkNumbers(layer: LayerContext): void {
  const params = paramsOf(layer.message);
  if (params.int('batch_size') <= 0)
    layer.refuse('data/batch-zero', params.list('batch_size')[0], '`batch_size` must be 1 or more.');
}

/** Crop, or the size to which frames are resized, or unknown. */
function sizeOf(layer: LayerContext, field: 'new_height' | 'new_width'): Dim {
  const params = paramsOf(layer.message);
  const own = params.descriptor.fields.has('crop_size') ? params.int('crop_size') : 0;
  const crop = own || layer.message.message('transform_param').int('crop_size');
  return crop || params.int(field) || unread;
}

function frames(layer: LayerContext, channels: number): readonly Dim[] {
  const params = paramsOf(layer.message);
  return [channels, params.int('new_length'), sizeOf(layer, 'new_height'), sizeOf(layer, 'new_width')];
}

/** video_data_layer.cpp. */
const videoData: LayerDefinition = dataLayer(
  'VideoData',
  'Reads clips of videos and labels from a list file.',
  {
    forks: ['c3d'],
    paramField: 'video_data_param',
    opens,
    tops: () => ({ min: 1, max: 2 }),
    setUp: checkNumbers,
    reshape(layer) {
      const params = paramsOf(layer.message);
      const batch = params.int('batch_size');
      const isNew = !layer.message.has('image_data_param');
      const several = isNew && params.bool('use_multiple_label') ? [params.int('num_of_labels')] : [];
      const labels = isNew ? [batch, ...several] : [batch, 1, 1, 1, 1];
      return topsOf(layer, [batch, ...frames(layer, 3)], labels);
    },
  },
);

/** video_segmentation_data_layer.cpp, video_with_voxel_truth_data_layer.cpp. */
function truthData(type: string, doc: string, truths: (params: Message) => number): LayerDefinition {
  return dataLayer(type, doc, {
    paramField: 'image_data_param',
    opens,
    tops: exactly(2),
    setUp: checkNumbers,
    reshape(layer) {
      const params = paramsOf(layer.message);
      const batch = params.int('batch_size');
      return topsOf(layer, [batch, ...frames(layer, 3)], [batch, ...frames(layer, truths(params))]);
    },
  });
}

/** volume_data_layer.cpp: the database states channels and length. */
const volumeData: LayerDefinition = dataLayer(
  'VolumeData',
  'Reads volumes and labels from a LevelDB database.',
  {
    paramField: 'data_param',
    opens: () => [
      { param: 'data_param', field: 'source' },
      { param: 'data_param', field: 'mean_file', optional: true },
    ],
    tops: () => ({ min: 1, max: 2 }),
    setUp: checkBatch,
    reshape(layer) {
      const [batch, crop] = [layer.params.int('batch_size'), layer.params.int('crop_size')];
      const [channels, length, height, width] = ['channels', 'length', 'height', 'width'].map(
        (axis) => new Unknown(axis, 'The size of the volumes depends on the database.'),
      );
      const volume = [batch, channels ?? 1, length ?? 1, crop || (height ?? 1), crop || (width ?? 1)];
      return topsOf(layer, volume, [batch, 1, 1, 1, 1]);
    },
  },
);

export const volumeDataLayers: readonly LayerDefinition[] = [
  volumeData,
  videoData,
  truthData('VideoSegmentationData', 'Reads clips of videos, and a label for each position.', () => 1),
  truthData(
    'VideoWithVoxelTruthData',
    'Reads clips of videos, and `num_truth_channels` numbers for each position.',
    (params) => params.int('num_truth_channels'),
  ),
];
