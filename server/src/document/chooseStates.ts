import { phaseOf } from '../net/solver/solverNets.ts';
import { statesByRules } from '../net/states/ruleStates.ts';
import {
  distinctStates,
  isSameState,
  type NetState,
  netState,
  type Phase,
  phases,
} from '../net/states/state.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { FileAnalysis } from './analysis.ts';
import type { StateChoice } from './stateChoice.ts';
import type { SolverRequest } from './workspaceContext.ts';

/**
 * The states in which a net is checked: the requested one; otherwise those that the file or the workspace declares;
 * otherwise those for which solvers build it; otherwise those in which its own rules leave it an input; otherwise both
 * phases.
 */
export function chooseStates(document: FileAnalysis, dialect: Dialect): StateChoice {
  const { settings, context, directives } = document;
  const { solvers } = context;
  const own = ownState(document, dialect);
  const also = settings.alsoState ? [settings.alsoState] : [];
  const candidates = [
    ['command', settings.state ? [settings.state] : []],
    ['comment', directives.states.flatMap(({ state }) => state ?? [])],
    ['workspace', context.states],
    ['solver', solvers.map((request) => requested(request, own))],
    ['rules', rulesOf(document, own, dialect)],
  ] as const;
  for (const [by, list] of candidates) {
    if (list.length === 0) continue;
    const names = by === 'solver' ? [...new Set(solvers.map(({ solver }) => solver))] : [];
    return { ...inOrder([...list, ...also]), by, solvers: names };
  }
  return { ...inOrder([...plainStates(own), ...also]), by: 'default', solvers: [] };
}

type Request = Pick<SolverRequest, 'state' | 'statesPhase'>;

/** The state in which a solver builds a net. */
export function requestedState(document: FileAnalysis, request: Request, dialect: Dialect): NetState {
  return requested(request, ownState(document, dialect));
}

/** What is set before a state is requested: by the net's own `state` and by the settings. */
interface OwnState extends Pick<NetState, 'level' | 'stages'> {
  readonly phases: readonly Phase[];
}

function ownState(document: FileAnalysis, dialect: Dialect): OwnState {
  const { level, stages } = document.settings;
  if (document.root !== 'NetParameter') return { phases, level, stages };
  const own = document.netInput(dialect).upgraded.message.message('state');
  return {
    phases: own.has('phase') ? [phaseOf(own)] : phases,
    level: own.has('level') ? own.int('level') : level,
    stages: [...new Set([...own.texts('stage'), ...stages])],
  };
}

/**
 * The net's own `state` overrides the phase that a solver sets by default, and the solver's own state overrides both
 * (solver.cpp).
 */
function requested({ state, statesPhase }: Request, own: OwnState): NetState {
  const [phase = state.phase] = statesPhase || own.phases.length > 1 ? [] : own.phases;
  return netState(phase, state.level, [...new Set([...own.stages, ...state.stages])]);
}

/** The states that the rules of the net leave, if these are not simply both phases. */
function rulesOf(document: FileAnalysis, own: OwnState, dialect: Dialect): readonly NetState[] {
  if (document.root !== 'NetParameter') return [];
  const plain = plainStates(own);
  const states = statesByRules(document.netInput(dialect).upgraded, dialect, plain) ?? [];
  const same =
    states.length === plain.length && plain.every((state) => states.some((each) => isSameState(each, state)));
  return same ? [] : states;
}

function plainStates({ phases: own, level, stages }: OwnState): NetState[] {
  return own.map((phase) => netState(phase, level, stages));
}

/** The maximum number of states in which a net is built. */
const mostStates = 64;

/** The first states without repeats, TRAIN before TEST; TRAIN if there are none. */
function inOrder(states: readonly NetState[]): Pick<StateChoice, 'states' | 'left'> {
  const distinct = distinctStates(states);
  const built = distinct.slice(0, mostStates);
  const [first, ...others] = phases.flatMap((phase) => built.filter((state) => state.phase === phase));
  return { states: [first ?? netState('TRAIN'), ...others], left: distinct.length - built.length };
}
