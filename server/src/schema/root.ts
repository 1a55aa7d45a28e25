import { Memo } from '../memo/memo.ts';
import type { Block } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

export type RootName = 'NetParameter' | 'SolverParameter';

const netFields = new Set(['layer', 'layers', 'input', 'input_dim', 'input_shape', 'force_backward']);

const solverFields = new Set([
  'net',
  'net_param',
  'train_net',
  'test_net',
  'train_net_param',
  'test_net_param',
  'train_state',
  'test_state',
  'test_iter',
  'test_interval',
  'base_lr',
  'display',
  'max_iter',
  'iter_size',
  'lr_policy',
  'gamma',
  'power',
  'momentum',
  'weight_decay',
  'stepsize',
  'stepvalue',
  'snapshot',
  'snapshot_prefix',
  'solver_mode',
  'solver_type',
  'average_loss',
  'regularization_type',
  'random_seed',
]);

/** Fields of a net that are not specific to nets. */
const vagueNetFields = new Set(['name', 'state', 'debug_info']);

/**
 * The message type of a file, by the names of its fields and, if they are ambiguous, by its file name. Undefined:
 * neither a net nor a solver, so it should not be checked as one.
 */
export function detectRoot(tree: SyntaxTree, fileName = '', memo = new Memo()): RootName | undefined {
  const [net = 0, solver = 0, vague = 0, other = 0] = memo.sum(tree.blocks, countKinds);
  if (net + solver > 0) return net >= solver ? 'NetParameter' : 'SolverParameter';
  if (other > 0 && other >= vague) return undefined;
  return /solver/i.test(fileName) ? 'SolverParameter' : 'NetParameter';
}

/** Number of fields of a block that belong to a net, to a solver, to neither specifically, and to other messages. */
function countKinds({ fields }: Block): readonly number[] {
  const kinds = fields.map(({ name }) => kindOf(name.text));
  return ['net', 'solver', 'vague', 'other'].map((wanted) => kinds.filter((kind) => kind === wanted).length);
}

function kindOf(name: string): 'net' | 'solver' | 'vague' | 'other' {
  if (netFields.has(name)) return 'net';
  if (solverFields.has(name)) return 'solver';
  return vagueNetFields.has(name) ? 'vague' : 'other';
}
