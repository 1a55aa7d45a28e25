import { paramCounts } from '../costs/parameters.ts';
import type { Document } from '../document/document.ts';
import { layerExtent, layersIn, layersTouching } from '../document/layers.ts';
import type { Layer, LayerBlob } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import { isKnown } from '../shape/dim.ts';
import { formatShape, hasRank, reasons, type Shape } from '../shape/shape.ts';
import type { Range } from '../text/range.ts';
import { shortened, visible } from '../text/visible.ts';
import { joined, longestName, message } from './markdown.ts';
import { formatCount } from './numbers.ts';
import type { InlayHint, InlayHintOptions } from './types.ts';

/** The output shapes and the number of parameters of each layer, at the end of its first line. */
export function inlayHints(
  document: Document,
  range: Range | undefined,
  state: NetState,
  options: InlayHintOptions,
): InlayHint[] {
  const layers = range ? layersTouching(document, state, range) : layersIn(document, state);
  return layers.flatMap((layer) => layerHint(document, layer, options));
}

function layerHint(document: Document, layer: Layer, options: InlayHintOptions): InlayHint[] {
  const parts = [
    options.shapes ? shapesText(layer, options) : '',
    options.parameters ? paramsText(layer) : '',
  ];
  const label = parts.filter((part) => part !== '').join(' · ');
  if (label === '') return [];
  const why = layer.outputs.flatMap((output) => reasons(output.shape));
  return [
    {
      offset: hintOffset(document, layer),
      label,
      tooltip: why.length > 0 ? joined([...new Set(why)].map(message), '  \n') : undefined,
    },
  ];
}

function shapesText(layer: Layer, options: InlayHintOptions): string {
  const named = layer.outputs.length > 1;
  return layer.outputs.map((output) => blobText(output, named, options)).join(', ');
}

function blobText({ name, shape: full }: LayerBlob, named: boolean, options: InlayHintOptions): string {
  const shape = formatShape(options.batch ? full : withoutBatch(full));
  return named ? `${visible(shortened(name, longestName))} ${shape}` : shape;
}

function withoutBatch(shape: Shape): Shape {
  return hasRank(shape) && shape.length > 1 ? shape.slice(1) : shape;
}

function paramsText(layer: Layer): string {
  if (layer.params.length === 0 || layer.stopped) return '';
  const { all: count } = paramCounts(layer);
  const shared = layer.params.some(({ sharedWith }) => sharedWith !== undefined) ? ' (shared)' : '';
  return `${formatCount(isKnown(count) ? count : null)} param${count === 1 ? '' : 's'}${shared}`;
}

/** The offset after the opening brace if its line ends there, otherwise after the layer. */
function hintOffset(document: Document, layer: Layer): number {
  const { start, end } = layerExtent(document.tree, layer);
  const opening = /^[^{<\n]*[{<](?=[ \t]*(?:#[^\n]*)?\r?\n)/u.exec(document.text.slice(start, end));
  return opening ? start + opening[0].length : end;
}
