import { writtenLayers } from '../../document/layers.ts';
import type { BlobGraph, Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { choosesProposals, isWriter } from './roles.ts';

/** The top that a layer reads by name, in a net that may not contain the layer. */
export function lastProducer(tree: SyntaxTree, net: Net, name: string, consumer: Layer): Port | undefined {
  const place = positionOf(tree, consumer);
  return writtenLayers(net)
    .filter((layer) => positionOf(tree, layer) < place)
    .flatMap((layer) => layer.message.texts('top').map((top, index) => ({ layer, index, top })))
    .findLast(({ top }) => top === name);
}

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

/** Whether two ports are equal. */
export function isSame(one: Port, other: Port): boolean {
  return one.layer === other.layer && one.index === other.index;
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
