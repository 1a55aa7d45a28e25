import { add, differ, divide, isKnown, mapDim, multiply } from '../../../shape/dim.ts';
import { type Dims, formatShape, shapesDiffer } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { refuseInPlace } from '../../helpers/imageAxes.ts';

/** Layers that add, remove, repeat or select parts of axes, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** A layer of one bottom that changes the number or lengths of the axes. */
function reshaping(
  type: string,
  doc: string,
  more: Omit<LayerDefinition, 'type' | 'doc' | 'bottoms' | 'tops'> & Partial<LayerDefinition>,
): LayerDefinition {
  return { type, category: 'shape', doc, bottoms: exactly(1), tops: exactly(1), ...more };
}

/** squeeze_layer.cpp. */
const squeeze = reshaping('Squeeze', 'Removes axes of length 1: those that `axis` lists, or all of them.', {
  forks: ['synopsys'],
  paramField: 'squeeze_param',
  sharesData: true,
  reshape(layer) {
    refuseInPlace(layer);
    const dims = layer.dims(0);
    const axes = layer.params.ints('axis').map((axis, index) => squeezedAxis(layer, axis, index));
    return [dims.filter((dim, axis) => dim !== 1 || (axes.length > 0 && !axes.includes(axis)))];
  },
});

function squeezedAxis(layer: LayerContext, axis: number, index: number): number {
  const at = layer.params.list('axis')[index];
  const own = layer.canonicalAxis(0, axis, at);
  if (differ(layer.dim(0, own), 1))
    layer.refuse(
      'fork/squeeze-axis',
      at,
      `Only axes of length 1 can be removed, but axis ${axis} of ${layer.describe(0)} is longer.`,
    );
  return own;
}

/** expand_dims_nd_layer.cpp. */
const expandDims = reshaping('ExpandDimsND', 'Inserts axes of length 1 at the positions that `axis` lists.', {
  paramField: 'expand_dims_nd_param',
  sharesData: true,
  reshape(layer) {
    refuseInPlace(layer);
    return [
      layer.params.ints('axis').reduce<Dims>((dims, axis, index) => {
        if (axis > layer.dims(0).length)
          layer.refuse(
            'blob/axis-range',
            layer.params.list('axis')[index],
            `\`axis: ${axis}\` is out of range: ${layer.describe(0)} has ${layer.dims(0).length} axes.`,
          );
        const at = axis < 0 ? layer.canonicalAxis(0, axis, layer.params.list('axis')[index]) + 1 : axis;
        return dims.toSpliced(at + index, 0, 1);
      }, layer.dims(0)),
    ];
  },
});

/** pad_layer.cpp, mirror_pad_layer.cpp. */
function padding(type: string, paramField: string, doc: string): LayerDefinition {
  return reshaping(type, doc, {
    paramField,
    setUp(layer) {
      const [count, rank] = [layer.params.count('paddings'), layer.dims(0).length];
      if (count === 2 * rank) return;
      layer.refuse(
        'fork/paddings-count',
        layer.at('paddings'),
        `${layer.describe(0)} requires ${2 * rank} \`paddings\`, two for each axis, not ${count}.`,
      );
    },
    reshape(layer) {
      const paddings = layer.params.ints('paddings');
      return [
        layer.dims(0).map((dim, axis) => add(dim, (paddings[2 * axis] ?? 0) + (paddings[2 * axis + 1] ?? 0))),
      ];
    },
  });
}

/** tile_nd_layer.cpp. */
const tileND = reshaping('TileND', 'Repeats the blob along each axis as many times as `multiples` states.', {
  paramField: 'tile_nd_param',
  setUp(layer) {
    const multiples = layer.params.ints('multiples');
    if (multiples.length === layer.dims(0).length && multiples.every((count) => count > 0)) return;
    layer.refuse(
      'fork/tile-count',
      layer.at('multiples'),
      `\`multiples\` must have one positive value for each of the ${layer.dims(0).length} axes of ${layer.describe(0)}.`,
    );
  },
  reshape(layer) {
    const multiples = layer.params.ints('multiples');
    return [layer.dims(0).map((dim, axis) => multiply(dim, multiples[axis] ?? 1))];
  },
});

/** stack_layer.cpp. */
const stack = reshaping('Stack', 'Joins blobs of the same shape along a new axis.', {
  category: 'joining',
  paramField: 'stack_param',
  bottoms: atLeast(1),
  reshape(layer) {
    const dims = layer.dims(0);
    const axis = layer.params.int('axis');
    const rank = dims.length + 1;
    if (axis < -rank || axis >= rank)
      layer.refuse(
        'blob/axis-range',
        layer.at('axis'),
        `\`axis: ${axis}\` is out of range: the top has ${rank} axes.`,
      );
    layer.bottoms.forEach((bottom, index) => {
      if (!shapesDiffer(bottom.shape, dims)) return;
      layer.refuse(
        'fork/same-count',
        layer.bottomAt(index),
        `All bottoms must have the same shape: ${layer.describe(index)} differs from ${layer.describe(0)}.`,
      );
    });
    return [dims.toSpliced(axis < 0 ? axis + rank : axis, 0, layer.bottoms.length)];
  },
});

/** unstack_layer.cpp. */
const unstack = reshaping(
  'Unstack',
  'Splits one axis into its positions, one for each top, and removes it.',
  {
    category: 'joining',
    paramField: 'unstack_param',
    tops: atLeast(1),
    reshape(layer) {
      const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
      return layer.topNames.map(() => layer.dims(0).toSpliced(axis, 1));
    },
  },
);

/** gather_layer.cpp: a `shape` of 0 means a single index, whose axis is removed. */
const gather = reshaping('Gather', 'Selects positions of one axis by the indices in the layer.', {
  forks: ['synopsys'],
  paramField: 'gather_param',
  reshape(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    const shape = layer.params.ints('shape');
    const isSingle = shape.length === 1 && shape[0] === 0;
    return [layer.dims(0).toSpliced(axis, 1, ...(isSingle ? [] : shape))];
  },
});

/** gather_v2_layer.cpp. */
const gatherV2 = reshaping('GatherV2', 'Selects positions of one axis by the indices in the second bottom.', {
  paramField: 'gather_v2_param',
  bottoms: exactly(2),
  reshape(layer) {
    const axis = layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
    return [layer.dims(0).toSpliced(axis, 1, ...layer.dims(1))];
  },
});

/** one_hot_layer.cpp. */
const oneHot = reshaping(
  'OneHot',
  'Replaces each index by a vector of `depth` values that is set at the index.',
  {
    forks: ['synopsys'],
    paramField: 'one_hot_param',
    reshape(layer) {
      const [dims, axis] = [layer.dims(0), layer.params.int('axis')];
      if (axis < -1 || axis > dims.length)
        layer.refuse(
          'blob/axis-range',
          layer.at('axis'),
          `\`axis: ${axis}\` is out of range: the top has ${dims.length + 1} axes.`,
        );
      return [dims.toSpliced(axis === -1 ? dims.length : axis, 0, layer.params.int('depth'))];
    },
  },
);

/** shape_layer.cpp. */
const shapeLayer = reshaping('Shape', 'The lengths of the axes of its bottom as values.', {
  reshape: (layer) => [[layer.dims(0).length]],
});

/** space_to_batch_nd_layer.cpp. */
const spaceToBatch = reshaping(
  'SpaceToBatchND',
  'Pads axes, divides them into blocks, and moves the positions of a block to the batch.',
  {
    paramField: 'space_to_batch_nd_param',
    setUp(layer) {
      const padded = paddedAxes(layer, 'paddings', 1);
      const blocks = layer.params.ints('block_shape');
      const wrong = blocks.findIndex((block, index) => {
        const length = padded[index + 1] ?? 1;
        return block === 0 || (isKnown(length) && length % block !== 0);
      });
      if (wrong < 0) return;
      layer.refuse(
        'fork/block-shape',
        layer.params.list('block_shape')[wrong],
        `\`block_shape: ${blocks[wrong]}\` does not divide axis ${wrong + 1} of ${layer.describe(0)} with its padding.`,
      );
    },
    reshape(layer) {
      const blocks = layer.params.ints('block_shape');
      const batch = blocks.reduce(multiply, layer.dim(0, 0));
      return [
        paddedAxes(layer, 'paddings', 1)
          .map((dim, axis) => mapDim(dim, (length) => divide(length, blocks[axis - 1] ?? 1)))
          .with(0, batch),
      ];
    },
  },
);

/** batch_to_space_nd_layer.cpp. */
const batchToSpace = reshaping(
  'BatchToSpaceND',
  'Moves items of the batch to blocks of positions, and crops the axes: the inverse of SpaceToBatchND.',
  {
    paramField: 'batch_to_space_nd_param',
    reshape(layer) {
      const blocks = layer.params.ints('block_shape');
      const zero = blocks.indexOf(0);
      if (zero >= 0)
        layer.refuse(
          'fork/block-shape',
          layer.params.list('block_shape')[zero],
          '`block_shape` must be 1 or more on each axis.',
        );
      const items = blocks.reduce(
        (batch, block) => mapDim(batch, (count) => divide(count, block)),
        layer.dim(0, 0),
      );
      const grown = layer.dims(0).map((dim, axis) => multiply(dim, blocks[axis - 1] ?? 1));
      return [paddedAxes(layer, 'crops', -1, grown).with(0, items)];
    },
  },
);

/** The axes after the first with `sign` times their two values of a field added. */
function paddedAxes(layer: LayerContext, field: string, sign: 1 | -1, dims: Dims = layer.dims(0)): Dims {
  const values = layer.params.ints(field);
  const count = layer.params.count('block_shape');
  return dims.map((dim, axis) => {
    if (axis === 0 || axis > count) return dim;
    return add(dim, sign * ((values[2 * axis - 2] ?? 0) + (values[2 * axis - 1] ?? 0)));
  });
}

/** depth_to_space_layer.cpp, space_to_depth_layer.cpp. */
function blocks(type: string, paramField: string, doc: string, toSpace: boolean): LayerDefinition {
  return reshaping(type, doc, {
    paramField,
    setUp: refuseInPlace,
    reshape(layer) {
      const size = layer.params.int('block_size');
      const channelAxis = layer.params.text('data_format') === 'NHWC' ? 3 : 1;
      layer.dim(0, 3);
      const top = layer.dims(0).map((dim, axis) => {
        if (axis === 0 || axis > 3) return dim;
        const factor = axis === channelAxis ? size * size : size;
        const grows = (axis === channelAxis) !== toSpace;
        return grows ? multiply(dim, factor) : mapDim(dim, (length) => divide(length, Math.max(factor, 1)));
      });
      const [before, after] = [layer.count(0), top.reduce(multiply, 1)];
      if (differ(before, after))
        layer.refuse(
          'fork/block-size',
          layer.at('block_size'),
          `\`block_size: ${size}\` does not divide the axes of ${layer.describe(0)}: the top would be ${formatShape(top)}.`,
        );
      return [top];
    },
  });
}

/** reverse_layer.cpp: several axes. */
const reverse = reshaping('Reverse', 'Reverses the order of the values along axes.', {
  forks: ['synopsys'],
  paramField: 'reverse_param',
  setUp(layer) {
    layer.params.ints('axis').forEach((axis, index) => {
      layer.canonicalAxis(0, axis, layer.params.list('axis')[index]);
    });
  },
  reshape: (layer) => [layer.like(0)],
});

export const tensorLayers: readonly LayerDefinition[] = [
  batchToSpace,
  blocks(
    'DepthToSpace',
    'depth_to_space_param',
    'Moves `block_size`² channels to a square of positions.',
    true,
  ),
  blocks(
    'SpaceToDepth',
    'space_to_depth_param',
    'Moves each square of `block_size`² positions to channels.',
    false,
  ),
  expandDims,
  gather,
  gatherV2,
  oneHot,
  padding('MirrorPad', 'mirror_pad_param', 'Pads each axis with mirrored values.'),
  padding('Pad', 'pad_param', 'Pads each axis with a constant.'),
  reverse,
  shapeLayer,
  spaceToBatch,
  squeeze,
  stack,
  tileND,
  unstack,
];
