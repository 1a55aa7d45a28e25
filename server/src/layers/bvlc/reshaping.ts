import { combine, type Dim, divide, isKnown, multiply, product, Unknown } from '../../shape/dim.ts';
import { countOf, type Dims, formatShape, hasRank } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';
import { needStorage } from './joining.ts';

/** Layers that rearrange the values or the axes of one blob. */

export const flatten: LayerDefinition = {
  type: 'Flatten',
  sharesData: true,
  category: 'shape',
  paramField: 'flatten_param',
  doc: 'Merges the axes from `axis` to `end_axis` into one; by default all axes after the batch.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    if (layer.isInPlace() && layer.rejectsSince('2016-01-26'))
      layer.refuse(
        'flatten/in-place',
        layer.topAt(0),
        'Flatten does not support in-place computation; give the top a different name.',
      );
    const dims = layer.dims(0);
    const start = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    const end = layer.canonicalAxis(0, layer.params.int('end_axis'), layer.at('end_axis'));
    if (start > end + 1) {
      layer.refuse(
        'flatten/start-after-end',
        layer.at('axis', 'end_axis'),
        `\`axis\` ${start} is after \`end_axis\` ${end}.`,
      );
    }
    return [[...dims.slice(0, start), product(dims.slice(start, end + 1)), ...dims.slice(end + 1)]];
  },
};

export const reshape: LayerDefinition = {
  type: 'Reshape',
  sharesData: true,
  category: 'shape',
  paramField: 'reshape_param',
  doc: 'Changes the shape but not the number of values: 0 copies an axis, −1 is inferred from the others.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.isInPlace() && layer.rejectsSince('2016-01-26'))
      layer.refuse(
        'reshape/in-place',
        layer.topAt(0),
        'Reshape does not support in-place computation; give the top a different name.',
      );
    if (wanted(layer).filter((dim) => dim === -1).length > 1) {
      layer.refuse(
        'reshape/multiple-infer',
        layer.at('shape'),
        'At most one axis can be −1, which is inferred from the others.',
      );
    }
  },
  reshape(layer) {
    const { start, end } = replacedAxes(layer);
    const dims = layer.dims(0);
    const copied = wanted(layer).map((dim, index) => (dim === 0 ? copyAxis(layer, start + index) : dim));
    const result = inferAxis(layer, [...dims.slice(0, start), ...copied, ...dims.slice(end)], start);
    layer.checkShape(result, `the top \`${layer.topNames[0]}\``, layer.at('shape'));
    // In place, the bottom already has the new shape when Caffe compares the two.
    const before = layer.isInPlace() ? countOf(result) : layer.count(0);
    const after = countOf(result);
    if (isKnown(before) && isKnown(after) && before !== after) {
      refuseCount(layer, result, before, after);
    }
    needStorage(layer);
    return [result];
  },
};

/** The one wrong length, if no other length could make the counts equal. */
function refuseCount(layer: LayerContext, result: Dims, before: number, after: number): never {
  const [entry] = layer.params.list('shape');
  const lengths = layer.params.message('shape').list('dim');
  const fitting = lengths.filter(({ value }) => Number(value) > 0 && (before * Number(value)) % after === 0);
  const [only] = fitting;
  const single = fitting.length === 1 && only && before > 0;
  const help = single ? `; \`dim: ${(before * Number(only.value)) / after}\` would match` : '';
  const message = `${layer.describe(0)} has ${before} values, but ${formatShape(result)} would have ${after}${help}.`;
  return layer.refuse('reshape/count', single ? only : entry, message);
}

function wanted(layer: LayerContext): number[] {
  return layer.params.message('shape').ints('dim');
}

/** The axes of the bottom that `shape` replaces. Unlike elsewhere, axis −1 is the position after the last axis. */
function replacedAxes(layer: LayerContext): { start: number; end: number } {
  const rank = layer.dims(0).length;
  const axis = layer.params.int('axis');
  const start = axis >= 0 ? axis : rank + axis + 1;
  if (start < 0)
    layer.refuse(
      'reshape/axis-low',
      layer.at('axis'),
      `\`axis: ${axis}\` is out of range: ${layer.describe(0)} has ${rank} axes.`,
    );
  if (start > rank)
    layer.refuse(
      'reshape/axis-high',
      layer.at('axis'),
      `\`axis: ${axis}\` is out of range: ${layer.describe(0)} has ${rank} axes.`,
    );
  const count = layer.params.int('num_axes');
  if (count < -1)
    layer.refuse(
      'reshape/num-axes',
      layer.at('num_axes'),
      `\`num_axes\` must be 0 or more, or −1 for all, but is ${count}.`,
    );
  const end = count === -1 ? rank : start + count;
  if (end > rank) {
    layer.refuse(
      'reshape/end-axis',
      layer.at('num_axes'),
      `\`axis\` + \`num_axes\` is ${end}, but ${layer.describe(0)} has ${rank} axes.`,
    );
  }
  return { start, end };
}

function copyAxis(layer: LayerContext, axis: number): Dim {
  const dim = layer.dims(0)[axis];
  return (
    dim ??
    layer.refuse(
      'reshape/copy-axis',
      layer.at('shape'),
      `\`dim: 0\` copies axis ${axis}, which ${layer.describe(0)} does not have.`,
    )
  );
}

function inferAxis(layer: LayerContext, dims: Dims, start: number): Dims {
  const index = wanted(layer).indexOf(-1);
  if (index < 0) return dims;
  const rest = product(dims.filter((_, axis) => axis !== start + index));
  const total = layer.count(0);
  if (rest === 0)
    layer.refuse(
      'reshape/infer-zero',
      layer.at('shape'),
      'With an axis of size 0, −1 cannot be inferred: Caffe crashes with a division by zero.',
    );
  if (isKnown(rest) && isKnown(total) && total % rest !== 0) {
    layer.refuse(
      'reshape/infer-divisible',
      layer.at('shape'),
      `The ${total} values of ${layer.describe(0)} are not divisible by ${rest}, the product of the other axes.`,
    );
  }
  return dims.with(start + index, inferred(layer, dims, start + index));
}

/** Unknown axes that are unchanged on both sides cancel out, so −1 is often known although the batch size is not. */
function inferred(layer: LayerContext, dims: Dims, axis: number): Dim {
  const rest = dims.filter((_, i) => i !== axis);
  const total = [...layer.dims(0)];
  for (const dim of rest.filter((dim) => dim instanceof Unknown)) {
    const same = total.indexOf(dim);
    if (same < 0) return dim;
    total.splice(same, 1);
    rest.splice(rest.indexOf(dim), 1);
  }
  return combine(product(total), product(rest), divide);
}

export const crop: LayerDefinition = {
  type: 'Crop',
  category: 'shape',
  paramField: 'crop_param',
  doc: 'Crops the first bottom to the size of the second from `axis` on, starting at the offsets.',
  bottoms: exactly(2),
  tops: exactly(1),
  setUp(layer) {
    const axis = cropAxis(layer);
    const offsets = layer.params.count('offset');
    const cropped = layer.dims(0).length - axis;
    if (offsets > 1 && offsets !== cropped) {
      layer.refuse(
        'crop/offset-count',
        layer.at('offset'),
        `\`offset\` must be set once, or once for each of the ${cropped} cropped axes, but is set ${offsets} times.`,
      );
    }
  },
  reshape(layer) {
    const [dims, reference] = [layer.dims(0), layer.dims(1)];
    const axis = cropAxis(layer);
    const offsets = layer.params.ints('offset');
    const sizes = dims.slice(axis).map((dim, index) => {
      const size = reference[axis + index];
      if (size === undefined) {
        return layer.refuse(
          'crop/reference-axes',
          layer.bottomAt(1),
          `${layer.describe(1)} must have the axes to which ${layer.describe(0)} is cropped.`,
        );
      }
      const offset = offsets.length > 1 ? (offsets[index] ?? 0) : (offsets[0] ?? 0);
      checkCrop(layer, axis + index, dim, size, offset);
      return size;
    });
    return [[...dims.slice(0, axis), ...sizes]];
  },
  reach(layer, index) {
    if (index > 0) return 'none';
    const axis = cropAxis(layer);
    const offsets = layer.params.ints('offset');
    return layer
      .dims(0)
      .slice(2)
      .map((_, index) => {
        const start =
          index + 2 < axis ? 0 : ((offsets.length > 1 ? offsets[index + 2 - axis] : offsets[0]) ?? 0);
        return { size: 1, stride: 1, start };
      });
  },
};

function cropAxis(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'crop/axis-range');
}

function checkCrop(layer: LayerContext, axis: number, length: Dim, size: Dim, offset: number): void {
  if (!isKnown(length) || !isKnown(size) || length - offset >= size) return;
  layer.refuse(
    'crop/bounds',
    layer.at('offset') ?? layer.bottomAt(0),
    `Axis ${axis} of ${layer.describe(0)} has length ${length}, but offset ${offset} plus the length ${size} of ${layer.describe(1)} is ${offset + size}${length >= size ? `; the offset must be at most ${length - size}` : ''}.`,
  );
}

export const tile: LayerDefinition = {
  type: 'Tile',
  category: 'shape',
  paramField: 'tile_param',
  doc: 'Repeats its bottom `tiles` times along one axis.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'tile/axis-range');
    if (!layer.params.has('tiles'))
      layer.refuse('tile/tiles-missing', layer.at(), '`tiles`, the number of copies, is missing.');
    const tiles = layer.params.int('tiles');
    if (tiles === 0)
      layer.refuse('tile/tiles-positive', layer.at('tiles'), '`tiles` must be 1 or more, but is 0.');
    const dims = layer.dims(0);
    if (tiles < 0 && dims[axis] !== 0)
      layer.refuse('tile/tiles-negative', layer.at('tiles'), `\`tiles\` must be 1 or more, but is ${tiles}.`);
    return [dims.with(axis, multiply(dims[axis] ?? 1, tiles))];
  },
};

/** SSD's permute_layer.cpp. Set-up shapes the top before Reshape reads the bottom: in place, the axes move twice. */
export const permute: LayerDefinition = {
  type: 'Permute',
  category: 'shape',
  paramField: 'permute_param',
  doc: 'Permutes the axes; axes not listed in `order` follow in their original order.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp: checkOrder,
  reshape(layer) {
    const dims = layer.dims(0);
    const order = layer.params.ints('order');
    const rest = dims.map((_, axis) => axis).filter((axis) => !order.includes(axis));
    const permuted = (shape: Dims) => [...order, ...rest].map((axis) => shape[axis] ?? 1);
    return [layer.isInPlace() ? permuted(permuted(dims)) : permuted(dims)];
  },
};

/** A duplicate axis is rejected even if the number of axes is unknown. */
function checkOrder(layer: LayerContext): void {
  const shape = layer.shape(0);
  const rank = hasRank(shape) ? shape.length : undefined;
  const order = layer.params.ints('order');
  order.forEach((axis, index) => {
    if (rank !== undefined && axis >= rank) {
      layer.refuse(
        'ssd/permute-order-range',
        layer.params.list('order')[index],
        `\`order: ${axis}\` is out of range: ${layer.describe(0)} has ${rank} axes.`,
      );
    }
    if (order.indexOf(axis) < index) {
      layer.refuse(
        'ssd/permute-duplicate',
        layer.params.list('order')[index],
        `\`order\` contains axis ${axis} twice.`,
      );
    }
  });
  const negative = order.findIndex((axis) => axis < 0);
  if (negative < 0) return;
  layer.refuse(
    'ssd/permute-count',
    layer.params.list('order')[negative],
    rank === undefined
      ? 'Each `order` must be an axis index, counted from 0.'
      : `Each \`order\` must be one of the ${rank} axes, 0 to ${rank - 1}.`,
  );
}
