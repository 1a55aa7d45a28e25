import { addField, entryBody, fieldRange, layerBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { cropOffsets } from '../../net/related/cropOffsets.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { removeOwn } from '../helpers/ownFields.ts';
import { swapBottoms } from '../helpers/rewireBottom.ts';

/** A crop that exceeds its bottom. */
export const crops: Fixer = {
  checks: ['crop/bounds', 'crop/offset-count'],
  doc: 'Sets the offset that aligns the two blobs, or the largest offset that fits.',
  fixes(context) {
    const { layer, net } = context;
    if (!layer || !net) return [];
    const aligned = cropOffsets(net, layer, 0, 1);
    const [axis, most] = room(layer);
    const tries = [
      ...swapBottoms(context.document.tree, layer),
      ...(aligned && axis <= 2
        ? setOffsets(
            context,
            layer,
            [...new Array<number>(2 - axis).fill(0), ...aligned],
            'which aligns the centers',
          )
        : []),
      ...setOffsets(
        context,
        layer,
        most.map((length) => Math.trunc(length / 2)),
        'which crops both sides equally',
      ),
      ...setOffsets(context, layer, most, 'the largest that fits'),
      ...offer('Remove `offset`', removeOwn(context, layer, 'offset')),
    ];
    return bestFirst(context, tries);
  },
};

/** The first cropped axis, and the surplus length of each axis from it. */
function room({ context }: Layer): [number, number[]] {
  const [from, to] = [context.shape(0), context.shape(1)];
  if (!hasRank(from) || !hasRank(to)) return [0, []];
  const axis =
    context.params.int('axis') < 0 ? context.params.int('axis') + from.length : context.params.int('axis');
  const spare = from.slice(axis).map((dim, index) => {
    const size = to[axis + index];
    return isKnown(dim) && size !== undefined && isKnown(size) ? dim - size : 0;
  });
  return [axis, spare];
}

/** One offset if all are equal, otherwise one for each axis. */
function setOffsets(
  { document: { tree } }: FixContext,
  layer: Layer,
  offsets: readonly number[],
  why: string,
): Fix[] {
  const [first] = offsets;
  if (first === undefined || offsets.some((offset) => offset < 0)) return [];
  const values = offsets.every((offset) => offset === first) ? [first] : offsets;
  const title = `Set ${values.map((offset) => `\`offset: ${offset}\``).join(', ')}, ${why}`;
  return offer(title, edits(tree, layer, values));
}

function edits(tree: SyntaxTree, layer: Layer, values: readonly number[]): (TextEdit | undefined)[] {
  const { text } = tree;
  const [param] = layer.message.list('crop_param');
  const [kept, ...rest] = layer.context.params.list('offset');
  const fields = values.map((value) => newField('offset', value));
  const inner = entryBody(tree, layer, param);
  const body = layerBody(tree, layer);
  if (!param) return [body && addField(text, body, newField('crop_param', fields))];
  if (!kept) return [inner && joined(fields.map((field) => addField(text, inner, field)))];
  const others = removeParams(
    tree,
    layer,
    undefined,
    rest.filter(({ field }) => field !== kept.field),
  );
  const newText = values.map((value) => `offset: ${value}`).join(' ');
  return [{ range: fieldRange(tree, layer, kept), newText }, ...others];
}

function joined(all: readonly TextEdit[]): TextEdit | undefined {
  const [first] = all;
  return first && { range: first.range, newText: all.map(({ newText }) => newText).join('') };
}
