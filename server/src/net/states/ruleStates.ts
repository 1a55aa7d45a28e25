import { findLayer } from '../../layers/registry.ts';
import type { Dialect } from '../../schema/dialect.ts';
import { isIncluded } from '../filter.ts';
import type { LayerSyntax } from '../lower.ts';
import type { Upgraded } from '../upgrade/upgrade.ts';
import { distinctStates, type NetState, netState, type Phase, phases } from './state.ts';

/** More states than that no file is built in; beyond, its rules are not followed further. */
const mostStates = 16;

/**
 * The states for which the include and exclude rules of a net leave it an input: the plain ones, and those with the
 * stages and the level that its input layers require. Undefined where nothing depends on
 * the rules: a net without data layers, or one whose inputs are in no state at all.
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
    const required = requiredStates(inputs, state).filter((each) => !isUnusedTwin(each, layers, dialect));
    return [state, ...required].filter(hasInput);
  });
  const built = distinctStates(found).slice(0, mostStates);
  const states = isDeployed(inputs, layers, dialect)
    ? built.filter(({ phase }) => isTested(phase, built, layers))
    : built;
  return states.length > 0 ? states : undefined;
}

/** The layers that bring data into a net; layers that make constants only where nothing else does. */
function inputLayers(layers: readonly LayerSyntax[], dialect: Dialect): readonly LayerSyntax[] {
  const sources = layers.filter(({ message }) => !message.has('bottom') && message.has('top'));
  const inputs = sources.filter(({ message }) => !findLayer(message.text('type'), dialect)?.constant);
  return inputs.length > 0 ? inputs : sources;
}

/** Whether a net is there to be used alone: people feed it, and it has no loss. */
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

/** Nobody trains a deployed net, so what its rules leave without a bottom in the TRAIN phase alone concerns nobody. */
function isTested(phase: Phase, states: readonly NetState[], layers: readonly LayerSyntax[]): boolean {
  if (phase === 'TEST' || !states.some((state) => state.phase === 'TEST')) return true;
  const ofPhase = (wanted: Phase) => states.filter((state) => state.phase === wanted);
  const whole = (state: NetState) => isWhole(layers.filter(({ message }) => isIncluded(message, state)));
  return ofPhase('TRAIN').every(whole) || !ofPhase('TEST').every(whole);
}

/** Whether every bottom is the top of a layer above, by their names. */
function isWhole(layers: readonly LayerSyntax[]): boolean {
  const made = new Set<string>();
  return layers.every(({ message }) => {
    const found = message.texts('bottom').every((bottom) => made.has(bottom));
    for (const top of message.texts('top')) made.add(top);
    return found;
  });
}

/** The states for which the include rules of the inputs ask in a phase. */
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
 * Where the rules name stages only, a state has a twin of the other phase with the same layers. People build one of the
 * two: the net with a loss is trained, the other is not.
 */
function isUnusedTwin(state: NetState, layers: readonly LayerSyntax[], dialect: Dialect): boolean {
  const included = (phase: Phase) => layers.filter(({ message }) => isIncluded(message, { ...state, phase }));
  const [train = [], test = []] = phases.map(included);
  if (train.length !== test.length || train.some((layer, index) => layer !== test[index])) return false;
  const hasLoss = train.some(({ message }) => findLayer(message.text('type'), dialect)?.loss);
  return state.phase !== (hasLoss ? 'TRAIN' : 'TEST');
}
