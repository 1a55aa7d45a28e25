import type { Fix } from '../../edit/fix.ts';
import { unlessStopped } from '../../layers/context.ts';
import { windowsOf } from '../../layers/helpers/poolWindow.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { offerValue, removeOwn, setOwn, written } from '../helpers/ownFields.ts';

const windowFields = ['kernel_size', 'kernel_h', 'kernel_w'] as const;
const stepFields = ['pad', 'pad_h', 'pad_w', 'stride', 'stride_h', 'stride_w'] as const;

/** Global pooling takes no window parameters. */
export const globalPooling: Fixer = {
  checks: ['pool/global-kernel', 'pool/global-pad-stride'],
  doc: 'Removes the fields that conflict with `global_pooling`, or `global_pooling` itself.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const surplus = written(layer, ...windowFields, ...stepFields);
    const names = surplus.map((field) => `\`${field}\``);
    const local = offer('Remove `global_pooling`', removeOwn(context, layer, 'global_pooling'));
    const whole = offer(`Remove ${names.join(', ')}`, removeOwn(context, layer, ...surplus));
    return bestFirst(context, [...whole, ...local]);
  },
};

/** Padding that a pooling cannot have. */
export const poolingPad: Fixer = {
  checks: ['pool/pad-lt-kernel-h', 'pool/pad-lt-kernel-w', 'pool/pad-method'],
  doc: 'Makes the padding smaller than the window, or removes it.',
  fixes(context) {
    const { layer, check } = context;
    if (!layer) return [];
    const none = offer(
      'Remove the padding',
      removeOwn(context, layer, ...written(layer, 'pad', 'pad_h', 'pad_w')),
    );
    if (check === 'pool/pad-method') {
      return bestFirst(context, [...none, ...offerValue(context, layer, 'pool', 'MAX')]);
    }
    return bestFirst(context, [...smaller(context, layer), ...none]);
  },
};

/** Half the window, which keeps it centered, and the maximum that Caffe accepts. */
function smaller(context: FixContext, layer: Layer): Fix[] {
  const fields = written(layer, 'pad', 'pad_h', 'pad_w');
  const windows = unlessStopped(() => windowsOf(layer.context)) ?? [];
  const kernels = windows.map(({ kernel }) => (isKnown(kernel) ? kernel : 1));
  const least = Math.min(...kernels);
  return [...new Set([Math.trunc((least - 1) / 2), least - 1])]
    .filter((pad) => pad > 0)
    .flatMap((pad) => {
      const tooLarge = fields.filter((field) => layer.context.params.int(field) >= least);
      return offer(
        `Set ${tooLarge.map((field) => `\`${field}: ${pad}\``).join(' and ')}`,
        tooLarge.map((field) => setOwn(context, layer, field, pad)),
      );
    });
}
