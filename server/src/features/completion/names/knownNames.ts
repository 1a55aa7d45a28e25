import { fillerTypes, mayHaveFiller } from '../../../layers/helpers/filler.ts';
import { solverTypes } from '../../../net/solver/solver.ts';
import { policies } from '../../../rules/solver/solvers.ts';
import type { Dialect } from '../../../schema/dialect.ts';
import type { ValueCursor } from '../cursor.ts';

/** The strings that Caffe accepts, by message and field; the most common first. */
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'FillerParameter.type': [...new Set(['xavier', 'msra', 'gaussian', 'constant', ...fillerTypes])],
    'SolverParameter.type': [...new Set(['SGD', 'Adam', ...solverTypes])],
    'SolverParameter.lr_policy': Object.keys(policies),
    'SolverParameter.regularization_type': ['L2', 'L1'],
  }),
);

/** The strings that a field accepts in a dialect; empty if it accepts any string. */
export function knownNames(
  { message, field, name }: Pick<ValueCursor, 'message' | 'field' | 'name'>,
  dialect: Dialect,
): readonly string[] {
  const key = `${message.name}.${field.name}`;
  const all = names.get(key) ?? [];
  const known = key === 'FillerParameter.type' ? all.filter((type) => mayHaveFiller(type, dialect)) : all;
  // Biases are usually constant, weights random.
  return name?.startsWith('bias') && known.includes('constant')
    ? [...new Set(['constant', ...known])]
    : known;
}
