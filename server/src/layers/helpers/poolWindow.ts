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

export function hasKernelSize(layer: LayerContext): boolean {
  return layer.params.has(windowField(layer, 'kernel_size'));
}

/**
 * intel/caffe, pooling_layer.cpp: the windows of volumes have fields of their own, which are for nothing else. Its older
 * branches have only the usual fields.
 */
export function windowField(layer: LayerContext, name: 'kernel_size' | 'pad' | 'stride'): string {
  return hasVolumeFields(layer) ? `${name}_3d` : name;
}

function hasVolumeFields(layer: LayerContext): boolean {
  const { params } = layer;
  const shape = layer.shape(0);
  if (!params.descriptor.fields.has('kernel_size_3d') || !hasRank(shape) || shape.length <= 4) return false;
  return params.bool('global_pooling') || volumeFields.some((field) => params.has(field));
}

const volumeFields = ['kernel_size_3d', 'pad_3d', 'stride_3d'];

/**
 * Forks whose pooling supports volumes: intel/caffe has separate fields for them; in the others a field may be set once
 * per axis.
 */
export function takesVolumes(layer: LayerContext): boolean {
  return isRepeated(layer, 'kernel_size') || layer.params.descriptor.fields.has('kernel_size_3d');
}

/** The forks whose pooling supports volumes. sophgo/caffe declares the fields, but its layer ignores them. */
export const forksWithVolumes: readonly ForkName[] = [
  ...forksThatRepeat('PoolingParameter', 'kernel_size'),
  ...forksWithField('PoolingParameter', 'kernel_size_3d').filter((fork) => fork !== 'sophgo'),
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
  const field = windowField(layer, 'kernel_size');
  return params.has(field) ? valueAt(layer, field, axis, 0) : params.int(`kernel_${sideOf(axis)}`);
}

function stepOf(layer: LayerContext, field: 'pad' | 'stride', axis: number, otherwise: number): number {
  const { params } = layer;
  return params.has(`${field}_h`)
    ? params.int(`${field}_${sideOf(axis)}`)
    : valueAt(layer, windowField(layer, field), axis, otherwise);
}

/** A field that may be set once per axis: the value for the axis, or the only one. */
function valueAt(layer: LayerContext, field: string, axis: number, otherwise: number): number {
  const { params } = layer;
  if (!isRepeated(layer, field)) return params.int(field);
  const values = params.ints(field);
  return values[axis] ?? values[0] ?? otherwise;
}

function isRepeated({ params }: LayerContext, field: string): boolean {
  return params.descriptor.fields.get(field)?.label === 'repeated';
}
