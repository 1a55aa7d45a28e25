import type { Document } from '../../document/document.ts';
import { allNets, sameLayerIn } from '../../document/layers.ts';
import { isRegistered } from '../../layers/registry.ts';
import { blobGraphOf, type Port } from '../../net/blobGraph.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Layer, Net } from '../../net/net.ts';
import { differ } from '../../shape/dim.ts';
import { hasRank, type Shape } from '../../shape/shape.ts';
import type { TextEdit } from '../../text/edit.ts';
import { addLayerAfter } from '../layers.ts';
import { freeName } from '../names.ts';
import { newField, quoted } from '../newField.ts';
import { renameConsumers } from '../renameTop.ts';
import { ownLayers } from './layerText.ts';

/** How a layer joins the input and the output of a branch: as a sum, or one after the other. */
export type Join = 'Eltwise' | 'Concat';

/** The branch that selected layers form: they compute one blob from another one. */
export interface Branch {
  /** The name of the blob that they read. */
  readonly input: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Inserts a layer after selected layers that joins their input with their output, which the layers that read the output
 * then read instead. Undefined unless the layers are in the same states, have one input, which they do not change in
 * place, and one output, and unless the shapes of both are known to fit.
 */
export function joinBranch(
  document: Document,
  layers: readonly LayerSyntax[],
  join: Join,
): Branch | undefined {
  const last = layers.at(-1);
  if (last?.field.name.text !== 'layer' || !isRegistered(join, document.dialect)) return undefined;
  const found = branchesOf(document, layers);
  const [branch] = found ?? [];
  if (!branch || !found?.every((other) => isSame(branch, other) && fits(join, other))) return undefined;
  const { input, output } = branch;
  const [from = '', to = ''] = [input, output].map(nameOf);
  const taken = new Set(ownLayers(document).flatMap(({ facts }) => [facts.name, ...facts.tops]));
  const name = freeName(taken, `${to}_${join === 'Eltwise' ? 'sum' : 'concat'}`);
  const added = newField('layer', [
    newField('name', quoted(name)),
    newField('type', quoted(join)),
    newField('bottom', quoted(from)),
    newField('bottom', quoted(to)),
    newField('top', quoted(name)),
  ]);
  const messages = new Set(layers.map(({ message }) => message));
  const isInside = ({ message }: Layer) => messages.has(message);
  return {
    input: from,
    edits: [
      addLayerAfter(document.tree, last, added),
      ...renameConsumers(document, output.layer, output.index, name, isInside),
    ],
  };
}

/** The input and the output of selected layers in a net. */
interface Ends {
  readonly input: Port;
  readonly output: Port;
}

/** The ends in each net that has the layers; undefined if some layers are missing or there are several ends. */
function branchesOf(document: Document, layers: readonly LayerSyntax[]): Ends[] | undefined {
  const branches: Ends[] = [];
  for (const net of allNets(document)) {
    const own = layers.flatMap((layer) => sameLayerIn(net, layer) ?? []);
    if (own.length === 0) continue;
    const ends = own.length === layers.length ? endsOf(net, own) : undefined;
    if (!ends) return undefined;
    branches.push(ends);
  }
  return branches;
}

function endsOf(net: Net, layers: readonly Layer[]): Ends | undefined {
  const graph = blobGraphOf(net);
  const own = new Set(layers);
  const inputs = new Map<string, Port>();
  const outputs: Port[] = [];
  for (const layer of layers) {
    for (const [index, name] of layer.facts.bottoms.entries()) {
      const producer = graph.producer(layer, index);
      if (!producer) return undefined;
      if (own.has(producer.layer)) continue;
      inputs.set(JSON.stringify([producer.layer.index, producer.index]), producer);
      if (layer.facts.tops.includes(name)) return undefined;
    }
    for (const index of layer.facts.tops.keys()) {
      const consumers = graph.consumers(layer, index);
      if (consumers.length === 0 || consumers.some((consumer) => !own.has(consumer.layer)))
        outputs.push({ layer, index });
    }
  }
  const [[input, otherInput], [output, otherOutput]] = [[...inputs.values()], outputs];
  return input && output && !otherInput && !otherOutput ? { input, output } : undefined;
}

function isSame(one: Ends, other: Ends): boolean {
  return (
    nameOf(one.input) === nameOf(other.input) &&
    one.output.layer.message === other.output.layer.message &&
    one.output.index === other.output.index
  );
}

function nameOf({ layer, index }: Port): string {
  return layer.facts.tops[index] ?? '';
}

/** Whether the shapes of both ends are known to be equal; for a Concat, apart from the channels. */
function fits(join: Join, { input, output }: Ends): boolean {
  const [one, other] = [shapeOf(input), shapeOf(output)];
  if (!one || !other || !hasRank(one) || !hasRank(other) || one.length !== other.length) return false;
  const isFree = (axis: number) => join === 'Concat' && axis === 1;
  if (join === 'Concat' && one.length < 2) return false;
  return one.every((dim, axis) => {
    const otherDim = other[axis] ?? dim;
    return isFree(axis) || (!differ(dim, otherDim) && (dim === otherDim || axis === 0));
  });
}

function shapeOf({ layer, index }: Port): Shape | undefined {
  return layer.outputs[index]?.shape;
}
