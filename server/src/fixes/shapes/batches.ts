import type { Fix } from '../../edit/fix.ts';
import type { Port } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { type Dim, differ } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';
import { setOwn } from '../helpers/ownFields.ts';
import { originsOf, statedDims } from './statedShapes.ts';

/** Untested fixes that set one batch size for two bottoms from different inputs. */
export function batches(context: FixContext, layer: Layer, slot: number): Fix[] {
  const { net } = context;
  const [one, other] = [firstAxis(layer, 0), firstAxis(layer, slot)];
  if (!net || one === undefined || other === undefined || !differ(one, other)) return [];
  const [left, right] = [originsOf(net, layer, 0), originsOf(net, layer, slot)];
  return left.flatMap((from) =>
    right.flatMap((to) => [...takeBatch(context, to, from), ...takeBatch(context, from, to)]),
  );
}

function firstAxis({ context }: Layer, slot: number): Dim | undefined {
  const shape = context.shape(slot);
  return hasRank(shape) ? shape[0] : undefined;
}

/** Sets the batch size of an input to that of another input. */
function takeBatch(context: FixContext, own: Port, other: Port): Fix[] {
  const [has, wanted] = [batchOf(context.document.tree, own), batchOf(context.document.tree, other)];
  if (has === undefined || wanted === undefined || has === wanted || wanted < 1) return [];
  const [name, from] = [topName(own), topName(other)];
  return offer(`Set the batch size of \`${name}\` to ${wanted}, as in \`${from}\``, [
    setBatch(context, own, wanted),
  ]);
}

function batchOf(tree: SyntaxTree, { layer, index }: Port): number | undefined {
  const [stated] = statedDims(tree, layer, index);
  if (stated) return stated.length;
  const { params } = layer.context;
  return params.has('batch_size') ? params.int('batch_size') : undefined;
}

function setBatch(context: FixContext, { layer, index }: Port, batch: number): TextEdit | undefined {
  const { tree } = context.document;
  const [stated] = statedDims(tree, layer, index);
  if (stated) return { range: stated.value, newText: String(batch) };
  return setOwn(context, layer, 'batch_size', batch);
}

function topName({ layer, index }: Port): string {
  return layer.facts.tops[index] ?? layer.name;
}
