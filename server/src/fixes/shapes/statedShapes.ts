import { blobGraphOf, type Port } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { type Range, shift } from '../../text/range.ts';

/** One length of a declared shape. */
export interface StatedDim {
  readonly length: number;
  /** The range of the number, in the file. */
  readonly value: Range;
  /** The range of the whole field or list item, in the file. */
  readonly whole: Range;
  /** Whether it is an item of a list, `dim: [1, 3]`. */
  readonly listed: boolean;
  /** The field name: `dim`, or `input_dim` at the top level. */
  readonly field: string;
}

/**
 * The lengths that a layer without bottoms declares for one of its tops, in order; the first shape if all tops share
 * it. Net-level inputs are such a layer, with their shapes in `input_shape` or `input_dim`.
 */
export function statedDims(tree: SyntaxTree, layer: Layer, top = 0): StatedDim[] {
  const shapes = layer.context.params.list('shape');
  const shape = shapes[top] ?? shapes[0];
  if (!shape || !(shape.value instanceof Message)) return [];
  return shape.value
    .list('dim')
    .map((dim) => statedDim(dim, tree.startOf(dim.block ?? shape.block ?? layer.block)));
}

/** A length whose block begins at an offset. */
export function statedDim({ field, node, value }: Entry, start: number): StatedDim {
  const listed = field.value?.kind === 'list';
  return {
    length: Number(value),
    value: shift(node.range, start),
    whole: shift(listed ? node.range : field.range, start),
    listed,
    field: field.name.text,
  };
}

/** The tops of source layers (without bottoms) from which a bottom is computed, nearest first. */
export function originsOf(net: Net, layer: Layer, slot: number): Port[] {
  const graph = blobGraphOf(net);
  const origins: Port[] = [];
  const seen = new Set<Layer>();
  const first = graph.producer(layer, slot);
  const open: Port[] = first ? [first] : [];
  for (let port = open.shift(); port; port = open.shift()) {
    const { layer: producer } = port;
    if (producer.inputs.length === 0) {
      const known = origins.some((one) => one.layer === producer && one.index === port?.index);
      if (!known) origins.push(port);
    }
    if (seen.has(producer)) continue;
    seen.add(producer);
    for (const bottom of producer.inputs.keys()) {
      const above = graph.producer(producer, bottom);
      if (above) open.push(above);
    }
  }
  return origins;
}
