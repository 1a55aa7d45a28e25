import { type Dim, divide, isKnown, mapDim } from '../../../shape/dim.ts';
import type { Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import type { LayerDefinition } from '../../definition.ts';
import { imageAxes } from '../../helpers/imageAxes.ts';
import { needSize, one, resized } from './resizedImage.ts';

/** Interp: bilinear interpolation to a size, or by factors. */

/** hszhao/PSPNet, interp_layer.cpp; also in hufu6371/DORN and aharley/segaware. */
export const interp: LayerDefinition = {
  type: 'Interp',
  category: 'shape',
  paramField: 'interp_param',
  doc: 'Resizes images by bilinear interpolation with aligned corners: to `height` × `width`, or by integer shrink and zoom factors.',
  bottoms: one,
  tops: one,
  setUp(layer) {
    for (const field of ['pad_beg', 'pad_end']) {
      if (layer.params.int(field) <= 0) continue;
      layer.refuse(
        'fork/interp-pad',
        layer.at(field),
        `\`${field}\` can only crop, so it must be 0 or less.`,
      );
    }
  },
  reshape(layer) {
    const [, , height, width] = imageAxes(layer, 0);
    const rule = interpRule(layer);
    const sizes = [rule(height, 'height'), rule(width, 'width')] as const;
    for (const size of sizes) {
      needSize(layer, 'fork/interp-size', size, 'height', 'width', 'shrink_factor', 'zoom_factor');
    }
    return [resized(layer, ...sizes)];
  },
  explain: (layer, tops) => explainSizes(layer, tops, interpFormula(layer)),
};

type InterpRule = (length: Dim, field: 'height' | 'width') => Dim;

function interpRule(layer: LayerContext): InterpRule {
  const { params } = layer;
  const [shrinks, zooms] = [params.has('shrink_factor'), params.has('zoom_factor')];
  const stated = params.has('height') && params.has('width');
  if (stated && shrinks === zooms) return (_, field) => params.int(field);
  const [shrink, zoom] = [factor(layer, 'shrink_factor'), factor(layer, 'zoom_factor')];
  if (!shrinks && !zooms) {
    layer.refuse(
      'fork/interp-size',
      layer.at('height', 'width'),
      'Interp requires a size: `height` and `width`, `shrink_factor` or `zoom_factor`.',
    );
  }
  const pad = params.int('pad_beg') + params.int('pad_end');
  return (length) => mapDim(length, (input) => divide(input + pad - 1, shrink) * zoom + 1);
}

/** A factor of 1, the default, has no effect. */
function factor(layer: LayerContext, field: 'shrink_factor' | 'zoom_factor'): number {
  const value = layer.params.has(field) ? layer.params.int(field) : 1;
  if (value >= 1) return value;
  return layer.refuse(
    'fork/interp-factor',
    layer.at(field),
    `\`${field}\` must be 1 or more, but is ${value}.`,
  );
}

function interpFormula(layer: LayerContext): ((length: number) => string) | undefined {
  const { params } = layer;
  const [shrinks, zooms] = [params.has('shrink_factor'), params.has('zoom_factor')];
  if (shrinks === zooms && params.has('height') && params.has('width')) return undefined;
  const pad = params.int('pad_beg') + params.int('pad_end');
  return (length) => {
    const steps = `${pad === 0 ? length : `(${length} − ${-pad})`} − 1`;
    const shrunk = shrinks ? `⌊(${steps}) / ${params.int('shrink_factor')}⌋` : `(${steps})`;
    return zooms ? `${shrunk}·${params.int('zoom_factor')} + 1` : `${shrunk} + 1`;
  };
}

function explainSizes(
  layer: LayerContext,
  [top]: readonly Shape[],
  formula: ((length: number) => string) | undefined,
): string[] {
  if (!formula || !top || !Array.isArray(top)) return [];
  return [2, 3].flatMap((axis) => {
    const [input, output] = [imageAxes(layer, 0)[axis], top[axis] as Dim | undefined];
    if (input === undefined || output === undefined || !isKnown(input) || !isKnown(output)) return [];
    return [`${formula(input)} = ${output}`];
  });
}

/** MyCaffe/MyCaffe, InterpLayer.cs: a zoom multiplies the size. */
export const interpOfMyCaffe: LayerDefinition = {
  ...interp,
  forks: ['mycaffe'],
  reshape(layer) {
    if (!layer.params.has('zoom_factor')) return interp.reshape(layer);
    const [, , height, width] = imageAxes(layer, 0);
    const zoom = factor(layer, 'zoom_factor');
    const pad = layer.params.int('pad_beg') + layer.params.int('pad_end');
    const side = (length: Dim) => mapDim(length, (input) => (input + pad) * zoom);
    return [resized(layer, side(height), side(width))];
  },
  explain: () => [],
};
