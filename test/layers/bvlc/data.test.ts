import { describe } from 'node:test';
import { specify } from '../../support/layerTable.ts';

const ssd = { dialect: 'ssd' } as const;
const two = { topNames: ['data', 'label'] } as const;

const bothMeans = 'transform_param { mean_file: "mean.binaryproto" mean_value: 104 }';
const database = 'data_param { source: "train_lmdb" backend: LMDB batch_size: 4 }';

specify('Data', [
  { shows: 'the database determines the image size', text: database, tops: ['4x?x?x?', '4'] },
  { shows: 'the label top is optional', text: database, tops: ['4x?x?x?'] },
  {
    shows: 'a crop determines height and width',
    text: `${database} transform_param { crop_size: 227 }`,
    tops: ['4x?x227x227', '4'],
  },
  {
    shows: 'several means determine the channels',
    text: `${database} transform_param { mean_value: [104, 117, 123] }`,
    tops: ['4x3x?x?', '4'],
  },
  {
    shows: 'one mean applies to any number of channels',
    text: `${database} transform_param { mean_value: 104 }`,
    tops: ['4x?x?x?', '4'],
  },
  { shows: 'a known datum', text: database, datum: [3, 256, 320], tops: ['4x3x256x320', '4'] },
  {
    shows: 'a known datum, cropped',
    text: `${database} transform_param { crop_size: 227 }`,
    datum: [3, 256, 320],
    tops: ['4x3x227x227', '4'],
  },
  {
    shows: 'the crop of data_param has no effect in a current layer',
    text: 'data_param { source: "train_lmdb" batch_size: 4 crop_size: 227 }',
    tops: ['4x?x?x?', '4'],
  },
  {
    shows: 'a batch size is required',
    text: 'data_param { source: "train_lmdb" }',
    refused: 'data/batch-zero',
  },
  {
    shows: 'mean_file and mean_value are exclusive',
    text: `${database} ${bothMeans}`,
    refused: 'transform/mean-both',
  },
  { shows: 'has at most two tops', text: database, topNames: ['a', 'b', 'c'], refused: 'net/max-tops' },
]);

const resize = (text: string) => `transform_param { resize_param { ${text} } }`;
const fitSmall = resize('resize_mode: FIT_SMALL_SIZE height: 300 width: 300');

specify('AnnotatedData', [
  { shows: 'images, and a row of 8 per box', text: database, tops: ['4x?x?x?', '1x1x?x8'], ...ssd },
  { shows: 'a third top has no shape', text: database, tops: ['4x?x?x?', '1x1x?x8', 'unshaped'], ...ssd },
  {
    shows: 'warped images have one size',
    text: `${database} ${resize('resize_mode: WARP height: 300 width: 500')}`,
    tops: ['4x?x300x500', '1x1x?x8'],
    ...ssd,
  },
  {
    shows: 'padded images have one size',
    text: `${database} ${resize('resize_mode: FIT_LARGE_SIZE_AND_PAD height: 300 width: 500')}`,
    tops: ['4x?x300x500', '1x1x?x8'],
    ...ssd,
  },
  {
    shows: 'FIT_SMALL_SIZE keeps the aspect ratio',
    text: `data_param { batch_size: 1 } ${fitSmall}`,
    datum: [3, 400, 600],
    tops: ['1x3x300x450'],
    ...ssd,
  },
  {
    shows: 'crop_h and crop_w',
    text: `${database} transform_param { crop_h: 200 crop_w: 100 }`,
    tops: ['4x?x200x100', '1x1x?x8'],
    ...ssd,
  },
  {
    shows: 'crop_size overrides crop_h and crop_w',
    text: `${database} transform_param { crop_size: 50 crop_h: 200 crop_w: 100 }`,
    tops: ['4x?x50x50', '1x1x?x8'],
    ...ssd,
  },
  {
    shows: 'FIT_SMALL_SIZE results in different sizes',
    text: `${database} ${fitSmall}`,
    refused: 'ssd/annotated-fit-small',
    ...ssd,
  },
  {
    shows: 'resizing requires a height',
    text: `${database} ${resize('')}`,
    refused: 'ssd/transform-resize-height',
    ...ssd,
  },
  {
    shows: 'resizing requires a width',
    text: `${database} ${resize('height: 300')}`,
    refused: 'ssd/transform-resize-width',
    ...ssd,
  },
  {
    shows: 'the expansion must exceed the default of 1',
    text: `${database} transform_param { expand_param { prob: 0.5 } }`,
    refused: 'ssd/transform-expand',
    ...ssd,
  },
  { shows: 'a batch size is required', refused: 'data/batch-zero', ...ssd },
]);

specify('VideoData', [
  {
    shows: 'a webcam requires no file',
    text: `data_param { batch_size: 1 } ${resize('height: 300 width: 300')}`,
    datum: [3, 480, 640],
    tops: ['1x3x300x300'],
    ...ssd,
  },
  {
    shows: 'further tops have no shape',
    text: `data_param { batch_size: 2 } ${resize('height: 300 width: 300')}`,
    tops: ['2x3x300x300', '2', 'unshaped', 'unshaped'],
    ...ssd,
  },
  {
    shows: 'a video requires a file',
    text: 'data_param { batch_size: 4 } video_data_param { video_type: VIDEO }',
    refused: 'ssd/video-file',
    ...ssd,
  },
  {
    shows: 'from 2^31 on, skip_frames is negative',
    text: 'data_param { batch_size: 4 } video_data_param { skip_frames: 2147483648 }',
    refused: 'ssd/video-skip-frames',
    ...ssd,
  },
  { shows: 'a batch size is required', refused: 'data/batch-zero', ...ssd },
]);

const images = (text = '') => `image_data_param { source: "list.txt" ${text} }`;

specify('ImageData', [
  {
    shows: 'images are resized to the given size',
    text: images('batch_size: 4 new_height: 32 new_width: 48'),
    tops: ['4x3x32x48', '4'],
  },
  { shows: 'gray images', text: images('is_color: false'), tops: ['1x1x?x?', '1'] },
  { shows: 'the batch is 1 by default', text: images(), tops: ['1x3x?x?', '1'] },
  {
    shows: 'a crop determines height and width',
    text: `${images()} transform_param { crop_size: 28 }`,
    tops: ['1x3x28x28', '1'],
  },
  {
    shows: 'images are resized, then cropped',
    text: `${images('new_height: 32 new_width: 28')} transform_param { crop_size: 28 }`,
    tops: ['1x3x28x28', '1'],
  },
  {
    shows: 'both sizes are set or none',
    text: images('new_height: 32'),
    ...two,
    refused: 'image/new-size-pair',
  },
  { shows: 'a batch size is required', text: images('batch_size: 0'), ...two, refused: 'image/batch' },
  {
    shows: 'the crop height cannot exceed the image',
    text: `${images('new_height: 32 new_width: 48')} transform_param { crop_size: 40 }`,
    ...two,
    refused: 'transform/crop-height',
  },
  {
    shows: 'the crop width cannot exceed the image',
    text: `${images('new_height: 48 new_width: 32')} transform_param { crop_size: 40 }`,
    ...two,
    refused: 'transform/crop-width',
  },
  {
    shows: 'one mean, or one per channel',
    text: `${images()} transform_param { mean_value: [104, 117] }`,
    ...two,
    refused: 'transform/mean-count',
  },
  {
    shows: 'mean_file and mean_value are exclusive',
    text: `${images()} ${bothMeans}`,
    ...two,
    refused: 'transform/mean-both',
  },
  { shows: 'requires two tops', text: images(), topNames: ['data'], refused: 'net/exact-tops' },
]);

const windows = 'window_data_param { source: "windows.txt" batch_size: 4 }';

specify('WindowData', [
  {
    shows: 'windows have the size of the crop',
    text: `${windows} transform_param { crop_size: 227 }`,
    tops: ['4x?x227x227', '4'],
  },
  { shows: 'the crop is required', text: windows, ...two, refused: 'window/crop' },
  {
    shows: 'the crop of window_data_param has no effect in a current layer',
    text: 'window_data_param { source: "windows.txt" batch_size: 4 crop_size: 227 }',
    ...two,
    refused: 'window/crop',
  },
  {
    shows: 'a batch size is required',
    text: 'window_data_param { source: "w" } transform_param { crop_size: 227 }',
    ...two,
    refused: 'data/batch-zero',
  },
  {
    shows: 'mean_file and mean_value are exclusive',
    text: `${windows} ${bothMeans}`,
    ...two,
    refused: 'transform/mean-both',
  },
]);

const hdf5 = 'hdf5_data_param { source: "list.txt" batch_size: 8 }';

specify('HDF5Data', [
  { shows: 'the files determine all axes', text: hdf5, tops: ['?', '?'] },
  {
    shows: 'a known datum shape applies to the first top',
    text: hdf5,
    datum: [3, 32, 32],
    tops: ['8x3x32x32', '8'],
  },
  {
    shows: 'an empty transform_param is rejected',
    text: `${hdf5} transform_param { }`,
    refused: 'hdf5data/transform',
  },
  { shows: 'requires at least one top', text: hdf5, topNames: [], refused: 'net/min-tops' },
]);

specify('HDF5Output', [
  {
    shows: 'writes two blobs',
    bottoms: ['4x3', '4'],
    text: 'hdf5_output_param { file_name: "out.h5" }',
    tops: [],
  },
  { shows: 'a file is required', bottoms: ['4x3', '4'], topNames: [], refused: 'hdf5out/file' },
  { shows: 'requires two bottoms', bottoms: ['4x3'], topNames: [], refused: 'net/exact-bottoms' },
]);

describe('sizes and order', () => {
  specify('AnnotatedData', [
    {
      shows: 'the aspect ratio is computed in 32-bit floats',
      // 300 / 0.6666667 is 450 in floats, 449.99998 in doubles.
      text: `data_param { batch_size: 1 } ${fitSmall}`,
      datum: [3, 600, 400],
      tops: ['1x3x450x300'],
      ...ssd,
    },
    {
      shows: 'the transformation is checked first',
      text: `${database} transform_param { mean_file: "m" mean_value: 1 resize_param { resize_mode: FIT_SMALL_SIZE height: 9 width: 9 } }`,
      refused: 'transform/mean-both',
      ...ssd,
    },
  ]);
  specify('VideoData', [
    {
      shows: 'frames have three channels',
      text: 'data_param { batch_size: 4 } video_data_param { video_type: VIDEO video_file: "a.mp4" }',
      tops: ['4x3x?x?', '4'],
      ...ssd,
    },
  ]);
});

describe('a layer that reads or generates data has a top', () => {
  const texts = {
    Data: 'data_param { batch_size: 2 }',
    DummyData: 'dummy_data_param { shape { dim: 2 } }',
    AnnotatedData: 'data_param { batch_size: 2 }',
    VideoData: 'data_param { batch_size: 2 }',
  };
  for (const [type, text] of Object.entries(texts)) {
    specify(type, [
      { shows: 'no top is too few', dialect: 'ssd', text, topNames: [], refused: 'net/min-tops' },
    ]);
  }
});
