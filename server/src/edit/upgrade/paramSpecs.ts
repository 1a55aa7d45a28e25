import { groupPairs } from '../../memo/lists.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Message } from '../../schema/message.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { type NewField, newField } from '../newField.ts';
import { literalOf } from './literal.ts';

/**
 * The V1 fields with one property each of parameter blobs 0, 1, …; a current `param` has all properties of one blob.
 */
const oldLists = new Set(['param', 'blob_share_mode', 'blobs_lr', 'weight_decay']);

/** Whether a field is an entry of one of these lists, not a current `param`. */
export function isOldSpec({ name, value }: FieldNode): boolean {
  return oldLists.has(name.text) && value?.kind !== 'message';
}

const specFields = ['lr_mult', 'decay_mult', 'name', 'share_mode'] as const;

/** The `param`s of an upgraded layer, by the field that they replace: the longest list. */
export function paramSpecs(
  tree: SyntaxTree,
  layer: LayerSyntax,
): ReadonlyMap<FieldNode, readonly NewField[]> {
  const specs = layer.message.messages('param');
  const counts = specFields.map((name) => specs.filter((spec) => spec.has(name)).length);
  const longest = specFields[counts.indexOf(Math.max(...counts))] ?? 'lr_mult';
  const places = specs.flatMap((spec) => {
    const place = spec.list(longest)[0]?.field;
    if (!place || !isOldSpec(place)) return [];
    return [[place, newField('param', specDrafts(tree, layer, spec))] as const];
  });
  return groupPairs(places);
}

function specDrafts(tree: SyntaxTree, layer: LayerSyntax, spec: Message): NewField[] {
  return ['name', 'share_mode', 'lr_mult', 'decay_mult'].flatMap((name) =>
    spec.list(name).map((entry) => newField(name, literalOf(tree, layer, entry))),
  );
}
