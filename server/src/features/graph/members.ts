import type { Document } from '../../document/document.ts';
import { writtenLayers } from '../../document/layers.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Layer } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';

/** A layer of the text in the states that a graph shows. */
export interface Member {
  /** The layer in each state; undefined in a state without it. */
  readonly layers: readonly (Layer | undefined)[];
  /** The layer in the first state that has it. */
  readonly layer: Layer;
}

/** The layers of a net in any of the states, in the order of the file. */
export function membersIn(document: Document, states: readonly NetState[]): readonly Member[] {
  const nets = states.map((state) => {
    const net = document.net(state);
    return { written: net.written, layers: writtenLayers(net), next: 0 };
  });
  const [only, ...others] = nets;
  if (only && others.length === 0) return only.layers.map((layer) => ({ layers: [layer], layer }));
  return document.netInput().upgraded.layers.flatMap((syntax) => {
    const layers = nets.map((net) => {
      if (net.written[net.next] !== syntax) return undefined;
      net.next += 1;
      return net.layers[net.next - 1];
    });
    const layer = layers.find(Boolean);
    return layer ? [{ layers, layer }] : [];
  });
}

/** The layers of the file in none of the states. */
export function absentIn(document: Document, states: readonly NetState[]): readonly LayerSyntax[] {
  const { filtered } = document.netInput().upgraded;
  if (filtered.length === 0) return [];
  const shown = new Set(states.flatMap((state) => document.net(state).written));
  return filtered.filter((syntax) => !shown.has(syntax));
}

/** The most states that a text lists. */
const mostListed = 3;

/** `TRAIN only` for what exists in some of the states; undefined for what exists in all of them. */
export function onlyIn(has: readonly boolean[], states: readonly NetState[]): string | undefined {
  const own = states.filter((_, index) => has[index]);
  if (own.length === states.length) return undefined;
  if (own.length > mostListed) return `in ${own.length} of ${states.length} states`;
  return `${own.map(formatState).join(', ')} only`;
}
