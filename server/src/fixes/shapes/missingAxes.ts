import { insertion } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Layer } from '../../net/net.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { originsOf, type StatedDim, statedDim, statedDims } from './statedShapes.ts';

/** A declared shape with fewer axes than images have. */
export const missingAxes: Fixer = {
  checks: ['pool/four-axes', 'lrn/four-axes', 'spp/four-axes', 'upgrade/input-dim-missing'],
  doc: 'Adds the missing axis to the declared shape of the input: the batch in front, or the width at the end.',
  fixes(context) {
    const { layer, net } = context;
    if (context.check === 'upgrade/input-dim-missing') return bestFirst(context, lastInput(context));
    if (!layer || !net) return [];
    const tries = originsOf(net, layer, 0).flatMap((origin) => ofOrigin(context, origin.layer, origin.index));
    return bestFirst(context, tries.slice(0, 6));
  },
};

function ofOrigin(context: FixContext, layer: Layer, index: number): Fix[] {
  const { tree } = context.document;
  const name = layer.facts.tops[index] ?? layer.name;
  return axesAdded(context, statedDims(tree, layer, index), name);
}

/** Three numbers are usually one image without its batch, unless height and width then differ. */
function axesAdded(context: FixContext, dims: readonly StatedDim[], name: string): Fix[] {
  const [first, second, last] = dims;
  if (dims.length !== 3 || !first || !second || !last) return [];
  const front = offer(`Insert a batch size of 1 in front of the shape of \`${name}\``, [
    inserted(context, dims, first, 'before', 1),
  ]);
  const after = offer(`Add a width of ${last.length} to the shape of \`${name}\`, equal to its height`, [
    inserted(context, dims, last, 'after', last.length),
  ]);
  return second.length === last.length ? [...front, ...after] : [...after, ...front];
}

/** Inserts a number next to another number of a shape, in the same layout. */
function inserted(
  { document: { text } }: FixContext,
  dims: readonly StatedDim[],
  at: StatedDim,
  side: 'before' | 'after',
  length: number,
): TextEdit {
  const [one, other] = dims;
  const between = one && other ? text.slice(one.whole.end, other.whole.start) : ' ';
  const gap = /^[\s,;]+$/u.test(between) ? between : at.listed ? ', ' : ' ';
  const added = at.listed ? String(length) : `${at.field}: ${length}`;
  return side === 'before' ? insertion(at.whole.start, added + gap) : insertion(at.whole.end, gap + added);
}

/** `input_dim`s come in groups of four; the group of the last input is incomplete. */
function lastInput(context: FixContext): Fix[] {
  const { tree } = context.document;
  const { message } = context.document.netInput().upgraded;
  const [names, dims] = [message.texts('input'), message.list('input_dim')];
  const whole = Math.trunc(dims.length / 4);
  const own = dims.slice(4 * whole).map((dim) => statedDim(dim, dim.block ? tree.startOf(dim.block) : 0));
  return whole === names.length - 1 ? axesAdded(context, own, names[whole] ?? '') : [];
}
