import { add, type Dim, differ, isKnown, mapDim } from '../../shape/dim.ts';
import {
  countOf,
  type Dims,
  formatShape,
  hasRank,
  type Shape,
  shapesDiffer,
  unshaped,
} from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../definition.ts';
import { times, valuesOf } from '../operations.ts';

/** Layers that concatenate or split blobs. */

/** The smallest number of bottoms of a Concat and tops of a Slice. */
function fewestParts(layer: LayerContext): number {
  return layer.acceptsSince('2015-09-03') ? 1 : 2;
}

export const concat: LayerDefinition = {
  type: 'Concat',
  category: 'joining',
  paramField: 'concat_param',
  doc: 'Concatenates its bottoms along one axis, the channels by default; all other axes must match.',
  bottoms: (layer) => ({ min: layer.bottoms.length <= 1 ? fewestParts(layer) : 1 }),
  tops: exactly(1),
  setUp: (layer) => checkCounterpart(layer, 'concat'),
  reshape(layer) {
    const first = layer.dims(0);
    const axis = joinAxis(layer, 'concat');
    const length = layer.bottoms.slice(1).reduce<Dim>((sum, bottom, index) => {
      if (!hasRank(bottom.shape)) return add(sum, bottom.shape);
      checkAgrees(layer, first, index + 1, axis);
      return add(sum, bottom.shape[axis] ?? 0);
    }, first[axis] ?? 0);
    if (layer.bottoms.length === 1) needStorage(layer);
    return [first.with(axis, length)];
  },
};

/**
 * intel/caffe, mkldnn_concat_layer.cpp, also in BVLC's branch intel: flattens images and concatenates them. The axes
 * after the channels may differ and become 1.
 */
export const concatOfFlattened: LayerDefinition = {
  ...concat,
  forks: ['intel', 'opencl'],
  doc: `${concat.doc} With \`per_fla_fuse\`, it flattens each bottom into channels first.`,
  reshape(layer) {
    const axis = joinAxis(layer, 'concat');
    if (axis !== 1 || !layer.params.bool('per_fla_fuse')) return concat.reshape(layer);
    const first = layer.dims(0);
    const channels = layer.bottoms.reduce<Dim>((sum, bottom, index) => {
      if (!hasRank(bottom.shape)) return add(sum, bottom.shape);
      checkAgrees(layer, first, index, axis, axis);
      return add(sum, layer.count(index, axis));
    }, 0);
    return [first.map((dim, i) => (i < axis ? dim : i === axis ? channels : 1))];
  },
};

/** Checks that a bottom has the axes of the first one, and their lengths up to axis `last`, except that of `axis`. */
function checkAgrees(
  layer: LayerContext,
  first: Dims,
  index: number,
  axis: number,
  last = first.length - 1,
): void {
  const dims = layer.dims(index);
  if (dims.length !== first.length) {
    layer.refuse(
      'concat/axes',
      layer.bottomAt(index),
      `All bottoms must have the same number of axes, but ${layer.describeAxes(index)} and ${layer.describeAxes(0)}.`,
    );
  }
  const wrong = dims.findIndex((dim, i) => i !== axis && i <= last && differ(dim, first[i] ?? dim));
  if (wrong < 0) return;
  layer.refuse(
    'concat/shape',
    layer.bottomAt(index),
    `Bottoms must have the same dimensions in all axes except axis ${axis}: ${layer.describe(index)} and ${layer.describe(0)} differ in axis ${wrong}.`,
  );
}

export const slice: LayerDefinition = {
  type: 'Slice',
  category: 'joining',
  paramField: 'slice_param',
  doc: 'Splits its bottom along one axis, the channels by default: at the slice points, or into equal parts.',
  bottoms: exactly(1),
  tops: (layer) => ({ min: layer.topNames.length <= 1 ? fewestParts(layer) : 1 }),
  setUp: (layer) => checkCounterpart(layer, 'slice'),
  reshape(layer) {
    const dims = layer.dims(0);
    const axis = joinAxis(layer, 'slice');
    const length = dims[axis] ?? 1;
    const parts = layer.params.has('slice_point') ? pointParts(layer, length) : equalParts(layer, length);
    const tops = parts.map((part) => dims.with(axis, part));
    if (tops.length === 1) needStorage(layer);
    if (layer.isInPlace() && tops.length > 1) {
      layer.refuse(
        'slice/count',
        layer.topAt(0),
        'Slice does not support in-place computation; give the first top a different name.',
      );
    }
    return tops;
  },
};

function pointParts(layer: LayerContext, length: Dim): Dim[] {
  const points = layer.params.ints('slice_point');
  const at = layer.at('slice_point');
  if (points.length !== layer.topCount - 1) {
    layer.refuse(
      'slice/point-count',
      at,
      `${layer.topCount} tops require ${layer.topCount - 1} slice points, not ${points.length}.`,
    );
  }
  if (isKnown(length) && layer.topCount > length) {
    layer.refuse(
      'slice/too-many-tops',
      at,
      `${layer.topCount} tops cannot share an axis of length ${length}.`,
    );
  }
  const parts = points.map((point, index) => point - (points[index - 1] ?? 0));
  if (parts.some((part) => part <= 0)) {
    layer.refuse(
      'slice/point-order',
      at,
      `Slice points must be greater than 0 and strictly increasing, but are ${points.join(', ')}.`,
    );
  }
  const last = mapDim(length, (total) => total - (points.at(-1) ?? 0));
  if (isKnown(last) && last < 0) {
    layer.refuse(
      'slice/point-beyond',
      at,
      `The last slice point ${points.at(-1)} is after the end of the axis, which has length ${formatShape([length])}.`,
    );
  }
  return [...parts, last];
}

function equalParts(layer: LayerContext, length: Dim): Dim[] {
  if (isKnown(length) && length % layer.topCount !== 0) {
    layer.refuse(
      'slice/even',
      layer.at('axis', 'slice_dim') ?? layer.bottomAt(0),
      `An axis of length ${length} cannot be split evenly into ${layer.topCount} tops; set \`slice_point\`.`,
    );
  }
  return layer.topNames.map(() => mapDim(length, (total) => total / layer.topCount));
}

/** `axis` and its deprecated duplicate (`concat_dim`, `slice_dim`) are mutually exclusive, whatever their values. */
function checkCounterpart(layer: LayerContext, kind: 'concat' | 'slice'): void {
  if (!layer.params.has('axis') || !layer.params.has(`${kind}_dim`)) return;
  layer.refuse(
    `${kind}/axis-exclusive`,
    layer.at(`${kind}_dim`),
    `\`axis\` and the old \`${kind}_dim\` are mutually exclusive.`,
  );
}

function joinAxis(layer: LayerContext, kind: 'concat' | 'slice'): number {
  const old = `${kind}_dim`;
  if (!layer.params.has(old)) return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  const axis = layer.params.int(old);
  if (axis < 0)
    layer.refuse(
      `${kind}/dim-negative`,
      layer.at(old),
      `\`${old}\` is too large: ${layer.describe(0)} has ${layer.dims(0).length} axes.`,
    );
  if (axis >= layer.dims(0).length) {
    layer.refuse(
      `${kind}/dim-range`,
      layer.at(old),
      `\`${old}: ${axis}\` is out of range: ${layer.describe(0)} has ${layer.dims(0).length} axes.`,
    );
  }
  return axis;
}

/** Layers that share their bottom's memory require it to be allocated. */
export function needStorage(layer: LayerContext): void {
  if (countOf(layer.shape(0)) !== 0) return;
  layer.refuse(
    'blob/no-data',
    layer.bottomAt(0),
    `${layer.describe(0)} is empty: it has no memory that ${layer.type} could share.`,
  );
}

export const split: LayerDefinition = {
  type: 'Split',
  sharesData: true,
  category: 'joining',
  doc: 'Copies its bottom to several tops. Caffe inserts such layers automatically for blobs with several consumers.',
  bottoms: exactly(1),
  tops: atLeast(1),
  reshape(layer) {
    if (layer.isInPlace())
      layer.refuse(
        'split/in-place',
        layer.topAt(0),
        'Split does not support in-place computation; give the top a different name.',
      );
    if (layer.shape(0) === unshaped) {
      layer.refuse(
        'split/count',
        layer.bottomAt(0),
        `${layer.describe(0)} has no shape, so it cannot be copied for several consumers.`,
      );
    }
    return layer.topNames.map(() => layer.like(0));
  },
};

export const eltwise: LayerDefinition = {
  type: 'Eltwise',
  category: 'joining',
  paramField: 'eltwise_param',
  doc: 'Adds, multiplies or takes the maximum of bottoms of the same shape, element by element. No broadcasting.',
  bottoms: atLeast(2),
  tops: exactly(1),
  setUp(layer) {
    const coefficients = layer.params.count('coeff');
    if (coefficients > 0 && coefficients !== layer.bottoms.length) {
      layer.refuse(
        'eltwise/coeff-count',
        layer.at('coeff'),
        `${layer.bottoms.length} bottoms require ${layer.bottoms.length} \`coeff\` values or none, not ${coefficients}.`,
      );
    }
    if (coefficients > 0 && layer.params.text('operation') === 'PROD') {
      layer.refuse(
        'eltwise/coeff-prod',
        layer.at('coeff'),
        '`coeff` is only valid for a sum (`operation: SUM`), not for a product.',
      );
    }
  },
  reshape(layer) {
    const known = layer.bottoms.findIndex((bottom) => hasRank(bottom.shape));
    const shape: Shape = layer.like(Math.max(known, 0));
    layer.bottoms.forEach((bottom, index) => {
      if (!shapesDiffer(bottom.shape, shape)) return;
      layer.refuse(
        'eltwise/shape',
        layer.bottomAt(index),
        `All bottoms must have the same shape: ${layer.describe(index)} differs from ${layer.describe(Math.max(known, 0))}.`,
      );
    });
    return [shape];
  },
  operations({ params, bottoms }, tops) {
    const joins = bottoms.length - 1;
    const operation = params.text('operation');
    if (operation === 'PROD') return times({ multiplications: joins }, valuesOf(tops));
    if (operation === 'MAX') return times({ comparisons: joins }, valuesOf(tops));
    const scaled = params.count('coeff') > 0 ? bottoms.length : 0;
    return times({ additions: joins, multiplications: scaled }, valuesOf(tops));
  },
};

export const silence: LayerDefinition = {
  type: 'Silence',
  category: 'joining',
  doc: 'Consumes blobs without any computation, so that Caffe does not report them as outputs.',
  bottoms: atLeast(1),
  tops: exactly(0),
  reshape: () => [],
};

export const filter: LayerDefinition = {
  type: 'Filter',
  category: 'joining',
  doc: 'Keeps the items of its other bottoms for which the last bottom, the selector, is not 0.',
  bottoms: atLeast(2),
  tops: atLeast(1),
  setUp(layer) {
    if (layer.topCount !== layer.bottoms.length - 1) {
      layer.refuse(
        'filter/top-count',
        layer.topAt(0),
        `${layer.bottoms.length} bottoms, including the selector, require ${layer.bottoms.length - 1} tops, not ${layer.topCount}.`,
      );
    }
  },
  reshape(layer) {
    const last = layer.bottoms.length - 1;
    const selector = layer.dims(last);
    if (selector.slice(1).some((dim) => differ(dim, 1))) {
      layer.refuse(
        'filter/selector-shape',
        layer.bottomAt(last),
        `All axes of the selector except the first must be 1, but ${layer.describeShape(last)}.`,
      );
    }
    const items = layer.dim(last, 0);
    for (let index = 0; index < last; index++) {
      if (!differ(layer.dim(index, 0), items)) continue;
      layer.refuse(
        'filter/batch',
        layer.bottomAt(index),
        `${layer.describe(index)} must have the same number of items as the selector ${layer.describe(last)}.`,
      );
    }
    if (countOf(selector) === 0) needSelector(layer, last);
    return layer.topNames.map((_, index) => layer.dims(index).with(0, layer.dim(0, 0)));
  },
};

function needSelector(layer: LayerContext, index: number): void {
  layer.refuse('blob/no-data', layer.bottomAt(index), `The selector ${layer.describe(index)} is empty.`);
}

export const batchReindex: LayerDefinition = {
  type: 'BatchReindex',
  category: 'joining',
  doc: 'Selects and reorders the items of the first bottom by the indices in the second.',
  bottoms: exactly(2),
  tops: exactly(1),
  reshape(layer) {
    const indices = layer.dims(1);
    if (indices.length !== 1) {
      layer.refuse(
        'batchreindex/index-axes',
        layer.bottomAt(1),
        `The indices must have 1 axis, but ${layer.describeAxes(1)}.`,
      );
    }
    return [[indices[0] ?? 1, ...layer.dims(0).slice(1)]];
  },
};
