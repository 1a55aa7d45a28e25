import type { Document } from '../../document/document.ts';
import { touching } from '../../document/layers.ts';
import type { Mark } from '../../drawing/graph.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Layer } from '../../net/net.ts';
import type { LayerSetup } from '../../net/setup.ts';
import { isSameState, type NetState } from '../../net/states/state.ts';
import { unusedTop } from '../../rules/blobs/unusedTop.ts';
import { reasons } from '../../shape/shape.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../types.ts';
import { leadingTo } from './unused.ts';

/**
 * The most important problem of each layer in a state: its first error, its first warning, why its shapes are unknown, or
 * that nothing uses it.
 */
export function marksOf(
  document: Document,
  state: NetState,
  layers: readonly Layer[],
): ReadonlyMap<Layer, Mark> {
  const marks = new Map<Layer, Mark>();
  const put = (layer: Layer, kind: Mark['kind'], message: string) => {
    if (!marks.has(layer)) marks.set(layer, { kind, message });
  };
  const found = placed(document, state, layers);
  for (const severity of ['error', 'warning'] as const)
    for (const [layer, diagnostic] of found)
      if (diagnostic.severity === severity) put(layer, severity, diagnostic.message);
  for (const layer of layers) {
    const [reason] = marks.has(layer) ? [] : ownReasons(layer.setup);
    if (reason !== undefined) put(layer, 'unknown', reason);
  }
  const unread = found.filter(([, { code }]) => code === unusedTop.code);
  for (const [layer, { message }] of unread) put(layer, 'unused', message);
  const ends = new Set(unread.map(([layer]) => layer));
  for (const layer of leadingTo(ends, document.net(state)))
    put(layer, 'unused', 'Only layers that nothing uses read its output.');
  return marks;
}

/** The diagnostics in the text of layers that occur in a state. */
function placed(
  document: Document,
  state: NetState,
  layers: readonly Layer[],
): readonly (readonly [Layer, Diagnostic])[] {
  return diagnostics(document)
    .filter((diagnostic) => isMarked(diagnostic) && occursIn(diagnostic, state))
    .flatMap((diagnostic): [Layer, Diagnostic][] => {
      const { start } = diagnostic.range;
      const layer = touching(document.tree, layers, { start, end: start }).at(-1);
      return layer ? [[layer, diagnostic]] : [];
    });
}

function isMarked({ severity, code }: Diagnostic): boolean {
  return severity === 'error' || severity === 'warning' || code === unusedTop.code;
}

function occursIn({ states }: Diagnostic, state: NetState): boolean {
  return states.length === 0 || states.some((each) => isSameState(each, state));
}

/** Why shapes are unknown, without the reasons that its inputs already have. */
const ownReasons = onceFor(({ inputs, outputs }: LayerSetup): readonly string[] => {
  const given = new Set(inputs.flatMap(({ shape }) => reasons(shape)));
  return outputs.flatMap(({ shape }) => reasons(shape)).filter((reason) => !given.has(reason));
});
