import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import { isKnown } from '../../shape/dim.ts';
import { countOf, hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';

/** A Reshape to a different number of values. */
export const reshapes: Fixer = {
  checks: [
    'reshape/count',
    'reshape/copy-axis',
    'reshape/infer-divisible',
    'reshape/infer-zero',
    'reshape/multiple-infer',
  ],
  doc: 'Sets one axis to −1, so that Caffe infers it, or sets the length that makes the counts equal.',
  fixes(context) {
    const { layer } = context;
    if (!layer) return [];
    const dims = layer.context.params.message('shape').list('dim');
    const infers = dims.some(({ value }) => Number(value) === -1);
    const tries = infers
      ? dims.flatMap((dim) => lengths(context.document.tree, layer, dims, dim))
      : dims
          .toReversed()
          .flatMap((dim) => [
            ...infer(context.document.tree, layer, dim),
            ...lengths(context.document.tree, layer, dims, dim),
          ]);
    return bestFirst(
      context,
      context.check === 'reshape/multiple-infer' ? copy(context.document.tree, layer, dims) : tries,
    ).slice(0, 5);
  },
};

/** Lets Caffe infer one axis; copied axes stay. */
function infer(tree: SyntaxTree, layer: Layer, dim: Entry): Fix[] {
  if (Number(dim.value) === 0) return [];
  return offer(`Replace \`${String(dim.value)}\` with \`-1\` to infer it`, [
    { range: valueRange(tree, layer, dim), newText: '-1' },
  ]);
}

/** Sets the length of one axis that makes the counts equal. */
function lengths(tree: SyntaxTree, layer: Layer, dims: readonly Entry[], dim: Entry): Fix[] {
  const total = countOf(layer.context.shape(0));
  const shape = layer.context.shape(0);
  if (!isKnown(total) || !hasRank(shape) || Number(dim.value) < 1) return [];
  const rest = dims.reduce((count, { value }, index) => {
    if (dims[index] === dim || Number(value) === -1) return count;
    const copied = shape[index];
    return (
      count * (Number(value) === 0 ? (copied !== undefined && isKnown(copied) ? copied : 1) : Number(value))
    );
  }, 1);
  const length = total / rest;
  const divisor = dims.some(({ value }) => Number(value) === -1)
    ? nearestDivisor(length, Number(dim.value))
    : length;
  if (!Number.isInteger(divisor) || divisor === Number(dim.value) || divisor < 1) return [];
  return offer(`Replace \`${String(dim.value)}\` with \`${divisor}\``, [
    { range: valueRange(tree, layer, dim), newText: String(divisor) },
  ]);
}

/** The divisor of a count nearest to another number and below twice that number; the smaller of two. NaN if none. */
function nearestDivisor(count: number, wanted: number): number {
  const far = (divisor: number) => Math.abs(divisor - wanted);
  const [nearest = Number.NaN] = divisors(count)
    .filter((divisor) => divisor !== wanted && divisor < 2 * wanted)
    .toSorted((one, other) => far(one) - far(other) || one - other);
  return nearest;
}

/** All divisors of a count. The count of a blob is at most INT_MAX, so the root is small. */
function divisors(count: number): number[] {
  const small: number[] = [];
  for (let divisor = 1; divisor * divisor <= count; divisor++) if (count % divisor === 0) small.push(divisor);
  return small.flatMap((divisor) => [divisor, count / divisor]);
}

/** Only one axis can be inferred; another one can be a copy. */
function copy(tree: SyntaxTree, layer: Layer, dims: readonly Entry[]): Fix[] {
  const inferred = dims.filter(({ value }) => Number(value) === -1);
  return inferred.flatMap((kept) => {
    const others = inferred.filter((dim) => dim !== kept);
    const place = dims.indexOf(kept);
    return offer(
      `Infer only axis ${place}, and copy the other`,
      others.map((dim) => ({ range: valueRange(tree, layer, dim), newText: '0' })),
    );
  });
}
