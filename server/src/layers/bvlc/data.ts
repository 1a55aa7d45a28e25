import type { Message } from '../../schema/message.ts';
import { Unknown } from '../../shape/dim.ts';
import type { Shape } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { atLeast, between, exactly, type FileField, type LayerDefinition } from '../definition.ts';
import { meanFile, opensSource, topsOf } from '../helpers/dataLayer.ts';
import {
  checkBatch,
  checkMeanCount,
  checkNewSize,
  checkTransform,
  colors,
  database,
  databaseImage,
  datum,
  givenImage,
  imageList,
  listedSize,
  override,
  resizeParam,
  transformed,
  whyUnread,
} from '../helpers/imageSource.ts';

/** Layers without bottoms that read or generate data. */

export const data: LayerDefinition = {
  type: 'Data',
  category: 'data',
  paramField: 'data_param',
  opens: opensSource('data_param'),
  doc: 'Reads images and labels from a LevelDB or LMDB database. The database determines the image size.',
  bottoms: exactly(0),
  tops: between(1, 2),
  dataSources: database,
  setUp(layer) {
    checkTransform(layer);
    checkBatch(layer);
  },
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, ...databaseImage(layer)], [batch]);
  },
};

export const annotatedData: LayerDefinition = {
  type: 'AnnotatedData',
  category: 'data',
  paramField: 'data_param',
  opens: opensSource('data_param'),
  doc: 'Reads images with bounding boxes from a database. The second top has a row of 8 numbers for each box of the batch.',
  bottoms: exactly(0),
  tops: atLeast(1),
  dataSources: database,
  setUp(layer) {
    checkTransform(layer);
    const mode = resizeParam(layer);
    if (mode?.text('resize_mode') === 'FIT_SMALL_SIZE' && layer.params.int('batch_size') !== 1) {
      layer.refuse(
        'ssd/annotated-fit-small',
        mode.list('resize_mode')[0],
        '`FIT_SMALL_SIZE` produces images of different sizes, so `batch_size` must be 1.',
      );
    }
    checkBatch(layer);
  },
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    const rows = layer.sources.datum
      ? 1
      : new Unknown('boxes', 'The number of boxes differs between batches.');
    return topsOf(layer, [batch, ...databaseImage(layer)], [1, 1, rows, 8]);
  },
};

export const videoData: LayerDefinition = {
  type: 'VideoData',
  category: 'data',
  paramField: 'data_param',
  opens: opensVideo,
  doc: 'Reads frames from a webcam or a video file.',
  bottoms: exactly(0),
  tops: atLeast(1),
  setUp(layer) {
    checkTransform(layer);
    const video = layer.message.message('video_data_param');
    if (video.int('skip_frames') < 0) {
      layer.refuse(
        'ssd/video-skip-frames',
        video.list('skip_frames')[0],
        '`skip_frames` is too large; the maximum is 2147483647.',
      );
    }
    if (video.text('video_type') === 'VIDEO' && !video.has('video_file')) {
      layer.refuse(
        'ssd/video-file',
        layer.message.list('video_data_param')[0],
        '`video_type: VIDEO` requires a `video_file`.',
      );
    }
    checkBatch(layer);
  },
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    const [, height, width] = databaseImage(layer);
    return topsOf(layer, [batch, givenImage(layer)?.[0] ?? 3, height, width], [batch]);
  },
};

function opensVideo(message: Message): readonly FileField[] {
  const isFile = message.message('video_data_param').text('video_type') === 'VIDEO';
  const file = { param: 'video_data_param', field: 'video_file', optional: true };
  return isFile ? [file, meanFile] : [meanFile];
}

export const imageData: LayerDefinition = {
  type: 'ImageData',
  category: 'data',
  paramField: 'image_data_param',
  opens: opensSource('image_data_param'),
  doc: 'Reads image files and labels from a list file.',
  bottoms: exactly(0),
  tops: exactly(2),
  dataSources: imageList('image_data_param'),
  setUp(layer) {
    checkTransform(layer);
    checkNewSize(layer);
    if (layer.params.int('batch_size') <= 0) {
      layer.refuse(
        'image/batch',
        layer.at('batch_size'),
        '`batch_size` is missing or 0; it must be 1 or more.',
      );
    }
    checkMeanCount(layer, colors(layer));
  },
  reshape(layer) {
    const { params } = layer;
    const batch = params.int('batch_size');
    const stated = params.int('new_height') > 0;
    const image = [colors(layer), ...transformed(layer, ...listedSize(layer), stated)];
    return topsOf(layer, [batch, ...image], [batch]);
  },
};

export const windowData: LayerDefinition = {
  type: 'WindowData',
  category: 'data',
  paramField: 'window_data_param',
  opens: opensSource('window_data_param'),
  doc: 'Crops windows, such as region proposals, from the image files in a window file.',
  bottoms: exactly(0),
  tops: exactly(2),
  setUp(layer) {
    checkTransform(layer);
    const crop = layer.message.message('transform_param').int('crop_size');
    if (crop <= 0) {
      const at = layer.message.list('transform_param')[0] ?? layer.at();
      layer.refuse('window/crop', at, 'WindowData requires a `crop_size` in `transform_param`.');
    }
    checkBatch(layer);
  },
  reshape(layer) {
    const crop = layer.message.message('transform_param').int('crop_size');
    const batch = layer.params.int('batch_size');
    return topsOf(layer, [batch, datum(layer)[0], crop, crop], [batch]);
  },
};

export const hdf5Data: LayerDefinition = {
  type: 'HDF5Data',
  category: 'data',
  paramField: 'hdf5_data_param',
  opens: () => [{ param: 'hdf5_data_param', field: 'source' }],
  doc: 'Reads the dataset with the name of each top from HDF5 files. The files determine the shapes.',
  bottoms: exactly(0),
  tops: atLeast(1),
  dataSources(message) {
    const path = message.message('hdf5_data_param').text('source');
    return path === '' ? [] : [{ kind: 'hdf5List', path }];
  },
  setUp(layer) {
    const transform = layer.message.list('transform_param')[0];
    if (transform)
      layer.refuse(
        'hdf5data/transform',
        transform,
        'HDF5Data does not transform its data; remove `transform_param`.',
      );
  },
  reshape(layer) {
    const batch = layer.params.int('batch_size');
    return layer.topNames.map((name, index) => override(layer, name) ?? hdf5Top(layer, batch, index));
  },
};

/**
 * Each top has `batch_size` rows of the dataset with its name. If the files cannot be read but a datum shape is given,
 * the first dataset has that shape and the others have one number per row.
 */
function hdf5Top(layer: LayerContext, batch: number, index: number): Shape {
  const facts = layer.sourceFacts();
  const name = layer.topNames[index] ?? '';
  for (const each of facts) {
    if (each.kind !== 'datasets') continue;
    const rows = each.shapes.get(name);
    if (rows) return [batch, ...rows.slice(1)];
    return new Unknown('dataset', `\`${each.file}\` has no dataset \`${name}\` with a known shape.`);
  }
  const { datum: known } = layer.sources;
  if (!known) return new Unknown('dataset', whyUnread(facts, 'shape'));
  return index === 0 ? [batch, ...known] : [batch];
}

export const hdf5Output: LayerDefinition = {
  type: 'HDF5Output',
  category: 'data',
  paramField: 'hdf5_output_param',
  doc: 'Writes its two bottoms to an HDF5 file as the datasets `data` and `label`.',
  bottoms: exactly(2),
  tops: exactly(0),
  setUp(layer) {
    if (layer.params.text('file_name') !== '') return;
    layer.refuse('hdf5out/file', layer.at(), '`file_name` is not set, so Caffe cannot create the file.');
  },
  reshape: () => [],
};
