import { type Dim, mapDim, multiply, product } from '../../../shape/dim.ts';
import { underWindow } from '../../../shape/reach.ts';
import { countOf, type Dims, type Shape } from '../../../shape/shape.ts';
import { convolved, type Window } from '../../../shape/window.ts';
import { checkOutput, convolution, explainConvolved, setUpFilters } from '../../bvlc/convolution.ts';
import type { LayerContext } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';
import { checkFiller } from '../../helpers/filler.ts';
import { kernelFields } from '../../helpers/geometry.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';

/** Convolutions with one filter per channel. */

/** yonghenglh6/DepthwiseConvolution, depthwise_conv_layer.hpp: Caffe's convolution with a different inner loop. */
const depthwiseConvolution: LayerDefinition = {
  ...convolution,
  type: 'DepthwiseConvolution',
  category: 'convolution',
  hasEngine: false,
  doc: 'A Convolution with a fast inner loop for depthwise convolution: as many groups as channels, one filter per channel.',
};

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, base_conv_layer.cpp: as many groups as channels, whatever the text states. */
const groupedByChannel: LayerDefinition = {
  ...convolution,
  type: 'ConvolutionDepthwise',
  forks: ['synopsys'],
  hasEngine: false,
  doc: 'Convolution with as many groups as channels, whatever `group` states.',
  setUp: (layer) => setUpFilters(layer, 'convolution', layer.dim(0, 1)),
};

/** luoyetx/mini-caffe, conv_dw_layer.cpp: ignores the groups and outputs that the text may set. */
const convolutionDepthwise: LayerDefinition = {
  type: 'ConvolutionDepthwise',
  category: 'convolution',
  paramField: 'convolution_param',
  doc: 'Depthwise convolution: one learned filter per channel; always as many outputs as channels.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    checkKernel(layer);
    const [, channels] = imageAxes(layer, 0);
    const weight: Dims = [channels, 1, ...windowsOf(layer).map((window) => window.kernel)];
    if (layer.takesGivenBlobs('weight', 'bias')) return;
    layer.addBlob('weight', weight, `channels of \`${layer.bottoms[0]?.name}\` × 1 × kernel`);
    checkFiller(layer, 'weight_filler', weight, 'weight');
    if (!layer.params.bool('bias_term')) return;
    layer.addBlob('bias', [channels]);
    checkFiller(layer, 'bias_filler', [channels], 'bias');
  },
  reshape(layer) {
    const [num, channels, ...sides] = imageAxes(layer, 0);
    const windows = windowsOf(layer);
    const sizes = windows.map((window, axis) => convolvedSide(sides[axis] ?? 1, window));
    const top = [num, channels, ...sizes];
    checkOutput(layer, top, sizes, sides, windows);
    return [top];
  },
  macs: (layer, tops) => multiply(outputsOf(tops), product(windowsOf(layer).map(({ kernel }) => kernel))),
  reach: (layer) => windowsOf(layer).map(underWindow),
  explain: (layer, tops) => explainDepthwise(layer, tops),
};

function checkKernel(layer: LayerContext): void {
  if (windowsOf(layer).every(({ kernel }) => kernel > 0)) return;
  layer.refuse(
    'fork/depthwise-kernel',
    layer.at(...kernelFields),
    'ConvolutionDepthwise requires a kernel: `kernel_size`, or both `kernel_h` and `kernel_w`.',
  );
}

/** The windows along height and width. A pair of `_h` and `_w` overrides the field without suffix. */
function windowsOf({ params }: LayerContext): readonly [Window, Window] {
  const side = (axis: 0 | 1): Window => {
    const pick = (field: string, pair: string | undefined, otherwise: number) => {
      if (pair && params.has(`${pair}_h`) && params.has(`${pair}_w`)) {
        return params.int(`${pair}_${axis === 0 ? 'h' : 'w'}`);
      }
      const values = params.ints(field);
      return values[axis] ?? values[0] ?? otherwise;
    };
    return {
      kernel: pick('kernel_size', 'kernel', 0),
      stride: pick('stride', 'stride', 1),
      pad: pick('pad', 'pad', 0),
      dilation: pick('dilation', undefined, 1),
    };
  };
  return [side(0), side(1)];
}

function convolvedSide(length: Dim, window: Window): Dim {
  return mapDim(length, (input) => convolved(input, { ...window, stride: Math.max(window.stride, 1) }));
}

function outputsOf([top]: readonly Shape[]): Dim {
  return top ? countOf(top) : 0;
}

function explainDepthwise(layer: LayerContext, [top]: readonly Shape[]): string[] {
  return windowsOf(layer).flatMap((window, axis) => {
    const input = imageAxes(layer, 0)[axis + 2];
    const output = Array.isArray(top) ? (top[axis + 2] as Dim | undefined) : undefined;
    if (typeof input !== 'number' || typeof output !== 'number') return [];
    return [`${explainConvolved(input, window)} = ${output}`];
  });
}

export const depthwiseLayers: readonly LayerDefinition[] = [
  convolutionDepthwise,
  depthwiseConvolution,
  groupedByChannel,
];
