import type { CheckId } from '../../checks/catalogue.ts';
import type { Dim } from '../../shape/dim.ts';
import { extent, type Window } from '../../shape/window.ts';
import type { LayerContext } from '../context.ts';
import { sidePadding } from './sidePadding.ts';

/** What base_conv_layer.cpp computes before it creates parameters. */
export interface Geometry {
  readonly channelAxis: number;
  readonly channels: Dim;
  /** One window for each axis after the channel axis. */
  readonly windows: readonly Window[];
}

export const kernelFields = ['kernel_size', 'kernel_h', 'kernel_w'] as const;

/** Axis, kernel, stride, pad and dilation, checked in the order of base_conv_layer.cpp. */
export function geometry(layer: LayerContext): Geometry {
  if (layer.isSingle('kernel_size')) checkImageWindow(layer);
  const dims = layer.dims(0);
  const channelAxis = channelAxisOf(layer);
  const axes = dims.length - channelAxis - 1;
  const kernel = perAxis(layer, axes, {
    name: 'kernel_size',
    pair: ['kernel_h', 'kernel_w'],
    id: 'kernel',
    otherwise: undefined,
  });
  if (kernel.some((size) => size <= 0)) {
    layer.refuse('conv/kernel-positive', layer.at(...kernelFields), missingKernel(layer, kernel));
  }
  const stride = perAxis(layer, axes, {
    name: 'stride',
    pair: ['stride_h', 'stride_w'],
    id: 'stride',
    otherwise: 1,
  });
  if (!hasPair(layer, 'stride_h', 'stride_w') && stride.some((step) => step <= 0)) {
    layer.refuse(
      'conv/stride-positive',
      layer.at('stride'),
      `\`stride\` must be at least 1 on each axis, but it is ${stride.join('×')}.`,
    );
  }
  const pad = perAxis(layer, axes, { name: 'pad', pair: ['pad_h', 'pad_w'], id: 'pad', otherwise: 0 });
  const dilation = dilationOf(layer, axes);
  const windows = kernel.map((size, index) => ({
    kernel: size,
    stride: stride[index] ?? 1,
    pad: pad[index] ?? 0,
    dilation: dilation[index] ?? 1,
  }));
  const sides = sidePadding(
    layer,
    windows.map((window) => ({ covered: extent(window), stride: window.stride })),
  );
  const padded = sides ? windows.map((window, index) => ({ ...window, ...sides[index] })) : windows;
  return { channelAxis, channels: dims[channelAxis] ?? 1, windows: padded };
}

/**
 * Convolution before it supported other axes than height and width, until September 2015: each field is one value or a
 * pair.
 */
function checkImageWindow(layer: LayerContext): void {
  if (layer.dims(0).length !== 4) {
    layer.refuse(
      'conv/four-axes',
      layer.bottomAt(0),
      `${layer.type} requires 4 axes (num, channels, height, width) in this dialect, but ${layer.describeAxes(0)}.`,
    );
  }
  const hasSize = layer.params.has('kernel_size');
  if (hasSize === hasPair(layer, 'kernel_h', 'kernel_w')) {
    layer.refuse(
      'conv/kernel-pair',
      layer.at('kernel_h', 'kernel_w'),
      hasSize
        ? '`kernel_size` and the pair `kernel_h` and `kernel_w` are mutually exclusive.'
        : 'The kernel is missing: set `kernel_size`, or both `kernel_h` and `kernel_w`.',
    );
  }
  needPair(layer, 'pad');
  needPair(layer, 'stride');
}

/** The pair of height and width replaces the single value. */
function needPair(layer: LayerContext, name: 'pad' | 'stride'): void {
  const { params } = layer;
  const [h, w] = [`${name}_h`, `${name}_w`];
  if (!params.has(h) && !params.has(w)) return;
  if (params.has(h) && params.has(w) && !params.has(name)) return;
  layer.refuse(`conv/${name}-pair`, layer.at(h, w), `Set either \`${name}\`, or both \`${h}\` and \`${w}\`.`);
}

/** Only yjxiong/caffe has a pair of fields for it, and only supports images. */
function dilationOf(layer: LayerContext, axes: number): number[] {
  const { params } = layer;
  if (params.has('dilation_h')) return [params.int('dilation_h'), params.int('dilation_w')];
  return perAxis(layer, axes, { name: 'dilation', pair: undefined, id: 'dilation', otherwise: 1 });
}

export function channelAxisOf(layer: LayerContext): number {
  return layer.canonicalAxis(0, layer.params.int('axis'), layer.at('axis'), 'conv/axis-range');
}

function missingKernel(layer: LayerContext, kernel: readonly number[]): string {
  if (layer.params.has('kernel_h') !== layer.params.has('kernel_w')) {
    return '`kernel_h` and `kernel_w` must be set together: a missing one is 0.';
  }
  return `The kernel must be at least 1 on each axis, but it is ${kernel.join('×')}.`;
}

interface PerAxis {
  readonly name: string;
  readonly pair: readonly [string, string] | undefined;
  readonly id: 'kernel' | 'stride' | 'pad' | 'dilation';
  /** The default of each field; a kernel has none. */
  readonly otherwise: number | undefined;
}

/** A field set once, once per spatial axis, or as a pair of `_h` and `_w`. */
function perAxis(layer: LayerContext, axes: number, { name, pair, id, otherwise }: PerAxis): number[] {
  const { params } = layer;
  if (pair && hasPair(layer, ...pair)) {
    const [h, w] = pair;
    if (axes !== 2) {
      layer.refuse(
        `conv/${id}-hw-2d` as CheckId,
        layer.at(h, w),
        `\`${h}\` and \`${w}\` require 2 spatial axes, but ${layer.describe(0)} has ${axes} here. Use \`${name}\`.`,
      );
    }
    if (params.has(name)) {
      layer.refuse(
        `conv/${id}-exclusive` as CheckId,
        layer.at(h, w),
        `\`${name}\` and the pair \`${h}\` and \`${w}\` are mutually exclusive.`,
      );
    }
    return [params.int(h), params.int(w)];
  }
  const values = params.ints(name);
  const [first] = values;
  if (values.length === 0 && otherwise !== undefined) return new Array<number>(axes).fill(otherwise);
  if (values.length === 1 && first !== undefined) return new Array<number>(axes).fill(first);
  if (values.length !== axes) {
    const found = values.length === 0 ? 'missing' : `set ${values.length} times`;
    layer.refuse(
      `conv/${id}-count` as CheckId,
      layer.at(name),
      `\`${name}\` is ${found}; set it once, or once for each of the ${axes} spatial axes of ${layer.describe(0)}.`,
    );
  }
  return values;
}

/** Whether height and width are set separately. Where a field is one value, it takes precedence over half a pair. */
function hasPair(layer: LayerContext, h: string, w: string): boolean {
  const [hasHeight, hasWidth] = [layer.params.has(h), layer.params.has(w)];
  return layer.isSingle('kernel_size') ? hasHeight && hasWidth : hasHeight || hasWidth;
}

export function checkStrides(layer: LayerContext, windows: readonly Window[]): void {
  if (windows.every((window) => window.stride !== 0)) return;
  layer.refuse(
    'conv/stride-hw-zero',
    layer.at('stride_h', 'stride_w'),
    '`stride_h` and `stride_w` must be set together: a missing one is 0, and Caffe crashes when it divides by it.',
  );
}
