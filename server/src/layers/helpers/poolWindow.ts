import { forksThatRepeat, forksWithField } from '../../schema/data/forkIndex.ts';
import type { ForkName } from '../../schema/data/forkNames.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Window } from '../../shape/window.ts';
import type { LayerContext } from '../context.ts';
import { sidePadding } from './sidePadding.ts';

/** A window whose kernel may be the whole input, whose size may be unknown. */
export type PoolWindow = Omit<Window, 'kernel'> & { readonly kernel: Dim };

/** Suffixes of the fields for height and width; axes after them are checked as a width. */
export function sideOf(axis: number): 'h' | 'w' {
  return axis === 0 ? 'h' : 'w';
}

/** The window along each axis after the channels: height and width, or the three axes of a volume. */
export function windowsOf(layer: LayerContext): readonly PoolWindow[] {
  const lengths = spatialLengths(layer);
  const global = layer.params.bool('global_pooling');
  const windows = lengths.map((length, axis) => ({
    kernel: global ? length : kernelOf(layer, axis),
    pad: stepOf(layer, 'pad', axis, 0),
    stride: stepOf(layer, 'stride', axis, 1),
    dilation: 1,
  }));
  const sides = sidePadding(
    layer,
    windows.map(({ kernel, stride }) => ({ covered: isKnown(kernel) ? kernel : 1, stride })),
  );
  return sides ? windows.map((window, axis) => ({ ...window, ...sides[axis] })) : windows;
}

/** Caffe's own fields, or intel/caffe's fields for volumes. */
export function hasKernelSize(layer: LayerContext): boolean {
  return layer.params.has('kernel_size') || layer.params.has('kernel_size_3d');
}

/**
 * Forks whose pooling supports volumes: intel/caffe has separate fields for them; in the others a field may be set once
 * per axis.
 */
export function takesVolumes(layer: LayerContext): boolean {
  return isRepeated(layer, 'kernel_size') || layer.params.descriptor.fields.has('kernel_size_3d');
}

/** The forks whose pooling supports volumes, as `takesVolumes`. */
export const forksWithVolumes: readonly ForkName[] = [
  ...forksThatRepeat('PoolingParameter', 'kernel_size'),
  ...forksWithField('PoolingParameter', 'kernel_size_3d'),
];

function spatialLengths(layer: LayerContext): readonly Dim[] {
  if (takesVolumes(layer) && hasRank(layer.shape(0))) {
    const lengths = layer.dims(0).slice(2);
    if (lengths.length > 2) return lengths;
  }
  if (!layer.params.bool('global_pooling')) return [1, 1];
  return layer.legacy(0).slice(2);
}

function kernelOf(layer: LayerContext, axis: number): number {
  const { params } = layer;
  return hasKernelSize(layer) ? valueAt(layer, 'kernel_size', axis, 0) : params.int(`kernel_${sideOf(axis)}`);
}

function stepOf(layer: LayerContext, field: 'pad' | 'stride', axis: number, otherwise: number): number {
  const { params } = layer;
  return params.has(`${field}_h`)
    ? params.int(`${field}_${sideOf(axis)}`)
    : valueAt(layer, field, axis, otherwise);
}

/** A field that may be set once per axis: the value for the axis, or the only one. */
function valueAt(layer: LayerContext, field: string, axis: number, otherwise: number): number {
  const { params } = layer;
  const name = params.has(`${field}_3d`) ? `${field}_3d` : field;
  if (!isRepeated(layer, name)) return params.int(name);
  const values = params.ints(name);
  return values[axis] ?? values[0] ?? otherwise;
}

function isRepeated({ params }: LayerContext, field: string): boolean {
  return params.descriptor.fields.get(field)?.label === 'repeated';
}
