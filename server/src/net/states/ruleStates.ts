import { findLayer } from '../../layers/registry.ts';
import type { Dialect } from '../../schema/dialect.ts';
import { isIncluded } from '../filter.ts';
import type { LayerSyntax } from '../lower.ts';
import type { Upgraded } from '../upgrade/upgrade.ts';
import { distinctStates, type NetState, netState, type Phase, phases } from './state.ts';

/** The largest number of states to build; further ones are ignored. */
const mostStates = 16;

/**
 * The states in which the include and exclude rules of a net leave it an input: the plain ones, and those with the
 * stages and the level that its input layers require. Undefined if the rules decide nothing: in a net without rules, or
 * without an input in any state.
 */
export function statesByRules(
  { layers, filtered }: Pick<Upgraded, 'layers' | 'filtered'>,
  dialect: Dialect,
  plain: readonly NetState[],
): readonly NetState[] | undefined {
  if (filtered.length === 0) return undefined;
  const inputs = inputLayers(layers, dialect);
  const hasInput = (state: NetState) => inputs.some(({ message }) => isIncluded(message, state));
  const found = plain.flatMap((state) => {
    const required = requiredStates(inputs, state).filter(
      (each) => !isUnusedDuplicate(each, layers, dialect),
    );
    return [state, ...required].filter(hasInput);
  });
  const built = distinctStates(found).slice(0, mostStates);
  const states = isDeployed(inputs, layers, dialect)
    ? built.filter(({ phase }) => isTested(phase, built, layers))
    : built;
  return states.length > 0 ? states : undefined;
}

/** The layers that provide data; layers that produce constants count only if there are no others. */
function inputLayers(layers: readonly LayerSyntax[], dialect: Dialect): readonly LayerSyntax[] {
  const sources = layers.filter(({ message }) => !message.has('bottom') && message.has('top'));
  const inputs = sources.filter(({ message }) => !findLayer(message.text('type'), dialect)?.constant);
  return inputs.length > 0 ? inputs : sources;
}

/** Whether a net is a deployment net: its inputs are Input layers, and it has no loss. */
function isDeployed(
  inputs: readonly LayerSyntax[],
  layers: readonly LayerSyntax[],
  dialect: Dialect,
): boolean {
  return (
    inputs.every(({ message }) => message.text('type') === 'Input') &&
    !layers.some(({ message }) => findLayer(message.text('type'), dialect)?.loss)
  );
}

/**
 * False for the TRAIN phase of a deployment net if rules leave a bottom without a producer only there: it is not
 * trained.
 */
function isTested(phase: Phase, states: readonly NetState[], layers: readonly LayerSyntax[]): boolean {
  if (phase === 'TEST' || !states.some((state) => state.phase === 'TEST')) return true;
  const ofPhase = (wanted: Phase) => states.filter((state) => state.phase === wanted);
  const whole = (state: NetState) => isWhole(layers.filter(({ message }) => isIncluded(message, state)));
  return ofPhase('TRAIN').every(whole) || !ofPhase('TEST').every(whole);
}

/** Whether every bottom has the name of a top above. */
function isWhole(layers: readonly LayerSyntax[]): boolean {
  const made = new Set<string>();
  return layers.every(({ message }) => {
    const found = message.texts('bottom').every((bottom) => made.has(bottom));
    for (const top of message.texts('top')) made.add(top);
    return found;
  });
}

/** The states of a phase that the include rules of the inputs require. */
function requiredStates(inputs: readonly LayerSyntax[], { phase, level, stages }: NetState): NetState[] {
  const rules = inputs.flatMap(({ message }) => message.messages('include'));
  return rules
    .filter((rule) => rule.has('stage') || rule.has('min_level') || rule.has('max_level'))
    .filter((rule) => !rule.has('phase') || rule.text('phase') === phase)
    .map((rule) => {
      const least = rule.has('min_level') ? Math.max(level, rule.int('min_level')) : level;
      const highest = rule.has('max_level') ? Math.min(least, rule.int('max_level')) : least;
      return netState(phase, highest, [...new Set([...stages, ...rule.texts('stage')])]);
    });
}

/**
 * If the rules only name stages, a state has the same layers in both phases. Only one of the two is useful: TRAIN for a
 * net with a loss, otherwise TEST.
 */
function isUnusedDuplicate(state: NetState, layers: readonly LayerSyntax[], dialect: Dialect): boolean {
  const included = (phase: Phase) => layers.filter(({ message }) => isIncluded(message, { ...state, phase }));
  const [train = [], test = []] = phases.map(included);
  if (train.length !== test.length || train.some((layer, index) => layer !== test[index])) return false;
  const hasLoss = train.some(({ message }) => findLayer(message.text('type'), dialect)?.loss);
  return state.phase !== (hasLoss ? 'TRAIN' : 'TEST');
}
