import { castToInt, type Dim, differ, mapDim, multiply } from '../../../shape/dim.ts';
import { insideWindows, type Reach } from '../../../shape/reach.ts';
import { hasRank, type Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, between, exactly, type LayerDefinition } from '../../definition.ts';
import { checkSameAxes, imageAxes } from '../../helpers/imageAxes.ts';
import { interp, interpOfMyCaffe } from './interp.ts';
import { needSize, one, resized } from './resizedImage.ts';

/** Layers of forks that change the height and width of images. */

/** eric612/MobileNet-YOLO, upsample_layer.cpp. */
const upsample: LayerDefinition = {
  type: 'Upsample',
  category: 'shape',
  paramField: 'upsample_param',
  doc: 'Repeats each value `scale` times along the last two axes.',
  bottoms: between(1, 1),
  tops: one,
  reshape(layer) {
    const dims = layer.dims(0);
    const scale = layer.params.int('scale');
    layer.dim(0, -2);
    return [dims.map((dim, axis) => (axis < dims.length - 2 ? dim : multiply(dim, scale)))];
  },
  reach: ({ params }) => repeated(params.int('scale')),
};

/** Each position reads the one that it repeats, as in a deconvolution with windows side by side. */
function repeated(scale: number): readonly Reach[] {
  const reach = insideWindows({ kernel: scale, stride: scale, pad: 0, dilation: 1 });
  return [reach, reach];
}

/** alexgkendall/caffe-segnet, upsample_layer.cpp; also in huangyangyu/SeqFace. */
const upsampleByMask: LayerDefinition = {
  type: 'Upsample',
  category: 'shape',
  forks: ['segnet', 'seqface', 'synopsys', 'enet', 'deepdetect'],
  paramField: 'upsample_param',
  doc: 'Restores the values of a pooled image to their original positions, which the second bottom has: the mask from the second top of the pooling. All other values are 0.',
  bottoms: exactly(2),
  tops: one,
  setUp: checkUpsample,
  reshape(layer) {
    needImages(layer, 0);
    needImages(layer, 1);
    checkSameAxes(layer, 1, 'fork/upsample-mask', ['num', 'channels', 'height', 'width']);
    return [upsampledImage(layer)];
  },
};

function needImages(layer: LayerContext, index: number): void {
  const shape = layer.shape(index);
  if (!hasRank(shape) || shape.length === 4) return;
  layer.refuse(
    'fork/upsample-axes',
    layer.bottomAt(index),
    `Upsample requires 4 axes (num, channels, height, width), but ${layer.describeAxes(index)}.`,
  );
}

/** sophgo/caffe, upsample_layer.cpp: without a mask, values are repeated. */
const upsampleWithOrWithoutMask: LayerDefinition = {
  ...upsampleByMask,
  forks: ['sophgo'],
  bottoms: between(1, 2),
  reshape: (layer) => (layer.bottoms.length === 2 ? upsampleByMask.reshape(layer) : [upsampledImage(layer)]),
};

/** Huawei's Ascend processors: `scale` is a factor of the values, and `stride` that of the size. */
const upsampleByStride: LayerDefinition = {
  ...upsample,
  forks: ['ascend'],
  doc: 'Repeats each value `stride` times along the last two axes.',
  reshape(layer) {
    const [, , height, width] = imageAxes(layer, 0);
    const { params } = layer;
    const strideOf = (side: string) => params.int(params.has('stride') ? 'stride' : side);
    return [resized(layer, multiply(height, strideOf('stride_h')), multiply(width, strideOf('stride_w')))];
  },
  reach: undefined,
};

function upsampledImage(layer: LayerContext): Shape {
  const [, , height, width] = imageAxes(layer, 0);
  return resized(layer, upsampled(layer, height, 'h'), upsampled(layer, width, 'w'));
}

function checkUpsample(layer: LayerContext): void {
  const { params } = layer;
  if (params.has('upsample_h') && params.has('upsample_w')) {
    needLarger(layer, 'upsample_h', 'upsample_w');
    return;
  }
  const [h, w] = [params.has('scale_h'), params.has('scale_w')];
  if (h !== w || (h && params.has('scale'))) {
    layer.refuse(
      'fork/upsample-size',
      layer.at('scale_h', 'scale_w', 'scale'),
      'Set `upsample_h` and `upsample_w`, `scale`, or `scale_h` and `scale_w`.',
    );
  }
  needLarger(layer, ...(h ? ['scale_h', 'scale_w'] : ['scale']));
  for (const side of ['h', 'w'] as const) {
    if (!params.bool(`pad_out_${side}`) || scaleOf(layer, side) === 2) continue;
    layer.refuse(
      'fork/upsample-pad',
      layer.at(`pad_out_${side}`),
      `\`pad_out_${side}\` requires a scale of 2.`,
    );
  }
}

function needLarger(layer: LayerContext, ...fields: readonly string[]): void {
  for (const field of fields) {
    if (layer.params.int(field) > 1) continue;
    layer.refuse(
      'fork/upsample-factor',
      layer.at(field),
      `\`${field}\` must be 2 or more, but is ${layer.params.int(field)}.`,
    );
  }
}

function scaleOf({ params }: LayerContext, side: 'h' | 'w'): number {
  return params.int(params.has('scale_h') ? `scale_${side}` : 'scale');
}

function upsampled(layer: LayerContext, length: Dim, side: 'h' | 'w'): Dim {
  const { params } = layer;
  if (params.has('upsample_h') && params.has('upsample_w')) return params.int(`upsample_${side}`);
  const missing = params.bool(`pad_out_${side}`) ? 1 : 0;
  return mapDim(length, (input) => input * scaleOf(layer, side) - missing);
}

/** huangyangyu/SeqFace, unpooling_layer.cpp. */
const unpooling: LayerDefinition = {
  type: 'Unpooling',
  category: 'pooling',
  paramField: 'unpooling_param',
  doc: 'Spreads each value over a window of a larger image: the inverse of pooling.',
  bottoms: exactly(1),
  tops: atLeast(1),
  setUp(layer) {
    const { params } = layer;
    const bySides = params.has('unpool_h') && params.has('unpool_w');
    const bySize = params.has('unpool_size') && !params.has('unpool_h') && !params.has('unpool_w');
    if (bySize || (bySides && !params.has('unpool_size'))) return;
    layer.refuse(
      'fork/unpooling-size',
      layer.at('unpool_size', 'unpool_h', 'unpool_w'),
      'The size of the larger image is missing: set `unpool_size`, or `unpool_h` and `unpool_w`.',
    );
  },
  reshape(layer) {
    const side = (name: 'h' | 'w') =>
      layer.params.int(layer.params.has('unpool_size') ? 'unpool_size' : `unpool_${name}`);
    return [resized(layer, side('h'), side('w'))];
  },
};

/** HyeonwooNoh/caffe, unpooling_layer.cpp: the size is stated beside the window. */
const unpoolingByMask: LayerDefinition = {
  ...unpooling,
  forks: ['deconvnet'],
  doc: 'Restores the values of a pooled image to the positions in the mask of the pooling, the second bottom, or repeats or averages them. All other values are 0.',
  bottoms: ({ params }) => ({ min: 1, max: params.text('unpool') === 'MAX' ? 2 : 1 }),
  tops: one,
};

/** BestSonny/SSTD, mask_resize_layer.cpp: a factor takes precedence over a size, in 32-bit floats. */
const maskResize: LayerDefinition = {
  type: 'MaskResize',
  category: 'shape',
  paramField: 'mask_resize_param',
  doc: 'Resizes masks by bilinear interpolation, to a size or by a factor.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  setUp(layer) {
    for (const field of ['output_height', 'output_width']) {
      if (layer.params.int(field) > 0) continue;
      layer.refuse(
        'fork/mask-size',
        layer.at(field),
        `MaskResize requires a positive \`${field}\`, even if a factor overrides it.`,
      );
    }
  },
  reshape(layer) {
    const [, , height, width] = imageAxes(layer, 0);
    const side = (length: Dim, name: 'height' | 'width') => {
      const scale = layer.params.float(`factor_${name}`);
      return scale > 0 ? scaled(length, scale) : layer.params.int(`output_${name}`);
    };
    return [resized(layer, side(height, 'height'), side(width, 'width'))];
  },
};

function scaled(length: Dim, scale: number): Dim {
  return mapDim(length, (input) => Math.trunc(Math.fround(input * scale)));
}

/** CMU-Perceptual-Computing-Lab/caffe_rtpose, imresize_layer.cpp: merges images of several scales. */
const imResize: LayerDefinition = {
  type: 'ImResize',
  category: 'shape',
  paramField: 'imresize_param',
  doc: 'Resizes the heat maps of several scales by bicubic interpolation, by `factor` or to a size, and averages them.',
  bottoms: one,
  tops: one,
  reshape(layer) {
    const { params } = layer;
    const dims = layer.dims(0);
    layer.dim(0, 3);
    const scale = params.float('factor');
    const side = (axis: number, name: 'height' | 'width') =>
      scale === 0 ? params.int(`target_spatial_${name}`) : scaled(dims[axis] ?? 1, scale);
    return [[1, dims[1] ?? 1, side(2, 'height'), side(3, 'width'), ...dims.slice(4)]];
  },
};

/** lmb-freiburg/flownet2, resample_layer.cpp. */
const resample: LayerDefinition = {
  type: 'Resample',
  category: 'shape',
  paramField: 'resample_param',
  doc: 'Resizes images to `height` × `width`, or to the size of a second bottom.',
  bottoms: between(1, 2),
  tops: one,
  reshape: (layer) => resizedToReference(layer, 'height', 'width'),
};

/** lmb-freiburg/flownet2, downsample_layer.cpp. */
const downsample: LayerDefinition = {
  type: 'Downsample',
  category: 'shape',
  paramField: 'downsample_param',
  doc: 'Shrinks images to `top_height` × `top_width`, or to the size of a second bottom, by weighted means.',
  bottoms: between(1, 2),
  tops: one,
  reshape: (layer) => resizedToReference(layer, 'top_height', 'top_width'),
};

function resizedToReference(layer: LayerContext, height: string, width: string): Shape[] {
  const [, , likeHeight, likeWidth] = imageAxes(layer, 1);
  const sizes =
    layer.bottoms.length === 2
      ? ([likeHeight, likeWidth] as const)
      : ([layer.params.int(height), layer.params.int(width)] as const);
  for (const size of sizes) needSize(layer, 'fork/resample-size', size, height, width);
  return [resized(layer, ...sizes)];
}

/** SeokjuLee/VPGNet, tiling_layer.cpp. */
const tiling: LayerDefinition = {
  type: 'Tiling',
  category: 'shape',
  paramField: 'tiling_param',
  doc: 'Merges groups of `tile_dim`² channels into one channel with `tile_dim` times the height and width.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.params.int('tile_dim') > 0) return;
    layer.refuse(
      'fork/tiling-dim',
      layer.at('tile_dim'),
      `Tiling requires a \`tile_dim\` of 1 or more, but it is ${layer.params.int('tile_dim')}.`,
    );
  },
  reshape(layer) {
    const [num, channels, height, width] = imageAxes(layer, 0);
    const tile = layer.params.int('tile_dim');
    if (
      differ(
        mapDim(channels, (count) => count % tile ** 2),
        0,
      )
    ) {
      layer.refuse(
        'fork/tiling-channels',
        layer.at('tile_dim'),
        `The channels of ${layer.describe(0)} are not divisible into groups of \`tile_dim\`² = ${tile ** 2}.`,
      );
    }
    return [
      [num, mapDim(channels, (count) => count / tile ** 2), multiply(height, tile), multiply(width, tile)],
    ];
  },
};

/** happynear/caffe-windows, resize_layer.cpp. */
const resize: LayerDefinition = {
  type: 'Resize',
  category: 'shape',
  paramField: 'resize_param',
  doc: 'Resizes images by bilinear interpolation to `height` × `width`, or with `is_pyramid_test`, by two factors.',
  bottoms: one,
  tops: one,
  setUp(layer) {
    for (const field of resizeFields(layer)) {
      if (layer.params.has(field)) continue;
      layer.refuse('fork/resize-fields', layer.at(field), `Resize requires \`${field}\`.`);
    }
  },
  reshape(layer) {
    const [first, second] = resizeFields(layer);
    const [, , height, width] = imageAxes(layer, 0);
    const size = (length: Dim, field: string) =>
      layer.params.bool('is_pyramid_test')
        ? mapDim(length, (input) => castToInt(Math.fround(layer.params.float(field) * input)))
        : layer.params.int(field);
    const top = resized(layer, size(height, first), size(width, second));
    layer.checkShape(top, 'the resized image', layer.at(first, second));
    return [top];
  },
};

function resizeFields({ params }: LayerContext): readonly [string, string] {
  return params.bool('is_pyramid_test') ? ['out_height_scale', 'out_width_scale'] : ['height', 'width'];
}

export const resizingLayers: readonly LayerDefinition[] = [
  downsample,
  imResize,
  interp,
  interpOfMyCaffe,
  maskResize,
  resample,
  resize,
  tiling,
  unpooling,
  unpoolingByMask,
  upsample,
  upsampleByMask,
  upsampleByStride,
  upsampleWithOrWithoutMask,
];
