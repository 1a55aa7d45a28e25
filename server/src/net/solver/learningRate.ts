import type { Message } from '../../schema/message.ts';

/** How the learning rate of a solver changes: the rate at an iteration, and the iterations at which it jumps. */
export interface Schedule {
  rateAt(iteration: number): number;
  /** The first iterations with a new rate, in order, without 0; undefined if it changes continuously. */
  readonly jumps: readonly number[] | undefined;
}

/** The number of jumps that are computed. */
const mostJumps = 1000;

/**
 * The schedule of a solver of BVLC's Caffe (sgd_solver.cpp, GetLearningRate), before `lr_mult`; undefined for an unknown
 * policy, or for values with which Caffe stops. Unset numbers are 0.
 */
export function scheduleOf(solver: Message): Schedule | undefined {
  const policy = solver.text('lr_policy');
  const [base, gamma, power] = ['base_lr', 'gamma', 'power'].map((name) => solver.float(name));
  const given = { base: base ?? 0, gamma: gamma ?? 0, power: power ?? 0, solver };
  if (given.gamma < 0 && policy !== 'fixed' && policy !== 'poly') return undefined;
  return Object.hasOwn(schedules, policy) ? schedules[policy]?.(given) : undefined;
}

interface Given {
  readonly base: number;
  readonly gamma: number;
  readonly power: number;
  readonly solver: Message;
}

const schedules: Readonly<Record<string, (given: Given) => Schedule | undefined>> = {
  fixed: ({ base }) => ({ rateAt: () => base, jumps: [] }),
  step: ({ base, gamma, solver }) => {
    const size = solver.int('stepsize');
    if (size <= 0) return undefined;
    const count = Math.min(mostJumps, Math.max(0, Math.ceil(solver.int('max_iter') / size) - 1));
    return {
      rateAt: (iteration) => base * gamma ** Math.floor(iteration / size),
      jumps: Array.from({ length: count }, (_, index) => (index + 1) * size),
    };
  },
  exp: ({ base, gamma }) => ({ rateAt: (iteration) => base * gamma ** iteration, jumps: undefined }),
  inv: ({ base, gamma, power }) => ({
    rateAt: (iteration) => base * (1 + gamma * iteration) ** -power,
    jumps: undefined,
  }),
  multistep: ({ base, gamma, solver }) => {
    const jumps = reached(solver.ints('stepvalue'));
    return {
      rateAt: (iteration) => base * gamma ** jumps.filter((jump) => jump <= iteration).length,
      jumps: jumps.filter((jump) => jump > 0).slice(0, mostJumps),
    };
  },
  poly: ({ base, power, solver }) => {
    const last = solver.int('max_iter');
    return { rateAt: (iteration) => base * (1 - iteration / last) ** power, jumps: undefined };
  },
  sigmoid: ({ base, gamma, solver }) => {
    const size = solver.int('stepsize');
    if (size <= 0) return undefined;
    return {
      rateAt: (iteration) => base / (1 + Math.exp(-gamma * (iteration - size))),
      jumps: undefined,
    };
  },
};

/** The iterations at which the steps are reached: in the order of the values, at most one in each iteration. */
function reached(values: readonly number[]): number[] {
  const jumps: number[] = [];
  for (const value of values) jumps.push(Math.max(value, (jumps.at(-1) ?? -1) + 1));
  return jumps;
}
