import { formatState } from '../../net/states/state.ts';
import { few } from '../../text/few.ts';
import { formatBytes, formatCount, formatTotal } from '../numbers.ts';
import type { Comparison, DifferenceCounts, Sides, StateComparison, Totals } from './types.ts';

/** One sentence with the numbers of layers that differ: `1 layer added, 2 changed; 14 equal.` */
export function countsText(counts: DifferenceCounts): string {
  const parts = (['added', 'removed', 'moved', 'renamed', 'changed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => [counts[kind], kind] as const);
  const [first, ...others] = parts;
  const own =
    first && [`${layers(first[0])} ${first[1]}`, ...others.map((part) => part.join(' '))].join(', ');
  const rest = [
    ...(counts.affected > 0 ? [`${counts.affected} affected`] : []),
    ...(counts.equal > 0 ? [`${counts.equal} equal`] : []),
  ].join(', ');
  const text = [own, rest].filter(Boolean).join('; ');
  return text === '' ? 'Neither net has layers.' : `${text}.`;
}

function layers(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'layer' : 'layers'}`;
}

/** The states of a comparison: `Compared in TRAIN and TEST.` */
export function statesText({ states }: Comparison): string {
  const names = states.map(({ before, after }) => {
    const [one, other] = [formatState(before), formatState(after)];
    return one === other ? one : `${one} before, ${other} after`;
  });
  return `Compared in ${few(names, ' and ')}.`;
}

/** A warning about a net that Caffe rejects; undefined if there is none. */
export function errorsText({ before, after }: Comparison, labels: Sides<string>): string | undefined {
  const rejected = [[labels.before, before.errors] as const, [labels.after, after.errors] as const].filter(
    ([, errors]) => errors > 0,
  );
  if (rejected.length === 0) return undefined;
  const nets = rejected.map(([label, errors]) => `${label} (${errors} ${errors === 1 ? 'error' : 'errors'})`);
  return `Caffe rejects ${nets.join(' and ')}. The comparison may be incomplete.`;
}

/** A row of the totals: a label, both values, and the difference. */
export type TotalRow = readonly [label: string, before: string, after: string, difference: string];

/** The totals of both nets with their differences. Batch sizes are included only if they differ. */
export function totalRows({ totals: { before, after } }: StateComparison): TotalRow[] {
  const row = (
    label: string,
    key: keyof Totals,
    format: (value: number | null) => string,
    size: (difference: number) => string = countText,
  ): TotalRow => [
    label,
    format(before[key]),
    format(after[key]),
    differenceText(before[key], after[key], size),
  ];
  return [
    row('Layers', 'layers', formatCount),
    [
      'Parameters',
      formatTotal(before),
      formatTotal(after),
      differenceText(before.params, after.params, countText),
    ],
    row('MACs per image', 'macsPerImage', formatCount),
    ...(before.batch === after.batch ? [] : [row('Batch size', 'batch', formatCount)]),
    row('Activation memory per batch', 'activationBytes', formatBytes, formatBytes),
  ];
}

/** `+282 (+0.1%)`; empty for equal or unknown numbers. */
function differenceText(
  before: number | null,
  after: number | null,
  size: (difference: number) => string,
): string {
  if (before === null || after === null || before === after) return '';
  const sign = after < before ? '−' : '+';
  const difference = Math.abs(after - before);
  const percent = before === 0 ? 0 : (100 * difference) / before;
  const share = percent < leastPercent ? '' : ` (${sign}${countText(Number(percent.toFixed(1)))}%)`;
  return `${sign}${size(difference)}${share}`;
}

const leastPercent = 0.05;

function countText(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

/** Whether two states have the same parameters and MACs, before and after. */
export function haveSameCosts({ totals: one }: StateComparison, { totals: other }: StateComparison): boolean {
  return (['before', 'after'] as const).every(
    (side) => one[side].params === other[side].params && one[side].macsPerImage === other[side].macsPerImage,
  );
}
