import { differ } from '../../../shape/dim.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { needAxes } from '../../helpers/imageAxes.ts';

/** Layers of forks that convert colors. */

/** yjxiong/caffe, branch interp, color_conv_layer.cpp. */
const colorConv: LayerDefinition = {
  type: 'ColorConv',
  paramField: 'color_conv_param',
  doc: 'Converts images from one color space to another; Gray has one channel, the others three.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    needAxes(layer, 0, 4, 'fork/color-images');
    const [num = 1, channels = 1, ...size] = layer.dims(0);
    const wanted = channelsOf(layer, 'input');
    if (differ(channels, wanted))
      layer.refuse(
        'fork/color-channels',
        layer.at('input'),
        `\`input: ${layer.params.text('input')}\` requires ${wanted === 1 ? '1 channel' : '3 channels'}, but ${layer.describeShape(0)}.`,
      );
    return [[num, channelsOf(layer, 'output'), ...size]];
  },
};

function channelsOf({ params }: LayerContext, field: 'input' | 'output'): number {
  return params.text(field) === 'Gray' ? 1 : 3;
}

export const colorLayers: readonly LayerDefinition[] = [colorConv];
