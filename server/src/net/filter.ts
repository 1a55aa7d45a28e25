import type { Memo } from '../memo/memo.ts';
import type { Message } from '../schema/message.ts';
import { type Failure, layerFailure } from './failure.ts';
import type { LayerSyntax } from './lower.ts';
import type { NetState } from './states/state.ts';
import type { Upgraded } from './upgrade/upgrade.ts';

/** The layers that exist in a state, in order (net.cpp, FilterNet). The memo belongs to that state. */
export function filterLayers(
  { layers, filtered }: Pick<Upgraded, 'layers' | 'filtered'>,
  state: NetState,
  memo: Memo,
): { readonly layers: readonly LayerSyntax[]; readonly failures: readonly Failure[] } {
  if (filtered.length === 0) return { layers, failures: [] };
  const failures = filtered.filter(hasBoth).map((layer) => {
    const message = 'A layer must not have both `include` and `exclude` rules.';
    return layerFailure(
      'filter',
      'net/include-and-exclude',
      layer,
      message,
      layer.message.list('exclude')[0],
    );
  });
  const exists = ({ facts, message }: LayerSyntax) => !facts.isFiltered || isIncluded(message, state);
  return { layers: memo.filter(layers, exists, filterLayers), failures };
}

function hasBoth({ message }: LayerSyntax): boolean {
  return message.has('include') && message.has('exclude');
}

/** Whether any include rule is met or, if there are none, no exclude rule is met. */
export function isIncluded(layer: Message, state: NetState): boolean {
  const include = layer.messages('include');
  if (include.length > 0) return include.some((rule) => meetsRule(rule, state));
  return !layer.messages('exclude').some((rule) => meetsRule(rule, state));
}

/** StateMeetsRule: whether every condition of the rule holds; an empty rule is always met. */
function meetsRule(rule: Message, state: NetState): boolean {
  if (rule.has('phase') && rule.text('phase') !== state.phase) return false;
  if (rule.has('min_level') && state.level < rule.int('min_level')) return false;
  if (rule.has('max_level') && state.level > rule.int('max_level')) return false;
  const stages = new Set(state.stages);
  return (
    rule.texts('stage').every((stage) => stages.has(stage)) &&
    !rule.texts('not_stage').some((stage) => stages.has(stage))
  );
}
