import type { Fix } from '../edit/fix.ts';
import { channelAxisOf } from '../layers/geometry.ts';
import type { Layer } from '../net/net.ts';
import { isKnown } from '../shape/dim.ts';
import { hasRank } from '../shape/shape.ts';
import type { Fixer, Place } from './fixer.ts';
import { outputsMaker } from './makers.ts';
import { offerValue } from './ownParams.ts';
import { bestFirst } from './trial.ts';

/** Groups that do not divide the channels. */
export const groups: Fixer = {
  checks: ['conv/group-channels', 'conv/group-output', 'conv/group-zero'],
  doc: 'Writes a number of groups that divides input and output, or a number of outputs that the groups divide.',
  fixes(place) {
    const { layer, check } = place;
    if (!layer) return [];
    const group = layer.context.params.int('group');
    const outputs = layer.context.params.int('num_output');
    const channels = channelsOf(layer);
    const rounded =
      group > 1
        ? [...roundedOutputs(place, layer, group, outputs), ...roundedMaker(place, layer, group, channels)]
        : [];
    const valid = divisors(gcd(channels, outputs)).toSorted(
      (a, b) => Math.abs(a - group) - Math.abs(b - group),
    );
    const own = valid.slice(0, 3).flatMap((value) => offerValue(place, layer, 'group', value));
    return bestFirst(
      place,
      check === 'conv/group-output' ? [...rounded, ...own] : [...own, ...rounded],
    ).slice(0, 5);
  },
};

function channelsOf({ context }: Layer): number {
  const shape = context.shape(0);
  const channels = hasRank(shape) ? (shape[channelAxisOf(context)] ?? 0) : 0;
  return isKnown(channels) ? channels : 0;
}

/** The next multiple of the groups, and the one before. */
function roundedOutputs(place: Place, layer: Layer, group: number, outputs: number): Fix[] {
  if (outputs % group === 0) return [];
  const lower = Math.trunc(outputs / group) * group;
  const values = outputs - lower < group / 2 && lower > 0 ? [lower, lower + group] : [lower + group, lower];
  return values
    .filter((value) => value > 0)
    .flatMap((value) => offerValue(place, layer, 'num_output', value));
}

/** The same in the layer that makes the channels. */
function roundedMaker(place: Place, layer: Layer, group: number, channels: number): Fix[] {
  const maker = outputsMaker(place.net, layer, 0);
  if (!maker || channels % group === 0 || maker.context.params.int('num_output') !== channels) return [];
  const value = Math.ceil(channels / group) * group;
  return offerValue(place, maker, 'num_output', value, ` in \`${maker.name}\``);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function divisors(value: number): number[] {
  const most = Math.min(value, 4096);
  return Array.from({ length: most }, (_, index) => index + 1).filter((divisor) => value % divisor === 0);
}
