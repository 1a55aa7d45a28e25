import { formatCount } from '../numbers.ts';
import type { ComparedLayer, FieldChange, LayerChange, LayerDifference, Sides } from './types.ts';

/** A difference as it is shown: of one layer, or the same changes of several. */
export interface DifferenceEntry {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed' | 'affected';
  /** The layers in the net where they are shown: removed ones in the net before the change. */
  readonly layers: readonly ComparedLayer[];
  readonly type: string;
  readonly details: readonly Detail[];
}

/** A value that differs, or a fact about an added or removed layer. */
export type Detail =
  | (Sides<string> & { readonly label: string; readonly isField: boolean })
  | { readonly text: string };

/** The differences to show, in their order. Three or more layers with the same changes of fields are one entry. */
export function entriesOf(layers: readonly LayerDifference[]): DifferenceEntry[] {
  const groups = new Map<string, LayerChange[]>();
  for (const layer of layers) {
    const key = groupKey(layer);
    if (key === undefined || !('fields' in layer)) continue;
    const group = groups.get(key) ?? [];
    group.push(layer);
    groups.set(key, group);
  }
  return layers.flatMap((layer) => {
    const group = groups.get(groupKey(layer) ?? '') ?? [];
    if (group.length < smallestGroup) return [entryOf(layer)];
    return group[0] === layer ? [groupEntry(layer, group)] : [];
  });
}

const smallestGroup = 3;

/** A key that is equal for layers with the same changes; undefined if more than fields differ. */
function groupKey(layer: LayerDifference): string | undefined {
  if (!('fields' in layer) || layer.fields.length === 0) return undefined;
  const { isRenamed, moved, type, bottoms, tops, shapes, params, macs } = layer;
  if ([isRenamed, moved, type, bottoms, tops, shapes, params, macs].some(Boolean)) return undefined;
  const fields = layer.fields.map(({ path, before, after }) => [path, before.text, after.text]);
  return JSON.stringify([layer.after.type, fields]);
}

function groupEntry(first: LayerDifference, group: readonly LayerChange[]): DifferenceEntry {
  return { ...entryOf(first), layers: group.map(({ after }) => after) };
}

/** The layers that differ only in shapes and costs, and those that differ only in settings for training. */
export function affectedLayers(layers: readonly LayerDifference[]): {
  readonly costs: readonly LayerChange[];
  readonly training: readonly LayerChange[];
} {
  const affected = layers.flatMap((layer) => (layer.kind === 'affected' ? [layer] : []));
  const follows = ({ shapes, params, macs }: LayerChange) => [shapes, params, macs].some(Boolean);
  return { costs: affected.filter(follows), training: affected.filter((layer) => !follows(layer)) };
}

/** What differs in the layers of `affectedLayers`. */
export const affectedTexts = {
  costs: 'only shapes or costs differ',
  training: 'only learning rates, fillers or loss weights differ',
} as const;

/** `1 other layer`. */
export function otherLayers(count: number): string {
  return count === 1 ? '1 other layer' : `${formatCount(count)} other layers`;
}

/** A single difference. */
export function entryOf(layer: LayerDifference): DifferenceEntry {
  if (layer.kind === 'added') return entryOfWhole('added', layer.after);
  if (layer.kind === 'removed') return entryOfWhole('removed', layer.before);
  const { kind, after, moved } = layer;
  return {
    kind: moved ? 'moved' : kind,
    layers: [after],
    type: after.type,
    details: detailsOf(layer),
  };
}

function entryOfWhole(kind: 'added' | 'removed', layer: ComparedLayer): DifferenceEntry {
  const { type, shapes, params } = layer;
  const counts = params === 0 ? [] : [`${formatCount(params)} parameters`];
  const text = [shapes.join(', '), ...counts].filter((part) => part !== '').join('  ·  ');
  return { kind, layers: [layer], type, details: text === '' ? [] : [{ text }] };
}

function detailsOf(change: LayerChange): Detail[] {
  const { before, after, isRenamed, moved, type, fields, bottoms, tops, shapes, params, macs } = change;
  const names = isRenamed ? { before: before.name, after: after.name } : undefined;
  const named = (name: string) => name || '(no name)';
  return [
    ...detail('name', names, named, true),
    ...detail('place', moved, (name) => (name === null ? 'first' : `after ${named(name)}`)),
    ...detail('type', type, named, true),
    ...detail('bottom', bottoms, listed, true),
    ...detail('top', tops, listed, true),
    ...fields.map(fieldDetail),
    ...detail('output', shapes, listed),
    ...detail('parameters', params, formatCount),
    ...detail('MACs per image', macs, formatCount),
  ];
}

function detail<T>(
  label: string,
  sides: Sides<T> | undefined,
  format: (value: T) => string,
  isField = false,
): Detail[] {
  return sides ? [{ label, before: format(sides.before), after: format(sides.after), isField }] : [];
}

/** A changed field, without the message of the layer type. */
export function fieldDetail({ path, before, after }: FieldChange): Detail {
  const side = ({ text, isDefault }: FieldChange['before']) =>
    text === '' ? 'not set' : isDefault ? `${text} (default)` : text;
  const label = path.replace(/^[a-z\d_]+_param\./u, '');
  return { label, before: side(before), after: side(after), isField: true };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
