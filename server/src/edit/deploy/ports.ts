import { writtenLayers } from '../../document/layers.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Port, Wiring } from '../../net/wiring.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { choosesProposals, isWriter } from './roles.ts';

/** The top that a layer reads by a name, in a net that need not have the layer itself. */
export function lastMaker(tree: SyntaxTree, net: Net, name: string, reader: Layer): Port | undefined {
  const place = positionOf(tree, reader);
  return writtenLayers(net)
    .filter((layer) => positionOf(tree, layer) < place)
    .flatMap((layer) => layer.message.texts('top').map((top, index) => ({ layer, index, top })))
    .findLast(({ top }) => top === name);
}

function positionOf(tree: SyntaxTree, { block, field }: Layer): number {
  return tree.startOf(block) + field.range.start;
}

/** The tops that nobody reads, but to write them to files. */
export function unread(layer: Layer, wiring: Wiring): Port[] {
  const tops = layer.message.texts('top').map((_, index) => ({ layer, index }));
  return tops.filter(({ index }) => wiring.readers(layer, index).every((reader) => isWriter(reader.layer)));
}

/** Whether two ports are the same end of a connection. */
export function isSame(one: Port, other: Port): boolean {
  return one.layer === other.layer && one.index === other.index;
}

/** What is read where training chooses among proposals: all of them. */
export function throughChoice(port: Port, wiring: Wiring): Port {
  const proposals = choosesProposals(port.layer) ? wiring.maker(port.layer, 0) : undefined;
  return proposals ? throughChoice(proposals, wiring) : port;
}

/** Ports in the order in which they stand in the file. */
export function inFileOrder(tree: SyntaxTree, ports: readonly Port[]): Port[] {
  const position = ({ layer }: Port) => positionOf(tree, layer);
  return ports.toSorted((one, other) => position(one) - position(other) || one.index - other.index);
}
