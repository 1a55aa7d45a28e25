import type { LayerSyntax } from '../net/lower.ts';
import type { Layer, Net } from '../net/net.ts';
import { netState, type Phase, phases } from '../net/state.ts';
import { type Range, shift } from '../text/range.ts';
import type { Document } from './document.ts';

/** The text of a whole layer, `layer { … }`. */
export function layerExtent({ block, field }: LayerSyntax): Range {
  return shift(field.range, block.start);
}

/** The layer whose text holds the offset: of the given phase, or of the other where the first leaves it out. */
export function layerAt(
  document: Document,
  offset: number,
  phase: Phase,
): { layer: Layer; phase: Phase } | undefined {
  for (const other of [phase, ...phases.filter((candidate) => candidate !== phase)]) {
    const layer = layersIn(document, other).find((candidate) => {
      const { start, end } = layerExtent(candidate);
      return start <= offset && offset <= end;
    });
    if (layer) return { layer, phase: other };
  }
  return undefined;
}

/** The written layers of a document in a phase, with the stages and level of its settings. */
export function layersIn(document: Document, phase: Phase): readonly Layer[] {
  if (document.root !== 'NetParameter') return [];
  return writtenLayers(document.net(netState(phase, document.settings.level, document.settings.stages)));
}

/** The layers of the file, without the Split layers that Caffe inserts. */
export function writtenLayers(net: Net): readonly Layer[] {
  return net.layers.filter((layer) => !layer.automatic);
}

/** The net in both phases, with the stages and level of the document's settings. */
export function bothNets(document: Document): readonly Net[] {
  if (document.root !== 'NetParameter') return [];
  const { level, stages } = document.settings;
  return phases.map((phase) => document.net(netState(phase, level, stages)));
}

/** The same layer of the text in a net of another state, if it is there. */
export function twinOf(net: Net, layer: Layer): Layer | undefined {
  return net.layers.find(({ message }) => message === layer.message);
}
