import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank, type Shape } from '../../shape/shape.ts';
import { extent, paddedText, padding, type Window } from '../../shape/window.ts';
import { hasPlaceholderSize } from '../helpers/placeholders.ts';
import type { Rule } from '../rule.ts';
import { isSliding, knownWindows, slidingTypes } from './windows.ts';

export const kernelExceedsInput: Rule = {
  code: 'kernel-exceeds-input',
  severity: 'warning',
  doc: {
    what: 'The kernel of a convolution or pooling is larger than its padded input.',
    why: 'Caffe rejects it only if the output size is negative. Because of C++ integer division and the rounding of pooling, the output size is 1 if the input is less than one stride too short, and sometimes 0, so the layer reads values outside its input.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 2 dim: 2 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 3 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 2 dim: 2 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
`,
    fix: 'Reduce the kernel, increase the padding, or remove earlier layers that shrink the image. An input of 1×1 is a placeholder for a size set at run time, so sizes that depend on it are not reported.',
  },
  types: slidingTypes,
  *layer(layer, near, document) {
    // If the output has more than one position, the kernel fits.
    if (!isSliding(layer) || !isSmall(layer.outputs[0]?.shape)) return;
    const windows = knownWindows(layer);
    const input = layer.inputs[0]?.shape;
    if (!windows || !input || !hasRank(input)) return;
    const lengths = input.slice(-windows.length);
    const axis = windows.findIndex((window, index) => exceeds(window, lengths[index]));
    const [window, length] = [windows[axis], lengths[axis]];
    if (!window || length === undefined || !isKnown(length) || hasPlaceholderSize(layer, near.whole()))
      return;
    yield {
      message: `The kernel covers ${extent(window)} values, but the padded input has only ${padded(window, length)} (${paddedText(length, window)}). Caffe does not check this.`,
      location: layerLocation(layer, placeOf(layer)),
      layer: layer.name,
      needsWhole: true,
      fixes: () => shrunk(layer, windows, lengths.filter(isKnown), document),
    };
  },
};

/** Whether a top has an axis of length 1 or 0 after the batch. */
function isSmall(shape: Shape | undefined): boolean {
  if (!shape || !hasRank(shape)) return false;
  return shape.some((dim, axis) => axis > 0 && isKnown(dim) && dim <= 1);
}

function padded(window: Window, length: number): number {
  return length + padding(window);
}

function exceeds(window: Window, length: unknown): boolean {
  return typeof length === 'number' && length > 0 && padded(window, length) < extent(window);
}

function placeOf({ context: { params } }: Layer) {
  return params.list('kernel_size')[0] ?? params.list('kernel_h')[0] ?? params.list('kernel_w')[0];
}

/** Sets the kernel to the size of the padded input, if one number states both. */
function shrunk(
  layer: Layer,
  windows: readonly Window[],
  lengths: readonly number[],
  { tree }: Document,
): Fix[] {
  const sizes = new Set(windows.map((window, axis) => padded(window, lengths[axis] ?? 0)));
  const [size] = sizes;
  const param = layer.definition?.paramField;
  const simple =
    layer.context.params.count('kernel_size') === 1 && windows.every(({ dilation }) => dilation === 1);
  if (sizes.size !== 1 || size === undefined || !param || !simple) return [];
  const edit = setParam(tree, layer, param, newField('kernel_size', size));
  return edit ? [{ title: `Set \`kernel_size: ${size}\`, the size of the padded input`, edits: [edit] }] : [];
}
