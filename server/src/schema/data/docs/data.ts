import type { SchemaDocs } from '../facts.ts';

const oldTransform = {
  scale: 'Former location of `transform_param.scale`; not read in a `layer`.',
  mean_file: 'Former location of `transform_param.mean_file`; not read in a `layer`.',
  crop_size: 'Former location of `transform_param.crop_size`; not read in a `layer`.',
  mirror: 'Former location of `transform_param.mirror`; not read in a `layer`.',
};

export const dataDocs: SchemaDocs = {
  TransformationParameter: {
    _: 'Preprocessing of images: crop, mirror, mean subtraction, then scaling.',
    scale: 'Factor applied to every value after mean subtraction. 0.00390625 is 1/256.',
    mirror: 'Randomly flips images horizontally.',
    crop_size:
      'Side of a square crop in pixels: random in training, central in testing. 0 disables cropping.',
    mean_file: 'File with a mean image to subtract. Mutually exclusive with `mean_value`.',
    mean_value:
      'Mean to subtract: one for all channels or one per channel. Mutually exclusive with `mean_file`.',
    force_color: 'Decodes encoded images to three channels.',
    force_gray: 'Decodes encoded images to one channel.',
    crop_h: 'Height of the crop in pixels. A non-zero `crop_size` overrides it.',
    crop_w: 'Width of the crop in pixels. A non-zero `crop_size` overrides it.',
    resize_param: 'Resizes images before cropping; requires height and width.',
    noise_param: 'Adds random distortions to images.',
    distort_param: 'Randomly changes brightness, contrast, hue and saturation.',
    expand_param: 'Randomly places the image on a larger canvas, which makes objects smaller.',
    emit_constraint: 'Determines which ground-truth boxes are kept in a crop.',
  },
  DataParameter: {
    _: 'Source of a `Data` layer: a database of Datum records. The first record determines the image size.',
    source: 'Path of the database folder.',
    batch_size: 'Records per batch, the first dimension of both tops; must be positive.',
    rand_skip: 'Deprecated: skips up to this number of records at the start.',
    backend: 'Database format.',
    ...oldTransform,
    force_encoded_color:
      'Requests decoding to color. The transformer reads `transform_param.force_color` instead.',
    prefetch: 'Number of batches loaded ahead. 0 blocks forever.',
  },
  'DataParameter.DB': {
    _: 'Database formats.',
    LEVELDB: 'LevelDB; only one process at a time can open it.',
    LMDB: 'LMDB; several processes can read it at once.',
  },
  DummyDataParameter: {
    _: 'Tops of a `DummyData` layer, which generates its data. Every list has one entry for all tops or one per top.',
    data_filler:
      'How the values are generated. `constant` values are set once, others in every pass. Default: all 0.',
    shape: 'Shape of a top. Mutually exclusive with the four old dimensions.',
    num: 'Old first dimension of a top.',
    channels: 'Old second dimension of a top.',
    height: 'Old third dimension of a top.',
    width: 'Old fourth dimension of a top.',
  },
  HDF5DataParameter: {
    _: 'Source of an `HDF5Data` layer. Its tops are named after the datasets in the files.',
    source: 'Text file that lists one HDF5 path per line.',
    batch_size: 'Rows per batch, the first dimension of every top.',
    shuffle: 'Shuffles the files and the rows within each file.',
  },
  HDF5OutputParameter: {
    _: 'Target of an `HDF5Output` layer.',
    file_name: 'HDF5 file that receives the two bottoms.',
  },
  ImageDataParameter: {
    _: 'Source of an `ImageData` layer: image files with labels.',
    source: 'Text file with one image path and one integer label per line.',
    batch_size: 'Images per batch, the first dimension of both tops.',
    rand_skip: 'Skips a random number of images, at most this many, at the start.',
    shuffle: 'Shuffles the list before each pass over it.',
    new_height: 'Height to resize images to. Set both new sizes or neither.',
    new_width: 'Width to resize images to. Set both new sizes or neither.',
    is_color: 'Loads images with three channels (blue, green, red) instead of one.',
    ...oldTransform,
    root_folder: 'Prefix of every path in the list; must end with a slash.',
  },
  InputParameter: {
    _: 'Shapes of the blobs that the caller of the net fills.',
    shape: 'Shape of a top: one for all tops or one per top.',
  },
  MemoryDataParameter: {
    _: 'Shape of the arrays in memory that a `MemoryData` layer reads. All four values must be positive; cropping does not change them.',
    batch_size: 'Items per batch.',
    channels: 'Number of channels of an item.',
    height: 'Height of an item.',
    width: 'Width of an item.',
  },
  WindowDataParameter: {
    _: 'Source of a `WindowData` layer: windows cropped from images, with foreground and background mixed.',
    source: 'Text file that lists images and their windows: class, overlap and corners.',
    scale: 'Factor applied to every value after mean subtraction.',
    mean_file: oldTransform.mean_file,
    batch_size: 'Windows per batch, the first dimension of both tops.',
    crop_size: oldTransform.crop_size,
    mirror: oldTransform.mirror,
    fg_threshold: 'Minimum overlap with an object for a foreground window.',
    bg_threshold: 'Windows with a smaller overlap are background.',
    fg_fraction: 'Fraction of foreground windows in a batch.',
    context_pad: 'Pixels of context around a window, measured in the final crop.',
    crop_mode: '`warp` stretches the window to the crop; `square` takes the smallest enclosing square.',
    cache_images: 'Caches all image files in memory.',
    root_folder: 'Prefix of every image path.',
  },
  PythonParameter: {
    _: 'The class that a `Python` layer runs. Only that class determines its shapes.',
    module: 'Python module that contains the class; must be on `PYTHONPATH`.',
    layer: 'Name of the class in the module.',
    param_str: 'String that the class can read, often a dictionary or JSON.',
    share_in_parallel: 'Whether several GPUs share one layer object. BVLC no longer reads it.',
  },
  ParameterParameter: {
    _: 'Shape of a `Parameter` layer, whose top is a learnable blob.',
    shape: 'Shape of the parameter and the top; a scalar by default.',
  },
};
