/** Which of a net's layers exist: the arguments that Caffe's tools take beside the file. */
export interface NetState {
  readonly phase: Phase;
  readonly level: number;
  readonly stages: readonly string[];
}

export type Phase = 'TRAIN' | 'TEST';

export const phases: readonly Phase[] = ['TRAIN', 'TEST'];

export function netState(phase: Phase, level = 0, stages: readonly string[] = []): NetState {
  return { phase, level, stages };
}

/** A key that is equal for equal states. */
export function stateKey(state: NetState): string {
  return JSON.stringify([state.phase, state.level, state.stages]);
}
