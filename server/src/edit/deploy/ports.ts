import { writtenLayers } from '../../document/layers.ts';
import { firstIndex, groupPairs } from '../../memo/lists.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { BlobGraph, Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { choosesProposals, isWriter } from './roles.ts';

/** The top that a layer reads by name, in a net that may not contain the layer. */
export function lastProducer(tree: SyntaxTree, net: Net, name: string, consumer: Layer): Port | undefined {
  const ports = portsByName(net).get(name) ?? [];
  const place = positionOf(tree, consumer);
  const below = firstIndex(ports.length, (at) => positionOf(tree, (ports[at] as Port).layer) >= place);
  return ports[below - 1];
}

/** The tops of a net by name, in file order. */
const portsByName = onceFor((net: Net) =>
  groupPairs(
    writtenLayers(net).flatMap((layer) =>
      layer.facts.tops.map((name, index): readonly [string, Port] => [name, { layer, index }]),
    ),
  ),
);

function positionOf(tree: SyntaxTree, { block, field }: Layer): number {
  return tree.startOf(block) + field.range.start;
}

/** The tops that no layer reads, except to write them to files. */
export function unread(layer: Layer, graph: BlobGraph): Port[] {
  const tops = layer.message.texts('top').map((_, index) => ({ layer, index }));
  return tops.filter(({ index }) =>
    graph.consumers(layer, index).every((consumer) => isWriter(consumer.layer)),
  );
}

/** A set of ports, equal if layer and index are. */
export class PortSet {
  private readonly indices = new Map<Layer, Set<number>>();

  constructor(ports: readonly Port[] = []) {
    for (const port of ports) this.add(port);
  }

  has({ layer, index }: Port): boolean {
    return this.indices.get(layer)?.has(index) ?? false;
  }

  add({ layer, index }: Port): void {
    const own = this.indices.get(layer) ?? new Set<number>();
    this.indices.set(layer, own.add(index));
  }
}

/** The port itself, or all proposals if training selects some of them. */
export function throughChoice(port: Port, graph: BlobGraph): Port {
  const proposals = choosesProposals(port.layer) ? graph.producer(port.layer, 0) : undefined;
  return proposals ? throughChoice(proposals, graph) : port;
}

/** The ports in file order. */
export function inFileOrder(tree: SyntaxTree, ports: readonly Port[]): Port[] {
  const position = ({ layer }: Port) => positionOf(tree, layer);
  return ports.toSorted((one, other) => position(one) - position(other) || one.index - other.index);
}
