import { type Dim, isKnown, mapDim, multiply, product, Unknown } from '../../shape/dim.ts';
import { type Reach, underWindow } from '../../shape/reach.ts';
import { countOf, hasRank, type Shape } from '../../shape/shape.ts';
import { clipped, paddedText, pooled, type Rounding, startsAfter, type Window } from '../../shape/window.ts';
import { type LayerContext, SetupStop } from '../context.ts';
import { exactly, type LayerDefinition } from '../definition.ts';
import { kernelFields } from '../helpers/geometry.ts';
import {
  forksWithVolumes,
  hasKernelSize,
  type PoolWindow,
  sideOf,
  takesVolumes,
  windowField,
  windowsOf,
} from '../helpers/poolWindow.ts';
import { tooSmall } from './convolution.ts';

/** What the sizes of the top depend on besides the windows. */
interface SizeRule {
  /** Whether windows that start in the padding after the input are dropped. */
  readonly clips: (windows: readonly PoolWindow[]) => boolean;
  /** The number of windows that are added along each axis, before any is dropped. */
  readonly added?: (layer: LayerContext) => number;
}

const clipsPadded: SizeRule = { clips: (windows) => windows.some(isPadded) };

export const pooling = poolingLayer(clipsPadded);

/** intel/caffe, pooling_layer.cpp: windows of size 1 that start after an image are also dropped. */
const clipsOfIntel: SizeRule = {
  clips: (windows) =>
    windows.some((window) => isPadded(window) || (windows.length === 2 && window.kernel === 1)),
};

/** intel/caffe, pooling_layer.cpp: images, or volumes whose windows have a size for each axis. */
const poolingOfIntel: LayerDefinition = {
  ...poolingLayer(clipsOfIntel),
  forks: ['intel'],
  setUp(layer) {
    const axes = rankOf(layer);
    if (axes > 5) refuseAxes(layer, '4 or 5 axes (num, channels, and those of an image or a volume)');
    checkFieldCounts(layer, axes - 2);
    if (axes === 5) refuseSides(layer);
    setUpWindows(layer);
  },
};

/** sophgo/caffe, pooling_layer.cpp: `yolo` adds a window, so that windows of 2 with stride 1 keep the size. */
const poolingOfSophgo: LayerDefinition = {
  ...poolingLayer({ ...clipsPadded, added: ({ params }) => (params.bool('yolo') ? 1 : 0) }),
  forks: ['sophgo'],
  setUp(layer) {
    if (rankOf(layer) !== 4) refuseAxes(layer, imageAxes);
    setUpWindows(layer);
  },
  explain: (layer, tops) => (layer.params.bool('yolo') ? [] : explainPooling(layer, tops)),
};

/** The number of axes of the bottom; that of images if it is unknown. */
function rankOf(layer: LayerContext): number {
  const shape = layer.shape(0);
  return hasRank(shape) ? shape.length : 4;
}

/** Each field of a window must be set once, or once for each axis. */
function checkFieldCounts(layer: LayerContext, axes: number): void {
  for (const name of ['kernel_size', 'pad', 'stride'] as const) {
    const field = windowField(layer, name);
    const count = layer.params.count(field);
    if (count <= 1 || count === axes) continue;
    layer.refuse(
      'fork/pool-count',
      layer.at(field),
      `\`${field}\` must be set once, or once for each of the ${axes} axes, but is set ${count} times.`,
    );
  }
}

/** Fields for height and width are not for volumes. */
function refuseSides(layer: LayerContext): void {
  const sides = ['kernel_h', 'kernel_w', 'pad_h', 'pad_w', 'stride_h', 'stride_w'];
  const side = sides.find((field) => layer.params.has(field));
  if (side === undefined) return;
  layer.refuse(
    'fork/pool-sides',
    layer.at(side),
    `\`${side}\` is only for images, but ${layer.describeAxes(0)}.`,
  );
}

/**
 * foss-for-synopsys-dwc-arc-processors/synopsys-caffe, spatial_batching_pooling_layer.cpp: with the padding of sides and
 * `ceil_mode: false`, `skip_h` and `skip_w` positions between the images of a grid are left out.
 */
const spatialBatchingPooling: LayerDefinition = {
  ...pooling,
  type: 'SpatialBatchingPooling',
  paramField: 'spatial_batching_pooling_param',
  hasEngine: false,
  doc: 'Pooling of several images that are arranged in one. The output size is rounded up unless `ceil_mode` is false.',
  setUp(layer) {
    setUpWindows(layer);
    const { params } = layer;
    const scales = params.float('input_scale') === params.float('output_scale');
    if (scales && params.int('input_zero_point') === params.int('output_zero_point')) return;
    layer.refuse(
      'fork/pool-rescaling',
      layer.at('output_scale', 'output_zero_point', 'input_scale', 'input_zero_point'),
      'Scale and zero point of the input and the output must be the same.',
    );
  },
};

export const forkPoolingLayers: readonly LayerDefinition[] = [
  poolingOfIntel,
  poolingOfSophgo,
  spatialBatchingPooling,
];

function isPadded({ pad, padEnd }: PoolWindow): boolean {
  return pad !== 0 || (padEnd ?? 0) !== 0;
}

function poolingLayer(rule: SizeRule): LayerDefinition {
  return {
    type: 'Pooling',
    category: 'pooling',
    paramField: 'pooling_param',
    hasEngine: true,
    doc: 'Reduces each window of each channel to its maximum, mean or a random sample. The output size is rounded up unless `round_mode` is FLOOR.',
    bottoms: exactly(1),
    tops: ({ params }) => ({ min: 1, max: params.text('pool') === 'MAX' ? 2 : 1 }),
    setUp: setUpWindows,
    reshape(layer) {
      const dims = layer.dims(0);
      if (dims.length !== 4 && !(takesVolumes(layer) && dims.length > 4)) refuseAxes(layer, imageAxes);
      const sizes = pooledSizes(layer, rule);
      const top: Shape = [dims[0] ?? 1, dims[1] ?? 1, ...sizes];
      checkSizes(layer, sizes);
      return layer.topNames.map(() => top);
    },
    operations(layer, [top]) {
      const inWindows = multiply(countOf(top ?? []), product(windowsOf(layer).map(({ kernel }) => kernel)));
      return layer.params.text('pool') === 'MAX'
        ? { comparisons: inWindows }
        : { additions: inWindows, divisions: countOf(top ?? []) };
    },
    reach: (layer) => windowsOf(layer).map(poolReach),
    explain: explainPooling,
  };
}

const imageAxes = '4 axes (num, channels, height, width)';

function refuseAxes(layer: LayerContext, wanted: string): never {
  return layer.refuse(
    'pool/four-axes',
    layer.bottomAt(0),
    `Pooling requires ${wanted}, but ${layer.describeAxes(0)}.`,
    layer.dims(0).length > 4 ? forksWithVolumes : undefined,
  );
}

function poolReach(window: PoolWindow): Reach {
  const { kernel } = window;
  if (!isKnown(kernel)) throw new SetupStop(kernel);
  return underWindow({ ...window, kernel });
}

function setUpWindows(layer: LayerContext): void {
  const { params } = layer;
  const global = params.bool('global_pooling');
  const [hasH, hasW] = [params.has('kernel_h'), params.has('kernel_w')];
  const hasSize = hasKernelSize(layer);
  if (global && (hasSize || hasH || hasW)) {
    layer.refuse(
      'pool/global-kernel',
      layer.at(...kernelFields),
      '`global_pooling` uses the input size as its window; remove the kernel size.',
    );
  }
  if (!global && hasSize === (hasH && hasW)) {
    const message = hasSize
      ? '`kernel_size` and the pair `kernel_h` and `kernel_w` are mutually exclusive.'
      : 'Pooling requires a window: `kernel_size`, both `kernel_h` and `kernel_w`, or `global_pooling: true`.';
    layer.refuse('pool/kernel-exclusive', layer.at(...kernelFields), message);
  }
  checkPair(layer, 'pad');
  checkPair(layer, 'stride');
  checkWindows(layer, windowsOf(layer), global);
}

/** Only `x`, both `x_h` and `x_w`, or neither. */
function checkPair(layer: LayerContext, name: 'pad' | 'stride'): void {
  const { params } = layer;
  const [h, w] = [params.has(`${name}_h`), params.has(`${name}_w`)];
  if (!h && !w) return;
  if (h && w && !params.has(name)) return;
  const message =
    h && w
      ? `\`${name}\` and the pair \`${name}_h\` and \`${name}_w\` are mutually exclusive.`
      : `\`${name}_h\` and \`${name}_w\` must be set together; pooling has no default for one of them.`;
  layer.refuse(`pool/${name}-exclusive`, layer.at(`${name}_h`, `${name}_w`), message);
}

function checkWindows(layer: LayerContext, windows: readonly PoolWindow[], global: boolean): void {
  windows.forEach(({ kernel }, axis) => {
    if (!isKnown(kernel) || kernel > 0) return;
    layer.refuse(
      `pool/kernel-positive-${sideOf(axis)}`,
      layer.at('kernel_size', `kernel_${sideOf(axis)}`),
      `The pooling window must be at least 1 on each axis, but it is ${kernel}.`,
    );
  });
  if (global && windows.some((window) => window.pad !== 0 || window.stride !== 1)) {
    layer.refuse(
      'pool/global-pad-stride',
      layer.at('pad', 'stride', 'pad_h', 'pad_w', 'stride_h', 'stride_w'),
      'With `global_pooling` the padding must be 0 and the stride 1; remove both fields.',
    );
  }
  // Only `pad` is checked, not the fields for each side.
  if (windows.every((window) => window.pad === 0 || window.padEnd !== undefined)) return;
  if (layer.params.text('pool') === 'STOCHASTIC') {
    layer.refuse(
      'pool/pad-method',
      layer.at('pad', 'pad_h', 'pad_w'),
      'Stochastic pooling does not support padding; only MAX and AVE do.',
    );
  }
  windows.forEach(({ kernel, pad }, axis) => {
    if (!isKnown(kernel) || pad < kernel) return;
    layer.refuse(
      `pool/pad-lt-kernel-${sideOf(axis)}`,
      layer.at('pad', `pad_${sideOf(axis)}`),
      `\`pad\` is ${pad}, but it must be smaller than the window size ${kernel}.`,
    );
  });
}

/**
 * Rounding of a pooling layer. Forks without `round_mode` use `ceil_mode` (huangyangyu/SeqFace, pooling_layer.cpp).
 */
export function roundingOf({ params }: LayerContext): Rounding {
  if (params.has('round_mode')) return params.text('round_mode') === 'FLOOR' ? 'FLOOR' : 'CEIL';
  return params.has('ceil_mode') && !params.bool('ceil_mode') ? 'FLOOR' : 'CEIL';
}

/** The axes of the top after the channels; clipped if there is any padding (pooling_layer.cpp, Reshape). */
function pooledSizes(layer: LayerContext, { clips, added = () => 0 }: SizeRule): Dim[] {
  const windows = windowsOf(layer);
  const counts = (length: number, window: Window) => pooled(length, window, roundingOf(layer)) + added(layer);
  return windows.map((window, axis) =>
    pooledSize(layer.dims(0)[axis + 2] ?? 1, window, counts, clips(windows), (clip) =>
      checkClip(layer, axis, clip),
    ),
  );
}

/** A pooling window at the end of one axis. */
interface Clip {
  readonly window: Window;
  readonly length: number;
  readonly output: number;
}

/** Output length along one axis; 1 for a global window, even if the input length is unknown. */
function pooledSize(
  length: Dim,
  window: PoolWindow,
  counts: (length: number, window: Window) => number,
  clips: boolean,
  checkClipped: (clip: Clip) => void,
): Dim {
  const { kernel } = window;
  if (kernel instanceof Unknown) return kernel === length ? 1 : kernel;
  const known: Window = { ...window, kernel };
  return mapDim(length, (input) => {
    const output = counts(input, known);
    if (!clips) return output;
    const final = clipped(output, input, known);
    checkClipped({ window: known, length: input, output: final });
    return final;
  });
}

function checkClip(layer: LayerContext, axis: number, { window, length, output }: Clip): void {
  if (!startsAfter(output, length, window)) return;
  const name = sideOf(axis);
  layer.refuse(
    `pool/clip-${name}`,
    layer.at('stride', `stride_${name}`, 'kernel_size', `kernel_${name}`),
    `The last pooling window would still start after the input of ${length} with padding ${window.pad}.`,
  );
}

function checkSizes(layer: LayerContext, sizes: readonly Dim[]): void {
  sizes.forEach((size, axis) => {
    if (!isKnown(size) || size >= 0) return;
    const window = windowsOf(layer)[axis];
    const length = layer.dims(0)[axis + 2];
    if (!window || !isKnown(window.kernel) || length === undefined || !isKnown(length)) return;
    if (window.stride === 0) {
      layer.refuse(
        'pool/stride-zero',
        layer.at('stride', 'stride_h', 'stride_w'),
        '`stride` must be 1 or more for pooling, but is 0.',
      );
    }
    layer.refuse(
      'pool/output-negative',
      layer.at(...kernelFields),
      tooSmall({ ...window, kernel: window.kernel }, length),
    );
  });
}

function explainPooling(layer: LayerContext, [top]: readonly Shape[]): string[] {
  return windowsOf(layer).flatMap((window, axis) => {
    const [input, output] = [
      layer.dims(0)[axis + 2],
      Array.isArray(top) ? (top[axis + 2] as Dim | undefined) : undefined,
    ];
    const known = input !== undefined && output !== undefined && isKnown(input) && isKnown(output);
    if (!known || !isKnown(window.kernel)) return [];
    return [explainPooled(input, { ...window, kernel: window.kernel }, roundingOf(layer), output)];
  });
}

/** How an output length of a pooling is computed. */
export function explainPooled(input: number, window: Window, rounding: Rounding, output: number): string {
  const [open, close] = rounding === 'FLOOR' ? ['⌊', '⌋'] : ['⌈', '⌉'];
  const formula = `${open}(${paddedText(input, window)} − ${window.kernel}) / ${window.stride}${close} + 1`;
  const plain = pooled(input, window, rounding);
  return plain === output
    ? `${formula} = ${output}`
    : `${formula} = ${plain}, without the last window that starts in the padding: ${output}`;
}
