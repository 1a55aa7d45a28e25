import { type Dim, isKnown } from '../../../shape/dim.ts';
import { type Dims, formatDim, hasRank, type Shape, shapesDiffer } from '../../../shape/shape.ts';
import { eltwise } from '../../bvlc/joining.ts';
import type { LayerContext } from '../../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../../definition.ts';
import { refuseInPlace } from '../../helpers/imageAxes.ts';
import { type OperationKind, perValue } from '../../operations.ts';

/** Element-wise layers of two bottoms of different shapes, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** eltwise_layer.cpp: only compares the second bottom with the first. */
const eltwiseFromAxis: LayerDefinition = {
  ...eltwise,
  forks: ['synopsys'],
  doc: 'Adds, multiplies, divides or takes the maximum or minimum of its bottoms, element by element. The second bottom may have the axes of the first from `axis` on only.',
  bottoms: atLeast(1),
  setUp(layer) {
    eltwise.setUp?.(layer);
    if (layer.params.text('operation') === 'DIV' && layer.bottoms.length !== 2)
      layer.refuse(
        'fork/eltwise-division',
        layer.at('operation'),
        `\`operation: DIV\` requires 2 bottoms, but the layer has ${layer.bottoms.length}.`,
      );
    if (layer.bottoms.length > 1 && layer.dims(0).length > 0)
      layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  },
  reshape(layer) {
    if (layer.bottoms.length > 1) checkPart(layer);
    return [layer.like(0)];
  },
};

function checkPart(layer: LayerContext): void {
  const [whole, part] = [layer.dims(0), layer.shape(1)];
  if (!hasRank(part)) return;
  const axis = whole.length === 0 ? 0 : layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'));
  if (axis + part.length > whole.length)
    layer.refuse(
      'fork/eltwise-axes',
      layer.bottomAt(1),
      `${layer.describe(1)} must not have more axes than ${layer.describe(0)} has from axis ${axis} on.`,
    );
  const own = whole.slice(axis, axis + part.length);
  if (!shapesDiffer(own, part)) return;
  layer.refuse(
    'fork/eltwise-shape',
    layer.bottomAt(1),
    `${layer.describe(1)} differs from ${layer.describe(0)} from axis ${axis} on.`,
  );
}

/** add_layer.cpp, mul_layer.cpp and others: a missing second bottom is a blob of the layer. */
function broadcasting(type: string, doc: string, operation: OperationKind): LayerDefinition {
  return {
    type,
    category: 'joining',
    doc: `${doc} Axes of length 1 and missing first axes are repeated.`,
    bottoms: atLeast(1),
    tops: exactly(1),
    reshape(layer) {
      refuseInPlace(layer);
      return [layer.bottoms.length > 1 ? broadcast(layer, layer.dims(0), layer.dims(1)) : layer.like(0)];
    },
    operations: perValue({ [operation]: 1 }),
  };
}

/** The shape of two blobs whose last axes are lined up. Only blobs with the same number of axes are compared. */
function broadcast(layer: LayerContext, one: Dims, other: Dims): Shape {
  const rank = Math.max(one.length, other.length);
  const axisOf = (dims: Dims, axis: number) => dims[axis - rank + dims.length] ?? 1;
  return Array.from({ length: rank }, (_, axis) => {
    const [first, second] = [axisOf(one, axis), axisOf(other, axis)];
    if (one.length === other.length) checkAxis(layer, axis, first, second);
    return longer(first, second);
  });
}

function longer(one: Dim, other: Dim): Dim {
  if (one === other) return one;
  if (isKnown(one) && isKnown(other)) return Math.max(one, other);
  const [known, unknown] = isKnown(one) ? [one, other] : [other, one];
  return isKnown(known) && known > 1 ? known : unknown;
}

function checkAxis(layer: LayerContext, axis: number, one: Dim, other: Dim): void {
  if (!isKnown(one) || !isKnown(other) || one === other || one === 1 || other === 1) return;
  layer.refuse(
    'fork/broadcast-shape',
    layer.bottomAt(1),
    `${layer.describe(0)} and ${layer.describe(1)} must have the same length in axis ${axis}, or 1.`,
  );
}

/** mul_layer.cpp: `mul_shape` is the shape of the blob that replaces a second bottom. */
const mul: LayerDefinition = {
  ...broadcasting('Mul', 'Multiplies its bottoms.', 'multiplications'),
  paramField: 'mul_param',
  hasBlobs: true,
  setUp(layer) {
    if (layer.bottoms.length === 1) layer.addBlob('factor', layer.params.ints('mul_shape'));
  },
  reshape(layer) {
    refuseInPlace(layer);
    const factor = layer.bottoms.length > 1 ? layer.dims(1) : layer.blobs[0]?.shape;
    return [factor ? broadcast(layer, layer.dims(0), factor) : layer.like(0)];
  },
};

/** broadcast_to_layer.cpp. */
const broadcastTo: LayerDefinition = {
  type: 'BroadcastTo',
  category: 'shape',
  paramField: 'broadcast_to_param',
  doc: 'Repeats axes of length 1, and adds first axes, until the blob has a shape.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const [own, wanted] = [layer.dims(0), layer.params.ints('shape')];
    const more = wanted.length - own.length;
    const fits = own.every((dim, axis) => {
      const length = wanted[axis + more] ?? 0;
      return length > 0 && (!isKnown(dim) || dim === 1 || dim === length);
    });
    if (more >= 0 && fits) return;
    layer.refuse(
      'fork/broadcast-to',
      layer.at('shape'),
      `${layer.describe(0)} cannot be repeated to ${wanted.map(formatDim).join('×')}.`,
    );
  },
  reshape: (layer) => [layer.params.ints('shape')],
};

export const broadcastingLayers: readonly LayerDefinition[] = [
  broadcasting('Add', 'Adds its bottoms.', 'additions'),
  broadcasting('Div', 'Divides the first bottom by the second.', 'divisions'),
  broadcasting('FloorDiv', 'Divides the first bottom by the second, rounded down.', 'divisions'),
  broadcasting('FloorMod', 'Remainder of the division of the first bottom by the second.', 'divisions'),
  { ...broadcasting('Maximum', 'Maximum of its bottoms.', 'comparisons'), forks: ['synopsys'] },
  broadcasting('Minimum', 'Minimum of its bottoms.', 'comparisons'),
  broadcasting('Pow', 'Raises the first bottom to the power of the second.', 'exponentials'),
  broadcasting('Sub', 'Subtracts the second bottom from the first.', 'additions'),
  broadcastTo,
  eltwiseFromAxis,
  mul,
];
