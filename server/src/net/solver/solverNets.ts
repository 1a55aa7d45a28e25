import type { Message } from '../../schema/message.ts';
import { type NetState, netState, type Phase } from '../states/state.ts';

/** A net that a solver builds, and the state in which it does. */
export interface SolverNet {
  /** The path as the solver gives it; undefined for a net that the solver holds itself. */
  readonly path: string | undefined;
  readonly state: NetState;
  /** Whether its `train_state` or `test_state` states the phase. */
  readonly statesPhase: boolean;
}

/**
 * The nets that a solver builds, the training net first, as Solver::InitTrainNet and Solver::InitTestNets do: the net to
 * train, the nets named for testing, then the generic net again for the rest of `test_iter`. A `train_state` or
 * `test_state` may also change the phase.
 */
export function solverNets(solver: Message): readonly SolverNet[] {
  const train = trainNet(solver);
  const generic = solver.has('net_param') ? { path: undefined } : pathIn(solver, 'net');
  const named = [
    ...solver.messages('test_net_param').map(() => ({ path: undefined })),
    ...solver.texts('test_net').map((path) => ({ path })),
  ];
  const wanted = generic ? Math.max(named.length, solver.count('test_iter')) : named.length;
  const tests = Array.from({ length: Math.min(wanted, mostTests) }, (_, index) => named[index] ?? generic);
  const states = solver.messages('test_state');
  return [
    ...(train ? [{ ...train, ...merged('TRAIN', solver.messages('train_state')[0]) }] : []),
    ...tests.flatMap((net, index) => (net ? [{ ...net, ...merged('TEST', states[index]) }] : [])),
  ];
}

/** A solver tests with a few nets; a number in the file must not decide how long this takes. */
const mostTests = 64;

function trainNet(solver: Message): { path: string | undefined } | undefined {
  const inline = solver.has('train_net_param') || solver.has('net_param');
  return pathIn(solver, 'train_net') ?? pathIn(solver, 'net') ?? (inline ? { path: undefined } : undefined);
}

function pathIn(solver: Message, field: string): { path: string } | undefined {
  return solver.has(field) ? { path: solver.text(field) } : undefined;
}

/** The phase that the solver sets, and over it what a NetState states (NetState::MergeFrom). */
function merged(phase: Phase, state: Message | undefined): Pick<SolverNet, 'state' | 'statesPhase'> {
  if (!state) return { state: netState(phase), statesPhase: false };
  const statesPhase = state.has('phase');
  const built = statesPhase ? phaseOf(state) : phase;
  return { state: netState(built, state.int('level'), state.texts('stage')), statesPhase };
}

/** The phase that a NetState states; TEST where it states none, as caffe.proto declares. */
export function phaseOf(state: Message): Phase {
  return state.text('phase') === 'TRAIN' ? 'TRAIN' : 'TEST';
}
