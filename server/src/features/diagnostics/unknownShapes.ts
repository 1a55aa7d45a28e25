import { isShapeName } from '../../document/directives.ts';
import type { Document } from '../../document/document.ts';
import { isRegistered } from '../../layers/registry.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { LayerSetup } from '../../net/setup.ts';
import { type NetState, stateKey } from '../../net/states/state.ts';
import { declaredName } from '../../net/unknownType.ts';
import { bvlc } from '../../schema/dialect.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank, reasons, type Shape, unshaped } from '../../shape/shape.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic, UnknownShapes } from '../types.ts';

/**
 * A hint at each layer that introduces an unknown shape: a layer without known shapes, or one whose data cannot be
 * read. There is none if the shape is unknown because of an earlier layer, or because Caffe rejects the layer.
 */
export function unknownShapes(document: Document, states: readonly NetState[]): Diagnostic[] {
  const found = new Map<Range, Diagnostic>();
  for (const state of states) {
    const net = document.net(state);
    const refused = new Set(net.failures.map(({ layer }) => layer));
    const memo = document.memoOf(document.dialect).part(stateKey(state));
    for (const layer of memo.filter(net.layers, begins)) {
      if (!refused.has(layer.name)) found.set(layerLocation(layer).range, hint(document, layer));
    }
  }
  return [...found.values()];
}

/**
 * Whether a layer introduces an unknown shape. Unknown lengths are normal in known layers with bottoms: boxes depend on
 * the image.
 */
function begins(layer: Layer): boolean {
  // A field that cannot be read has its own error.
  return !layer.automatic && layer.unread === undefined && makesUnknown(layer.setup);
}

const makesUnknown = onceFor(({ inputs, outputs }: LayerSetup): boolean => {
  const unknown = outputs.filter(({ shape }) => !isWhole(shape));
  if (unknown.length === 0 || !inputs.every(({ shape }) => isWhole(shape))) return false;
  return inputs.length === 0 || unknown.some(({ shape }) => !hasRank(shape));
});

/** Whether the shapes of a layer are not known at all, so that it can be declared. */
function isRuleless({ type, outputs }: Layer): boolean {
  return !isRegistered(type, bvlc) && outputs.some(({ shape }) => !hasRank(shape));
}

function isWhole(shape: Shape): boolean {
  return hasRank(shape) && shape.every(isKnown);
}

function hint(document: Document, layer: Layer): Diagnostic {
  const unknown = whatIsUnknown(layer);
  const names = unknown.tops.map((name) => `\`${name}\``).join(', ');
  const why = [...new Set(layer.outputs.flatMap(({ shape }) => reasons(shape)))].join(' ');
  const named = unknown.tops.find(isShapeName);
  const comment = `\`# shape: ${named} ${exampleOf(layer, named)}\``;
  const help = named === undefined ? '' : ` You can state it in a comment: ${comment}.`;
  return {
    severity: 'hint',
    code: 'shape/unknown',
    message: `The shape of ${names} is unknown. ${why}${help}`,
    range: document.rangeOf(layerLocation(layer)),
    layer: layer.name,
    states: [],
    unknown,
  };
}

/** A shape for a top, `64x3x224x224`: its known axes, with the sizes of an image for the others. */
function exampleOf({ outputs }: Layer, top: string | undefined): string {
  const shape = outputs.find(({ name }) => name === top)?.shape ?? unshaped;
  const image = [1, 3, 224, 224];
  if (!hasRank(shape) || shape.length !== image.length) return image.join('x');
  return shape.map((dim, axis) => (isKnown(dim) ? dim : image[axis])).join('x');
}

/** The tops of a layer whose shapes can be stated, and the declaration that can be added for it. */
export function whatIsUnknown(layer: Layer): UnknownShapes {
  const tops = layer.outputs.filter(({ shape }) => !isWhole(shape)).map(({ name }) => name);
  const counts = { bottoms: layer.inputs.length, tops: layer.outputs.length };
  return { tops, ...(isRuleless(layer) && { declare: { name: declaredName(layer.message), ...counts } }) };
}
