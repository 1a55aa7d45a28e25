import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { NetState } from '../../net/states/state.ts';
import { type Renaming, rename } from './rename.ts';
import { type NetSymbol, namesIn, symbolAt } from './symbolAt.ts';

/** What has the same name in nets that are built together. */
export interface SharedName extends Pick<NetSymbol, 'kind' | 'name'> {
  /** The names of the layers that create a blob. */
  readonly creators: ReadonlySet<string>;
}

/** The name at an offset, as other nets may have it. */
export function sharedNameAt(document: Document, offset: number, state: NetState): SharedName | undefined {
  const found = symbolAt(document, offset, state);
  if (!found) return undefined;
  const { kind, name } = found;
  const places = kind === 'blob' ? found.definitions() : [];
  const creators = places.map(({ start }) => layerAt(document, start, state)?.layer.name ?? '');
  return { kind, name, creators: new Set(creators) };
}

/**
 * Renames in another net what a solver builds under the same name: the layer or shared parameter, or the blob that a
 * layer of the same name creates. If there is none, a blob that is the only one with its name. Undefined if the net
 * does not have it.
 */
export function renameElsewhere(other: Document, shared: SharedName, name: string): Renaming | undefined {
  if (other.root !== 'NetParameter') return undefined;
  const offset = offsetOf(other, shared);
  return offset === undefined ? undefined : rename(other, offset, other.states().states[0], name);
}

function offsetOf(other: Document, shared: SharedName): number | undefined {
  const names = placed(other).flatMap(({ layer, of }) =>
    of(shared.kind)
      .filter(({ name }) => name === shared.name)
      .map((each) => ({ layer, each })),
  );
  if (shared.kind !== 'blob') return names[0]?.each.range.start;
  const created = names.filter(({ layer }) => shared.creators.has(nameOf(layer)));
  const [first] = created.length > 0 ? created : names;
  const start = first?.each.range.start;
  if (start === undefined || created.length > 0) return start;
  const [state] = other.states().states;
  return symbolAt(other, start, state)?.occurrences().length === names.length ? start : undefined;
}

/** The layers of the text, with their names of a kind. */
const placed = onceFor((document: Document) =>
  document.netInput().upgraded.layers.map((layer) => ({
    layer,
    of: (kind: NetSymbol['kind']) => namesIn(document, layer, kind),
  })),
);

function nameOf({ message }: LayerSyntax): string {
  return message.text('name');
}
