import { formatCount } from '../numbers.ts';
import type { ComparedLayer, FieldChange, LayerChange, LayerDifference, Sides } from './types.ts';

/** A difference as it is shown: of one layer, or the same changes of several. */
export interface DifferenceEntry {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed' | 'affected';
  /** The layers in the net where they are shown: removed ones in the net before the change. */
  readonly layers: readonly ComparedLayer[];
  /** The old name of a renamed layer. */
  readonly oldName?: string | undefined;
  readonly type: string;
  readonly details: readonly Detail[];
}

/** A value that differs, or a fact about an added or removed layer. */
export type Detail = (Sides<string> & { readonly label: string }) | { readonly text: string };

/** The differences to show, in their order. Three or more layers with the same changes of fields are one entry. */
export function entriesOf(layers: readonly LayerDifference[]): DifferenceEntry[] {
  const groups = new Map<string, LayerChange[]>();
  for (const layer of layers) {
    const key = groupKey(layer);
    if (key !== undefined && 'fields' in layer) groups.set(key, [...(groups.get(key) ?? []), layer]);
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
  if (layer.kind !== 'changed' || layer.fields.length === 0) return undefined;
  const { isRenamed, moved, type, bottoms, tops, shapes, params, macs } = layer;
  if ([isRenamed, moved, type, bottoms, tops, shapes, params, macs].some(Boolean)) return undefined;
  const fields = layer.fields.map(({ path, before, after }) => [path, before.text, after.text]);
  return JSON.stringify([layer.after.type, fields]);
}

function groupEntry(first: LayerDifference, group: readonly LayerChange[]): DifferenceEntry {
  return { ...entryOf(first), layers: group.map(({ after }) => after) };
}

/** A single difference. */
export function entryOf(layer: LayerDifference): DifferenceEntry {
  if (layer.kind === 'added') return entryOfWhole('added', layer.after);
  if (layer.kind === 'removed') return entryOfWhole('removed', layer.before);
  const { kind, before, after, isRenamed, moved } = layer;
  return {
    kind: moved ? 'moved' : kind,
    layers: [after],
    oldName: isRenamed ? before.name : undefined,
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
  const { moved, type, fields, bottoms, tops, shapes, params, macs } = change;
  return [
    ...detail('place', moved, (name) => (name === null ? 'first' : `after ${name || '(no name)'}`)),
    ...detail('type', type, (name) => name),
    ...detail(bottoms && plural('bottom', bottoms), bottoms, listed),
    ...detail(tops && plural('top', tops), tops, listed),
    ...fields.map(fieldDetail),
    ...detail('output', shapes, listed),
    ...detail('parameters', params, formatCount),
    ...detail('MACs per image', macs, formatCount),
  ];
}

function detail<T>(label = '', sides: Sides<T> | undefined, format: (value: T) => string): Detail[] {
  return sides ? [{ label, before: format(sides.before), after: format(sides.after) }] : [];
}

/** A changed field, without the message of the layer type. */
export function fieldDetail({ path, before, after }: FieldChange): Detail {
  const side = ({ text, isDefault }: FieldChange['before']) =>
    text === '' ? 'not set' : isDefault ? `${text} (default)` : text;
  return { label: path.replace(/^[a-z\d_]+_param\./u, ''), before: side(before), after: side(after) };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function plural(noun: string, { before, after }: Sides<readonly string[]>): string {
  return before.length > 1 || after.length > 1 ? `${noun}s` : noun;
}
