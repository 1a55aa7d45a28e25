import type { Fix } from '../../edit/fix.ts';
import { unlessStopped } from '../../layers/context.ts';
import { geometry } from '../../layers/helpers/geometry.ts';
import { windowsOf } from '../../layers/helpers/poolWindow.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offerLike, offerValue, written } from '../helpers/ownFields.ts';

/** A window that is larger than its input. */
export const fitWindow: Fixer = {
  checks: [
    'conv/output-negative',
    'conv/output-zero-bias',
    'pool/clip-h',
    'pool/clip-w',
    'pool/output-negative',
  ],
  doc: 'Reduces the window to the size of its input, pads the input, pools over the whole input, or reduces a stride above.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    return bestFirst(context, [
      ...kernel(context, layer),
      ...whole(context, layer),
      ...pad(context, layer),
      ...steps(context, layer),
    ]).slice(0, 5);
  },
};

interface Fit {
  readonly length: number;
  readonly kernel: number;
  readonly pad: number;
  readonly dilation: number;
}

/** Lengths and windows of the spatial axes. */
function fits(layer: Layer): Fit[] {
  const shape = layer.context.shape(0);
  if (!hasRank(shape)) return [];
  const isPooling = layer.definition?.paramField === 'pooling_param';
  const { context } = layer;
  const windows = unlessStopped(() => (isPooling ? windowsOf(context) : geometry(context).windows)) ?? [];
  const lengths: Dim[] = shape.slice(-windows.length);
  return windows.flatMap((window, axis) => {
    const length = lengths[axis];
    if (length === undefined || !isKnown(length) || !isKnown(window.kernel)) return [];
    return [{ ...window, length, kernel: window.kernel }];
  });
}

function kernel(context: FixContext, layer: Layer): Fix[] {
  const most = Math.min(
    ...fits(layer).map(
      ({ length, pad: added, dilation }) => Math.trunc((length + 2 * added - 1) / Math.max(dilation, 1)) + 1,
    ),
  );
  const fields = written(layer, 'kernel_size', 'kernel_h', 'kernel_w');
  return fields.flatMap((field) => [
    ...(most > 0 && Number.isFinite(most) ? offerValue(context, layer, field, most) : []),
    ...offerLike(context, layer, field),
  ]);
}

function whole(context: FixContext, layer: Layer): Fix[] {
  const plain = written(layer, 'kernel_size', 'kernel_h', 'kernel_w', 'pad', 'stride').length <= 1;
  return layer.definition?.paramField === 'pooling_param' && plain
    ? offerValue(context, layer, 'global_pooling', true)
    : [];
}

function pad(context: FixContext, layer: Layer): Fix[] {
  const least = Math.max(
    ...fits(layer).map(({ length, kernel: size, dilation }) =>
      Math.ceil((dilation * (size - 1) + 1 - length) / 2),
    ),
  );
  const given = written(layer, 'pad_h', 'pad_w');
  return least > 0 && least < 100 && given.length === 0 ? offerValue(context, layer, 'pad', least) : [];
}

/** Reduces strides, here and in the layers above. */
function steps(place: FixContext, layer: Layer): Fix[] {
  const above = place.net ? blobGraphOf(place.net).path(layer, 0) : [];
  const strided = [layer, ...above].filter(
    ({ context }) => context.params.has('stride') && context.params.int('stride') > 1,
  );
  return strided.slice(0, 4).flatMap((one) => {
    const where = one === layer ? '' : ` in \`${one.name}\``;
    const less = Math.min(one.context.params.int('stride') - 1, 2);
    return [...new Set([less, 1])].flatMap((stride) => offerValue(place, one, 'stride', stride, where));
  });
}
