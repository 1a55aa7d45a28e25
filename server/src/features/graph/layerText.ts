import { onceFor } from '../../memo/onceFor.ts';
import type { Layer } from '../../net/net.ts';
import type { Message } from '../../schema/message.ts';

/** The type of a layer with its most important parameters: `Convolution 64 · 7×7/2`. */
export const layerText = onceFor(({ definition, message, type }: Layer): string => {
  const field = definition?.paramField;
  const parts = field ? parametersOf(message.message(field)) : [];
  return [type || '(no type)', parts.join(' · ')].filter(Boolean).join(' ');
});

function parametersOf(param: Message): string[] {
  const outputs = param.has('num_output') ? [String(param.int('num_output'))] : [];
  return [...outputs, ...choicesOf(param), ...windowOf(param), ...groupsOf(param)];
}

/** Fields whose value says what the layer computes. */
const choices = ['pool', 'operation'];

function choicesOf(param: Message): string[] {
  return choices.filter((name) => param.has(name)).map((name) => param.text(name));
}

/** `3×3`, `3×3/2` with a stride, `global` for global pooling. */
function windowOf(param: Message): string[] {
  if (param.has('global_pooling') && param.bool('global_pooling')) return ['global'];
  const kernel = sizeOf(param, 'kernel_size', 'kernel_h', 'kernel_w');
  if (kernel === undefined) return [];
  const stride = sizeOf(param, 'stride', 'stride_h', 'stride_w');
  const dilation = sizeOf(param, 'dilation', 'dilation_h', 'dilation_w');
  return [
    `${kernel.join('×')}${stride?.some((size) => size !== 1) ? `/${shortest(stride)}` : ''}`,
    ...(dilation?.some((size) => size !== 1) ? [`dilation ${shortest(dilation)}`] : []),
  ];
}

function groupsOf(param: Message): string[] {
  return param.has('group') && param.int('group') > 1 ? [`${param.int('group')} groups`] : [];
}

/** A size per axis, from a repeated field or two fields; one number counts for both axes. */
function sizeOf(param: Message, repeated: string, height: string, width: string): number[] | undefined {
  if (param.has(height) && param.has(width)) return [param.int(height), param.int(width)];
  const [first, ...others] = param.has(repeated) ? param.ints(repeated) : [];
  if (first === undefined) return undefined;
  return others.length === 0 ? [first, first] : [first, ...others].slice(0, mostAxes);
}

/** The number of axes whose sizes are shown. */
const mostAxes = 3;

function shortest(sizes: readonly number[]): string {
  return new Set(sizes).size === 1 ? String(sizes[0]) : sizes.join('×');
}
