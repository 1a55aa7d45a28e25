import { type Dim, isKnown, mapDim, Unknown } from '../shape/dim.ts';
import type { Shape } from '../shape/shape.ts';
import { clipped, pooled, type Rounding, startsBehind, type Window } from '../shape/window.ts';
import type { LayerContext } from './context.ts';
import { tooSmall } from './convolution.ts';
import { exactly, type LayerDefinition } from './definition.ts';

export const pooling: LayerDefinition = {
  type: 'Pooling',
  paramField: 'pooling_param',
  hasEngine: true,
  doc: 'Reduces each window of every channel to its maximum, its mean or a random sample. The output size is rounded up unless `round_mode: FLOOR` says otherwise.',
  bottoms: exactly(1),
  tops: ({ params }) => ({ min: 1, max: params.text('pool') === 'MAX' ? 2 : 1 }),
  setUp: setUpWindows,
  reshape(layer) {
    const dims = layer.dims(0);
    if (dims.length !== 4) {
      layer.refuse(
        'pool/four-axes',
        layer.bottomAt(0),
        `Pooling needs 4 axes (num, channels, height, width), but ${layer.describe(0)}.`,
      );
    }
    const sizes = pooledSizes(layer);
    const top: Shape = [dims[0] ?? 1, dims[1] ?? 1, ...sizes];
    checkSizes(layer, sizes);
    return layer.topNames.map(() => top);
  },
  explain(layer, tops) {
    const [top] = tops;
    return windowsOf(layer).flatMap((window, axis) => {
      const [input, output] = [
        layer.legacy(0)[axis + 2],
        Array.isArray(top) ? (top[axis + 2] as Dim) : undefined,
      ];
      if (
        input === undefined ||
        output === undefined ||
        !isKnown(input) ||
        !isKnown(output) ||
        !isKnown(window.kernel)
      )
        return [];
      return [explainPooled(input, window as Window, roundingOf(layer), output)];
    });
  },
};

/** A window whose kernel may be the whole, perhaps unknown, input. */
type PoolWindow = Omit<Window, 'kernel'> & { readonly kernel: Dim };

function setUpWindows(layer: LayerContext): void {
  const { params } = layer;
  const global = params.bool('global_pooling');
  const [hasSize, hasH, hasW] = ['kernel_size', 'kernel_h', 'kernel_w'].map((field) => params.has(field));
  if (global && (hasSize || hasH || hasW)) {
    layer.refuse(
      'pool/global-kernel',
      layer.at('kernel_size', 'kernel_h', 'kernel_w'),
      '`global_pooling` takes its window from the input; leave the kernel size out.',
    );
  }
  if (!global && hasSize === (hasH && hasW)) {
    const message = hasSize
      ? 'Give `kernel_size` or `kernel_h` and `kernel_w`, not both.'
      : 'Pooling needs a window: `kernel_size`, or both `kernel_h` and `kernel_w`, or `global_pooling: true`.';
    layer.refuse('pool/kernel-exclusive', layer.at('kernel_size', 'kernel_h', 'kernel_w'), message);
  }
  checkPair(layer, 'pad');
  checkPair(layer, 'stride');
  const windows = windowsOf(layer);
  checkWindows(layer, windows, global);
}

/** `x` alone, or `x_h` and `x_w` together, or neither. */
function checkPair(layer: LayerContext, name: 'pad' | 'stride'): void {
  const { params } = layer;
  const [h, w] = [params.has(`${name}_h`), params.has(`${name}_w`)];
  if (!h && !w) return;
  if (h && w && !params.has(name)) return;
  const message =
    h && w
      ? `Give \`${name}\` or \`${name}_h\` and \`${name}_w\`, not both.`
      : `Give both \`${name}_h\` and \`${name}_w\`; pooling takes no default for one of them.`;
  layer.refuse(`pool/${name}-exclusive`, layer.at(`${name}_h`, `${name}_w`), message);
}

function windowsOf(layer: LayerContext): readonly [PoolWindow, PoolWindow] {
  const { params } = layer;
  if (params.bool('global_pooling')) {
    const [, , height, width] = layer.legacy(0);
    return [whole(layer, height, 'h'), whole(layer, width, 'w')];
  }
  const side = (axis: 'h' | 'w'): PoolWindow => ({
    kernel: params.has('kernel_size') ? params.int('kernel_size') : params.int(`kernel_${axis}`),
    pad: params.has('pad_h') ? params.int(`pad_${axis}`) : params.int('pad'),
    stride: params.has('stride_h') ? params.int(`stride_${axis}`) : params.int('stride'),
    dilation: 1,
  });
  return [side('h'), side('w')];
}

function whole(layer: LayerContext, length: Dim, axis: 'h' | 'w'): PoolWindow {
  const { params } = layer;
  return {
    kernel: length,
    pad: params.has('pad_h') ? params.int(`pad_${axis}`) : params.int('pad'),
    stride: params.has('stride_h') ? params.int(`stride_${axis}`) : params.int('stride'),
    dilation: 1,
  };
}

function checkWindows(
  layer: LayerContext,
  windows: readonly [PoolWindow, PoolWindow],
  global: boolean,
): void {
  const axes = ['h', 'w'] as const;
  axes.forEach((axis, index) => {
    const kernel = windows[index]?.kernel ?? 1;
    if (!isKnown(kernel) || kernel > 0) return;
    layer.refuse(
      `pool/kernel-positive-${axis}`,
      layer.at('kernel_size', `kernel_${axis}`),
      `The pooling window must be 1 or more on every axis, not ${kernel}.`,
    );
  });
  if (global && windows.some((window) => window.pad !== 0 || window.stride !== 1)) {
    layer.refuse(
      'pool/global-pad-stride',
      layer.at('pad', 'stride', 'pad_h', 'pad_w', 'stride_h', 'stride_w'),
      'With `global_pooling` the padding must be 0 and the stride 1.',
    );
  }
  if (windows.every((window) => window.pad === 0)) return;
  if (layer.params.text('pool') === 'STOCHASTIC') {
    layer.refuse(
      'pool/pad-method',
      layer.at('pad', 'pad_h', 'pad_w'),
      'Stochastic pooling cannot be padded; only MAX and AVE can.',
    );
  }
  axes.forEach((axis, index) => {
    const window = windows[index];
    if (!window || !isKnown(window.kernel) || window.pad < window.kernel) return;
    const at = layer.at('pad', `pad_${axis}`);
    layer.refuse(
      `pool/pad-lt-kernel-${axis}`,
      at,
      `Padding ${window.pad} must be smaller than the pooling window of ${window.kernel}.`,
    );
  });
}

function roundingOf(layer: LayerContext): Rounding {
  return layer.params.text('round_mode') === 'FLOOR' ? 'FLOOR' : 'CEIL';
}

/** Height and width of the top; clipped when either axis is padded (pooling_layer.cpp, Reshape). */
function pooledSizes(layer: LayerContext): Dim[] {
  const windows = windowsOf(layer);
  const padded = windows.some((window) => window.pad !== 0);
  return windows.map((window, axis) =>
    pooledSize(layer.dims(0)[axis + 2] ?? 1, window, roundingOf(layer), padded, (clip) =>
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

/** Output length along one axis. A global window needs no length to be known to give 1. */
export function pooledSize(
  length: Dim,
  window: PoolWindow,
  rounding: Rounding,
  padded: boolean,
  checkClipped: (clip: Clip) => void,
): Dim {
  const { kernel } = window;
  if (kernel instanceof Unknown) return kernel === length ? 1 : kernel;
  const known: Window = { ...window, kernel };
  return mapDim(length, (input) => {
    const output = pooled(input, known, rounding);
    if (!padded) return output;
    const final = clipped(output, input, known);
    checkClipped({ window: known, length: input, output: final });
    return final;
  });
}

function checkClip(layer: LayerContext, axis: number, { window, length, output }: Clip): void {
  if (!startsBehind(output, length, window)) return;
  const name = axis === 0 ? 'h' : 'w';
  layer.refuse(
    `pool/clip-${name}`,
    layer.at('stride', `stride_${name}`, 'kernel_size', `kernel_${name}`),
    `The last pooling window would still start behind the input ${length} with padding ${window.pad}.`,
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
        'The pooling stride must be 1 or more.',
      );
    }
    layer.refuse(
      'pool/output-negative',
      layer.at('kernel_size', 'kernel_h', 'kernel_w'),
      tooSmall(window as Window, length),
    );
  });
}

function explainPooled(
  input: number,
  { kernel, stride, pad }: Window,
  rounding: Rounding,
  output: number,
): string {
  const [open, close] = rounding === 'FLOOR' ? ['⌊', '⌋'] : ['⌈', '⌉'];
  const formula = `${open}(${input} + 2·${pad} − ${kernel}) / ${stride}${close} + 1`;
  const plain = pooled(input, { kernel, stride, pad, dilation: 1 }, rounding);
  return plain === output
    ? `${formula} = ${output}`
    : `${formula} = ${plain}, without the last window that starts in the padding: ${output}`;
}
