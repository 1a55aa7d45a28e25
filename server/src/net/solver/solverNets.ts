import { groupPairs } from '../../memo/lists.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { type NetState, netState, type Phase } from '../states/state.ts';

/** A net of a solver, and the state in which the solver builds it. */
export interface SolverNet {
  /** The path in the solver; undefined for an inline net. */
  readonly path: string | undefined;
  readonly isTest: boolean;
  readonly state: NetState;
  /** Whether its `train_state` or `test_state` sets the phase. */
  readonly statesPhase: boolean;
}

/**
 * The nets of a solver, as in Solver::InitTrainNet and Solver::InitTestNets: the training net, the named test nets,
 * then the generic net for the remaining `test_iter`. A `train_state` or `test_state` may also change the phase.
 */
export function solverNets(solver: Message): readonly SolverNet[] {
  return builtNets(solver).map(({ entry, ...net }) => net);
}

/** The nets in the solver itself, each with the states in which the solver builds it. */
export function inlineNetsOf(solver: Message): ReadonlyMap<Entry, readonly SolverNet[]> {
  return groupPairs(builtNets(solver).flatMap(({ entry, ...net }) => (entry ? [[entry, net] as const] : [])));
}

/** A net by its path, or the message of an inline net. */
interface Source {
  readonly path: string | undefined;
  readonly entry?: Entry | undefined;
}

function builtNets(solver: Message): readonly (SolverNet & Source)[] {
  const train = trainNet(solver);
  const generic = inline(solver, 'net_param')[0] ?? pathIn(solver, 'net');
  const named = [...inline(solver, 'test_net_param'), ...solver.texts('test_net').map((path) => ({ path }))];
  const wanted = generic ? Math.max(named.length, solver.count('test_iter')) : named.length;
  const tests = Array.from({ length: Math.min(wanted, mostTests) }, (_, index) => named[index] ?? generic);
  const states = solver.messages('test_state');
  return [
    ...(train ? [{ ...train, isTest: false, ...merged('TRAIN', solver.messages('train_state')[0]) }] : []),
    ...tests.flatMap((net, index) =>
      net ? [{ ...net, isTest: true, ...merged('TEST', states[index]) }] : [],
    ),
  ];
}

/** A limit, so that a large number in the file does not make the check slow. */
const mostTests = 64;

function trainNet(solver: Message): Source | undefined {
  const [inner] = [...inline(solver, 'train_net_param'), ...inline(solver, 'net_param')];
  return pathIn(solver, 'train_net') ?? pathIn(solver, 'net') ?? inner;
}

function inline(solver: Message, field: string): Source[] {
  return solver.list(field).map((entry) => ({ path: undefined, entry }));
}

function pathIn(solver: Message, field: string): Source | undefined {
  return solver.has(field) ? { path: solver.text(field) } : undefined;
}

/** The solver's phase, overridden by a NetState (NetState::MergeFrom). */
function merged(phase: Phase, state: Message | undefined): Pick<SolverNet, 'state' | 'statesPhase'> {
  if (!state) return { state: netState(phase), statesPhase: false };
  const statesPhase = state.has('phase');
  const built = statesPhase ? phaseOf(state) : phase;
  return { state: netState(built, state.int('level'), state.texts('stage')), statesPhase };
}

/** The phase of a NetState; TEST by default, as in caffe.proto. */
export function phaseOf(state: Message): Phase {
  return state.text('phase') === 'TRAIN' ? 'TRAIN' : 'TEST';
}
