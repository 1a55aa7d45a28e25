import { blobUseAt } from '../../document/blobUses.ts';
import type { Document } from '../../document/document.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer } from '../../net/net.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import { formatShape } from '../../shape/shape.ts';
import { code, joined, type Markdown, md, message, paragraphs } from '../markdown.ts';
import { formatCount } from '../numbers.ts';
import { reasonsFor } from './reasonsFor.ts';

/**
 * Hover text of the bottom or top at an offset: its shape, its producers and its consumers, and the reasons for what is
 * unknown that are not in texts which are shown too.
 */
export function blobMarkdown(
  document: Document,
  offset: number,
  state: NetState,
  shown: readonly string[],
): Markdown | undefined {
  const found = blobUseAt(document, offset, state);
  if (!found) return undefined;
  const {
    use: { layer, index, kind },
    net,
  } = found;
  const use = (kind === 'bottom' ? layer.inputs : layer.outputs)[index];
  if (!use) return undefined;
  const graph = blobGraphOf(net);
  const top = kind === 'top' ? { layer, index } : graph.producer(layer, index);
  const producers = top ? graph.producers(top) : [];
  const consumers = top ? graph.allConsumers(top) : [];
  const lines = [
    md`**${use.name}** · blob ${formatShape(use.shape)} · ${formatState(net.state)}`,
    listed('Produced by', producers),
    ...(kind === 'top' ? [listed('Consumed by', consumers)] : []),
    ...reasonsFor([use], shown).map((reason) => md`\`?\` ${message(reason)}`),
  ];
  return paragraphs(...lines);
}

/** The number of layers that are named. */
const mostNamed = 20;

function listed(label: string, layers: readonly Layer[]): Markdown {
  if (layers.length === 0) return md``;
  const names = layers.slice(0, mostNamed).map(({ name, type }) => md`${code(name)} (${type})`);
  const more = layers.length - names.length;
  return md`${label} ${joined(names, ', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}
