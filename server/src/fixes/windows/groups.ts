import type { Fix } from '../../edit/fix.ts';
import { channelAxisOf } from '../../layers/helpers/geometry.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst, effectiveFixes } from '../helpers/effectiveFixes.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { offerValue, setOwn } from '../helpers/ownFields.ts';
import { outputsProducer } from '../helpers/producers.ts';

/** A `group` that does not divide the channels. */
export const groups: Fixer = {
  checks: ['conv/group-channels', 'conv/group-output', 'conv/group-zero'],
  doc: 'Sets one group and one output for each channel of a depthwise layer; otherwise sets a number of groups that divides inputs and outputs, or a number of outputs that is a multiple of the groups.',
  fixes(context) {
    const { layer, check } = context;
    if (!layer) return [];
    const group = layer.context.params.int('group');
    const outputs = layer.context.params.int('num_output');
    const channels = channelsOf(layer);
    const rounded =
      group > 1
        ? [
            ...roundedOutputs(context, layer, group, outputs),
            ...roundedProducer(context, layer, group, channels),
          ]
        : [];
    const valid = divisors(gcd(channels, outputs)).toSorted(
      (a, b) => Math.abs(a - group) - Math.abs(b - group),
    );
    const own = valid.slice(0, 3).flatMap((value) => offerValue(context, layer, 'group', value));
    const others = check === 'conv/group-output' ? [...rounded, ...own] : [...own, ...rounded];
    const single = isDepthwise(layer, channels) ? eachChannel(context, layer, channels) : [];
    // Caffe accepts other values of `group`, but then the layer is no longer depthwise.
    return [...firstPreferred(effectiveFixes(context, single)), ...bestFirst(context, others)].slice(0, 5);
  },
};

/** Whether a layer is depthwise: by its type, its name, or as many groups as outputs or channels. */
function isDepthwise({ type, name, context }: Layer, channels: number): boolean {
  const group = context.params.int('group');
  if (channels < 2 || group < 2) return false;
  const many = group === context.params.int('num_output') || group === channels;
  return many || /depthwise/iu.test(type) || /depth_?wise|(?:^|[\W_])dw(?:$|[\W_\d])/iu.test(name);
}

/** One group for each channel and as many outputs, or several outputs for each channel if the layer has them. */
function eachChannel(context: FixContext, layer: Layer, channels: number): Fix[] {
  const { params } = layer.context;
  const outputs = params.int('num_output');
  const wanted =
    params.int('group') === channels ? Math.max(Math.round(outputs / channels), 1) * channels : channels;
  const changes = (['num_output', 'group'] as const).flatMap((field) => {
    const value = field === 'group' ? channels : wanted;
    return params.int(field) === value ? [] : [{ field, value }];
  });
  const title = changes.map(({ field, value }) => `\`${field}: ${value}\``).join(' and ');
  return offer(
    `Set ${title}`,
    changes.map(({ field, value }) => setOwn(context, layer, field, value)),
  );
}

function channelsOf({ context }: Layer): number {
  const shape = context.shape(0);
  const channels = hasRank(shape) ? (shape[channelAxisOf(context)] ?? 0) : 0;
  return isKnown(channels) ? channels : 0;
}

/** The nearest multiples of `group`. */
function roundedOutputs(context: FixContext, layer: Layer, group: number, outputs: number): Fix[] {
  if (outputs % group === 0) return [];
  const lower = Math.trunc(outputs / group) * group;
  const values = outputs - lower < group / 2 && lower > 0 ? [lower, lower + group] : [lower + group, lower];
  return values
    .filter((value) => value > 0)
    .flatMap((value) => offerValue(context, layer, 'num_output', value));
}

/** The same in the producer of the channels. */
function roundedProducer(context: FixContext, layer: Layer, group: number, channels: number): Fix[] {
  const producer = outputsProducer(context.net, layer, 0);
  if (!producer || channels % group === 0 || producer.context.params.int('num_output') !== channels)
    return [];
  const value = Math.ceil(channels / group) * group;
  return offerValue(context, producer, 'num_output', value, ` in \`${producer.name}\``);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function divisors(value: number): number[] {
  const most = Math.min(value, 4096);
  return Array.from({ length: most }, (_, index) => index + 1).filter((divisor) => value % divisor === 0);
}
