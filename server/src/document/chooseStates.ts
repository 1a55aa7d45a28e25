import { statesByRules } from '../net/ruleStates.ts';
import { distinctStates, isSameState, type NetState, netState, phases } from '../net/state.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { Document } from './document.ts';

/** The states in which a net is built, the training net first, and what decided for them. */
export interface StateChoice {
  readonly states: readonly [NetState, ...NetState[]];
  /** An argument, comments of the file, `caffe-prototxt.json`, solvers, its include and exclude rules, or nothing. */
  readonly by: 'command' | 'comment' | 'workspace' | 'solver' | 'rules' | 'default';
  /** The file names of the solvers that ask for them, where solvers do. */
  readonly solvers: readonly string[];
}

/**
 * Decides in which states a net is judged: the one that was asked for; else those that the file or the workspace states;
 * else those for which solvers build it; else those in which its own rules leave it an input; else both phases.
 */
export function chooseStates(document: Document, dialect: Dialect): StateChoice {
  const { settings, surroundings, directives } = document;
  const { solvers } = surroundings;
  const also = settings.alsoState ? [settings.alsoState] : [];
  const candidates = [
    ['command', settings.state ? [settings.state] : []],
    ['comment', directives.states.flatMap(({ state }) => state ?? [])],
    ['workspace', surroundings.states],
    ['solver', solvers.map(({ state }) => state)],
    ['rules', rulesOf(document, dialect)],
  ] as const;
  for (const [by, list] of candidates) {
    if (list.length === 0) continue;
    const names = by === 'solver' ? [...new Set(solvers.map(({ solver }) => solver))] : [];
    return { states: inOrder([...list, ...also]), by, solvers: names };
  }
  return { states: inOrder([...bothPhases(document), ...also]), by: 'default', solvers: [] };
}

/** What the rules of the net leave, where that is not simply both phases. */
function rulesOf(document: Document, dialect: Dialect): readonly NetState[] {
  if (document.root !== 'NetParameter') return [];
  const states = statesByRules(document.source(dialect).upgraded.layers, dialect, document.settings) ?? [];
  const plain = bothPhases(document);
  const same =
    states.length === plain.length && plain.every((state) => states.some((each) => isSameState(each, state)));
  return same ? [] : states;
}

function bothPhases({ settings: { level, stages } }: Document): [NetState, NetState] {
  return [netState('TRAIN', level, stages), netState('TEST', level, stages)];
}

/** Each once, TRAIN before TEST; TRAIN where there are none. */
function inOrder(states: readonly NetState[]): StateChoice['states'] {
  const distinct = distinctStates(states);
  const [first, ...others] = phases.flatMap((phase) => distinct.filter((state) => state.phase === phase));
  return [first ?? netState('TRAIN'), ...others];
}
