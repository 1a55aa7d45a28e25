import { type Dim, isKnown, mapDim, Unknown } from '../../../shape/dim.ts';
import type { Dims } from '../../../shape/shape.ts';
import { type LayerContext, SetupStop } from '../../context.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';

/** Parts of the axes of a blob, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe. */

/** piece_layer.cpp: a size of -1 reaches to the end of the axis. */
const piece: LayerDefinition = {
  type: 'Piece',
  category: 'shape',
  paramField: 'piece_param',
  doc: 'Selects `size` positions of each axis from `begin` on; a size of −1 selects all that follow.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const rank = layer.dims(0).length;
    for (const field of ['begin', 'size']) {
      const count = layer.params.count(field);
      if (count === rank) continue;
      layer.refuse(
        'fork/piece-lengths',
        layer.at(field),
        `${layer.describe(0)} requires ${rank} values of \`${field}\`, one for each axis, not ${count}.`,
      );
    }
    pieceSizes(layer).forEach((size, axis) => {
      checkPiece(layer, axis, size);
    });
  },
  reshape: (layer) => [pieceSizes(layer)],
};

function pieceSizes(layer: LayerContext): Dims {
  const begins = layer.params.ints('begin');
  return layer.params.ints('size').map((size, axis) => {
    const length = layer.dim(0, axis);
    if (size !== -1) return size;
    return isKnown(length) ? length - (begins[axis] ?? 0) : length;
  });
}

function checkPiece(layer: LayerContext, axis: number, size: Dim): void {
  const [begin, length] = [layer.params.ints('begin')[axis] ?? 0, layer.dim(0, axis)];
  const end = isKnown(size) ? begin + size : begin;
  const isTooLong = isKnown(size) && isKnown(length) && end > length;
  if (begin >= 0 && !(isKnown(size) && size < 1) && !isTooLong) return;
  layer.refuse(
    'fork/piece-range',
    layer.params.list('size')[axis],
    `The positions ${begin} to ${end - 1} are not a part of axis ${axis} of ${layer.describe(0)}.`,
  );
}

/** The positions of one axis: from `begin` to before `end`, each `stride`th one. */
interface Part {
  readonly begin: number;
  readonly end: number;
  readonly stride: number;
}

/** strided_slice_layer.cpp: either for the stated `axes`, or for the first axes with masks as in TensorFlow. */
const stridedSlice: LayerDefinition = {
  type: 'StridedSlice',
  category: 'shape',
  paramField: 'strided_slice_param',
  doc: 'Selects positions of axes from `begin` to before `end` in steps of `strides`. Bits of the masks select whole axes, insert axes or remove them.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    const { params } = layer;
    const count = params.count('begin');
    checkLengths(layer, 'end', count);
    if (params.has('strides')) checkLengths(layer, 'strides', count);
    const zero = params.ints('strides').indexOf(0);
    if (zero >= 0) layer.refuse('fork/slice-stride', params.list('strides')[zero], 'A stride must not be 0.');
    if (params.has('axes')) checkLengths(layer, 'axes', count);
    const ellipsis = params.int('ellipsis_mask');
    if (!params.has('axes') && (ellipsis & (ellipsis - 1)) !== 0)
      layer.refuse(
        'fork/slice-ellipsis',
        layer.at('ellipsis_mask'),
        '`ellipsis_mask` must have at most one bit.',
      );
  },
  reshape: (layer) => [layer.params.has('axes') ? slicedAxes(layer) : slicedByMasks(layer)],
};

function checkLengths(layer: LayerContext, field: string, wanted: number): void {
  const count = layer.params.count(field);
  if (count === wanted) return;
  layer.refuse(
    'fork/slice-lengths',
    layer.at(field, 'begin'),
    `\`${field}\` has ${count} values, but \`begin\` has ${wanted}.`,
  );
}

/** The parts as the text states them, one for each value of `begin`. */
function statedParts({ params }: LayerContext): Part[] {
  const [ends, strides] = [params.ints('end'), params.ints('strides')];
  return params
    .ints('begin')
    .map((begin, index) => ({ begin, end: ends[index] ?? 0, stride: strides[index] ?? 1 }));
}

function slicedAxes(layer: LayerContext): Dims {
  const rank = layer.dims(0).length;
  const axes = layer.params.ints('axes').map((axis) => (axis < 0 ? axis + rank : axis));
  if (axes.some((axis) => axis < 0 || axis >= rank)) throw new SetupStop(noSuchAxis);
  return statedParts(layer).reduce<Dims>((dims, part, index) => {
    const axis = axes[index] ?? 0;
    return dims.with(
      axis,
      lengthOf(layer.dim(0, axis), (length) => withinAxis(part, length)),
    );
  }, layer.dims(0));
}

const noSuchAxis = new Unknown('slice', 'The layer selects parts of axes that its bottom does not have.');

/** The number of selected positions; an unknown axis remains unknown, whatever is selected. */
function lengthOf(dim: Dim, partOf: (length: number) => Part): Dim {
  if (!isKnown(dim)) return dim;
  const { begin, end, stride } = partOf(dim);
  return Math.trunc((end - begin + (stride > 0 ? -1 : 1)) / stride) + 1;
}

/** Negative positions count from the end; positions outside of the axis are moved to its ends. */
function withinAxis({ begin, end, stride }: Part, length: number): Part {
  return {
    begin: begin >= 0 ? Math.min(begin, length - 1) : Math.max(begin + length, 0),
    end: end >= 0 ? Math.min(end, length) : Math.max(end + length, -1),
    stride,
  };
}

/** One value of `begin` with its bits of the masks. */
interface Selection {
  readonly part: Part;
  /** The axis to which Caffe first limits `begin`: by position, which is another axis after an ellipsis. */
  readonly limit: Dim | undefined;
  readonly isEllipsis: boolean;
  readonly isNew: boolean;
  readonly isRemoved: boolean;
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

/** The ellipsis means all axes that no other value selects. Without one, these are the last. */
function slicedByMasks(layer: LayerContext): Dims {
  const dims = layer.dims(0);
  const selections = selectionsOf(layer);
  const ellipsis = selections.findIndex(({ isEllipsis }) => isEllipsis);
  const [before, after] =
    ellipsis < 0 ? [selections, []] : [selections.slice(0, ellipsis), selections.slice(ellipsis + 1)];
  const [first, last] = [axesOf(before), axesOf(after)];
  const others = dims.length - first - last;
  // Caffe reads positions that it dropped if nothing is left for the ellipsis.
  if (others < 0 || (others === 0 && after.length > 0)) throw new SetupStop(noSuchAxis);
  // An ellipsis after the last value only changes which axes are removed, to others.
  const isAfterLast = ellipsis < 0 && layer.params.int('ellipsis_mask') !== 0;
  if (isAfterLast && selections.some(({ isRemoved }) => isRemoved)) throw new SetupStop(noSuchAxis);
  return [
    ...selected(before, dims.slice(0, first)),
    ...dims.slice(first, first + others),
    ...selected(after, dims.slice(first + others)),
  ];
}

function axesOf(selections: readonly Selection[]): number {
  return selections.filter(({ isNew }) => !isNew).length;
}

function selectionsOf(layer: LayerContext): Selection[] {
  const { params } = layer;
  const bit = (mask: string, index: number) => (params.int(mask) & (1 << index)) !== 0;
  const parts = statedParts(layer);
  const ellipsis = parts.findIndex((_, index) => bit('ellipsis_mask', index));
  const isNew = (index: number) => bit('new_axis_mask', index) && index !== ellipsis;
  const limits = parts.reduce<Dims>(
    (dims, _, index) =>
      isNew(index) && (ellipsis < 0 || index < ellipsis) ? dims.toSpliced(index, 0, 1) : dims,
    layer.dims(0),
  );
  return parts.map((part, index) => {
    const isRemoved = bit('shrink_axis_mask', index);
    const isWhole = !isRemoved && !isNew(index);
    return {
      part,
      limit: limits[index],
      isEllipsis: index === ellipsis,
      isNew: isNew(index),
      isRemoved,
      fromStart: isWhole && bit('begin_mask', index),
      toEnd: isWhole && bit('end_mask', index),
    };
  });
}

/** The lengths of the axes that selections leave of `dims`. */
function selected(selections: readonly Selection[], dims: Dims): Dims {
  let axis = 0;
  return selections.flatMap((selection) => {
    if (selection.isNew) return [1];
    const dim = dims[axis++] ?? 1;
    return selection.isRemoved ? [] : [selectedLength(selection, dim)];
  });
}

function selectedLength({ part, limit, fromStart, toEnd }: Selection, dim: Dim): Dim {
  const { stride } = part;
  const begin = fromStart ? 0 : mapDim(limit ?? noSuchAxis, (length) => withinAxis(part, length).begin);
  if (!isKnown(begin)) return begin;
  return lengthOf(dim, (length) => {
    const within = withinAxis({ ...part, begin }, length);
    const [first, last] = stride > 0 ? [0, length] : [length - 1, -1];
    return { begin: fromStart ? first : within.begin, end: toEnd ? last : within.end, stride };
  });
}

export const slicingLayers: readonly LayerDefinition[] = [piece, stridedSlice];
