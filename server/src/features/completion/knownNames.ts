import { fillerTypes } from '../../layers/helpers/filler.ts';
import { solverTypes } from '../../net/solver/solver.ts';
import { policies } from '../../rules/solver/solvers.ts';
import type { ValueCursor } from './cursor.ts';

/** Strings that are names of something in Caffe, by message and field; the usual first. */
const names: Readonly<Record<string, readonly string[]>> = {
  'FillerParameter.type': [...new Set(['xavier', 'msra', 'gaussian', 'constant', ...fillerTypes])],
  'SolverParameter.type': [...new Set(['SGD', 'Adam', ...solverTypes])],
  'SolverParameter.lr_policy': Object.keys(policies),
  'SolverParameter.regularization_type': ['L2', 'L1'],
};

/** The names that a string field takes; none where anything may stand. */
export function knownNames({
  message,
  field,
  name,
}: Pick<ValueCursor, 'message' | 'field' | 'name'>): readonly string[] {
  const known = names[`${message.name}.${field.name}`] ?? [];
  // Weights start at random, biases do not.
  return name?.startsWith('bias') && known.includes('constant')
    ? [...new Set(['constant', ...known])]
    : known;
}
