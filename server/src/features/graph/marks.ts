import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import type { Mark } from '../../drawing/graph.ts';
import { firstIndex } from '../../memo/lists.ts';
import type { Layer } from '../../net/net.ts';
import { isSameState, type NetState } from '../../net/states/state.ts';
import { reasons } from '../../shape/shape.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../types.ts';

/** The most important problem of each layer in a state: its first error, its first warning, or why its shapes are unknown. */
export function marksOf(
  document: Document,
  state: NetState,
  layers: readonly Layer[],
): ReadonlyMap<Layer, Mark> {
  const marks = new Map<Layer, Mark>();
  for (const severity of ['error', 'warning'] as const)
    for (const [layer, { message }] of placed(document, state, layers, severity))
      if (!marks.has(layer)) marks.set(layer, { kind: severity, message });
  for (const layer of layers) {
    const [reason] = marks.has(layer) ? [] : ownReasons(layer);
    if (reason !== undefined) marks.set(layer, { kind: 'unknown', message: reason });
  }
  return marks;
}

/** The diagnostics of a severity in the text of layers. */
function placed(
  document: Document,
  state: NetState,
  layers: readonly Layer[],
  severity: Diagnostic['severity'],
): [Layer, Diagnostic][] {
  const extents = layers
    .map((layer) => ({ layer, range: layerExtent(document.tree, layer) }))
    .sort((one, other) => one.range.start - other.range.start);
  return diagnostics(document)
    .filter((diagnostic) => diagnostic.severity === severity && occursIn(diagnostic, state))
    .flatMap((diagnostic): [Layer, Diagnostic][] => {
      const { start } = diagnostic.range;
      const after = firstIndex(extents.length, (index) => (extents[index]?.range.start ?? 0) > start);
      const found = extents[after - 1];
      return found && start <= found.range.end ? [[found.layer, diagnostic]] : [];
    });
}

function occursIn({ states }: Diagnostic, state: NetState): boolean {
  return states.length === 0 || states.some((each) => isSameState(each, state));
}

/** Why shapes are unknown, without the reasons that its inputs already have. */
function ownReasons({ inputs, outputs }: Layer): string[] {
  const given = new Set(inputs.flatMap(({ shape }) => reasons(shape)));
  return outputs.flatMap(({ shape }) => reasons(shape)).filter((reason) => !given.has(reason));
}
