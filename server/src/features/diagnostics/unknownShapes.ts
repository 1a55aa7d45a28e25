import type { Document } from '../../document/document.ts';
import { isRegistered } from '../../layers/registry.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import type { LayerSetup } from '../../net/setup.ts';
import { type NetState, stateKey } from '../../net/states/state.ts';
import { declaredName } from '../../net/unknownType.ts';
import { bvlc } from '../../schema/dialect.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank, reasons, type Shape } from '../../shape/shape.ts';
import type { Range } from '../../text/range.ts';
import type { Diagnostic, UnknownShapes } from '../types.ts';

/**
 * A hint at each layer where something unknown begins: layers without a rule, and those whose data lies elsewhere. What
 * is unknown only because of a layer before it, or because Caffe refuses the layer, gets none.
 */
export function unknownShapes(document: Document, states: readonly NetState[]): Diagnostic[] {
  const found = new Map<Range, Diagnostic>();
  for (const state of states) {
    const net = document.net(state);
    const refused = new Set(net.faults.map(({ layer }) => layer));
    const memo = document.memoOf(document.dialect).part(stateKey(state));
    for (const layer of memo.filter(net.layers, begins)) {
      if (!refused.has(layer.name)) found.set(layerPlace(layer).range, hint(document, layer));
    }
  }
  return [...found.values()];
}

/** Of a layer with a rule and bottoms, unknown lengths are its nature: the number of boxes is in the image. */
function begins(layer: Layer): boolean {
  // The field that cannot be read is reported itself.
  return !layer.automatic && layer.unread === undefined && makesUnknown(layer.setup);
}

const makesUnknown = onceFor(({ inputs, outputs }: LayerSetup): boolean => {
  const unknown = outputs.filter(({ shape }) => !isWhole(shape));
  if (unknown.length === 0 || !inputs.every(({ shape }) => isWhole(shape))) return false;
  return inputs.length === 0 || unknown.some(({ shape }) => !hasRank(shape));
});

/** What BVLC's own layers do is known; a Python layer may do anything. */
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
  const comment = `\`# shape: ${unknown.tops[0]} 1x3x224x224\``;
  return {
    severity: 'hint',
    code: 'shape/unknown',
    message: `The shape of ${names} is not known. ${why} A comment can state it: ${comment}.`,
    range: document.rangeOf(layerPlace(layer)),
    layer: layer.name,
    states: [],
    unknown,
  };
}

/** The tops of a layer whose shapes people could state, and the rule that they could declare. */
export function whatIsUnknown(layer: Layer): UnknownShapes {
  const tops = layer.outputs.filter(({ shape }) => !isWhole(shape)).map(({ name }) => name);
  const counts = { bottoms: layer.inputs.length, tops: layer.outputs.length };
  return { tops, ...(isRuleless(layer) && { declare: { name: declaredName(layer.message), ...counts } }) };
}
