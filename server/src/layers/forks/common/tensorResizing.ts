import { castToInt, type Dim, mapDim, multiply } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { refuseInPlace } from '../../helpers/imageAxes.ts';

/** Resizing of images in either order of axes, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** resize_bilinear_layer.cpp, resize_nearest_neighbor_layer.cpp: a size takes precedence over a factor, in 32-bit floats. */
function resizing(type: string, paramField: string, doc: string): LayerDefinition {
  return {
    type,
    category: 'shape',
    paramField,
    doc: `${doc} \`data_format\` states whether channels are the last axis (NHWC, the default) or the second.`,
    bottoms: exactly(1),
    tops: exactly(1),
    setUp: refuseInPlace,
    reshape(layer) {
      layer.dim(0, 3);
      const format = layer.params.text('data_format');
      const first = format === 'NHWC' ? 1 : 2;
      const top = layer.dims(0).with(first, sizeOf(layer, 'height', first));
      const image = top.with(first + 1, sizeOf(layer, 'width', first + 1)).slice(0, 4);
      const hasDepth = layer.params.descriptor.fields.has('output_depth');
      return [hasDepth && format === 'NCHWD' ? [...image, sizeOf(layer, 'depth', 4)] : image];
    },
  };
}

function sizeOf(layer: LayerContext, side: 'height' | 'width' | 'depth', axis: number): Dim {
  const { params } = layer;
  if (params.has(`output_${side}`)) return params.int(`output_${side}`);
  const scale = params.float(`scale_${side}`);
  return mapDim(layer.dim(0, axis), (length) => castToInt(Math.floor(Math.fround(length * scale))));
}

/** upsample_darknet_layer.cpp. */
const upsampleDarknet: LayerDefinition = {
  type: 'UpsampleDarknet',
  category: 'shape',
  paramField: 'upsample_darknet_param',
  doc: 'Repeats each value `stride` times along the last two axes.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    layer.dim(0, -2);
    const { length } = layer.dims(0);
    const stride = layer.params.int('stride');
    return [layer.dims(0).map((dim, axis) => (axis < length - 2 ? dim : multiply(dim, stride)))];
  },
};

export const tensorResizingLayers: readonly LayerDefinition[] = [
  resizing('ResizeBilinear', 'resize_bilinear_param', 'Resizes images by bilinear interpolation.'),
  resizing(
    'ResizeNearestNeighbor',
    'resize_nearest_neighbor_param',
    'Resizes images by repeating or leaving out positions.',
  ),
  upsampleDarknet,
];
