/** Caffe's NetState, which decides which layers of a net exist: arguments of Caffe's tools besides the file. */
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
  return JSON.stringify([state.phase, state.level, [...state.stages].sort()]);
}

export function isSameState(one: NetState, other: NetState): boolean {
  return stateKey(one) === stateKey(other);
}

/** The states without repetitions, in their order. */
export function distinctStates(states: readonly NetState[]): readonly NetState[] {
  return [...new Map(states.map((state) => [stateKey(state), state])).values()];
}

/** A state as text: `TRAIN`, `TEST deploy`, `TEST level=1 val`. */
export function formatState({ phase, level, stages }: NetState): string {
  return [phase, ...(level === 0 ? [] : [`level=${level}`]), ...stages].join(' ');
}

/** Parses the output of `formatState`, with level and stages in any order; undefined for other text. */
export function parseState(text: string): NetState | undefined {
  const [first = '', ...words] = text.replace(/#.*$/u, '').trim().split(/\s+/u);
  const phase = phases.find((each) => each === first.toUpperCase());
  const levels = words.filter((word) => word.startsWith('level='));
  const level = levels.map((word) => /^level=(-?\d{1,9})$/u.exec(word)?.[1]);
  if (!phase || levels.length > 1 || level.includes(undefined)) return undefined;
  const stages = words.filter((word) => !word.startsWith('level='));
  if (stages.some((stage) => stage.includes('=') || phases.some((each) => each === stage))) return undefined;
  return netState(phase, Number(level[0] ?? 0), stages);
}
