import { add, type Dim, isKnown, mapDim, multiply } from '../../shape/dim.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';

/** Spatial pyramid pooling. */

export const spp: LayerDefinition = {
  type: 'SPP',
  category: 'pooling',
  paramField: 'spp_param',
  doc: 'Spatial pyramid pooling: pools into 1×1, 2×2, 4×4, … bins and concatenates the results to a vector of fixed length.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const [, , height, width] = layer.legacy(0);
    for (const [side, length] of [['h', height] as const, ['w', width] as const]) {
      if (length === 0)
        layer.refuse(
          `spp/empty-${side}`,
          layer.bottomAt(0),
          `${layer.describe(0)} has no spatial extent to pool.`,
        );
    }
    const levels = layer.params.int('pyramid_height');
    if (levels === 0)
      layer.refuse(
        'spp/pyramid-zero',
        layer.at('pyramid_height'),
        '`pyramid_height`, the number of levels, is missing or 0.',
      );
    if (layer.dims(0).length !== 4)
      layer.refuse(
        'spp/four-axes',
        layer.bottomAt(0),
        `SPP requires 4 axes (num, channels, height, width), but ${layer.describeAxes(0)}.`,
      );
    if (levels === 1 && !layer.acceptsSince('2015-08-26'))
      layer.refuse(
        'spp/one-level',
        layer.at('pyramid_height'),
        '`pyramid_height` must be 2 or more in this dialect: its internal Concat requires two bottoms.',
      );
    for (let level = 0; level < Math.min(levels, mostLevels); level++)
      checkLevel(layer, height, width, 2 ** level);
  },
  reshape(layer) {
    const [num, channels, height, width] = layer.legacy(0);
    const levels = layer.params.int('pyramid_height');
    if (layer.isInPlace() && levels > 1)
      layer.refuse(
        'spp/four-axes',
        layer.topAt(0),
        'SPP with several levels does not support in-place computation; give the top a different name.',
      );
    if (levels === 1) return [[num, channels, 1, 1]];
    let bins: Dim = 0;
    for (let level = 0; level < Math.min(levels, mostLevels); level++) {
      bins = add(bins, multiply(levelBins(height, 2 ** level), levelBins(width, 2 ** level)));
    }
    return [[num, multiply(channels, bins)]];
  },
};

/** With more levels, the number of bins overflows a 32-bit integer; a blob of known size fails earlier. */
const mostLevels = 31;

/** One axis of one pyramid level: each bin pools the same number of positions (spp_layer.cpp, GetPoolingParam). */
function levelWindow(length: number, bins: number): { kernel: number; pad: number } {
  const kernel = Math.ceil(length / bins);
  return { kernel, pad: Math.trunc((kernel * bins - length + 1) / 2) };
}

function levelBins(length: Dim, bins: number): Dim {
  return mapDim(length, (input) => {
    const { kernel, pad } = levelWindow(input, bins);
    const out = Math.ceil((input + 2 * pad - kernel) / kernel) + 1;
    return pad > 0 && (out - 1) * kernel >= input + pad ? out - 1 : out;
  });
}

function checkLevel(layer: LayerContext, height: Dim, width: Dim, bins: number): void {
  if (!isKnown(height) || !isKnown(width)) return;
  const windows = [levelWindow(height, bins), levelWindow(width, bins)];
  if (windows.every(({ pad }) => pad === 0)) return;
  if (layer.params.text('pool') === 'STOCHASTIC') {
    layer.refuse(
      'spp/stochastic-pad',
      layer.at('pool'),
      `Stochastic pooling does not support padding, but ${height}×${width} is not divisible into ${bins}×${bins} bins.`,
    );
  }
  if (windows.every(({ kernel, pad }) => pad < kernel)) return;
  layer.refuse(
    'spp/pad-kernel',
    layer.at('pyramid_height'),
    `${height}×${width} is too small for the level with ${bins}×${bins} bins: its padding would not be smaller than its pooling window.`,
  );
}
