import type { CheckId } from '../../checks/catalogue.ts';
import { baseOf, type Dialect } from '../../schema/dialect.ts';
import type { Message } from '../../schema/message.ts';
import { floatText } from '../../shape/floatText.ts';
import type { Block } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { entryLocation, type Failure } from '../failure.ts';
import { lowerRoot } from '../lower.ts';

/** The solver types of Caffe; case-sensitive. */
export const solverTypes = ['AdaDelta', 'AdaGrad', 'Adam', 'Nesterov', 'RMSProp', 'SGD'] as const;

/** The type for a value of the old enum `solver_type` (upgrade_proto.cpp, UpgradeSolverType). */
export function solverTypeOf(value: string): string | undefined {
  return solverTypes.find((type) => type.toUpperCase() === value);
}

/** A solver during its check. */
interface Solver {
  readonly message: Message;
  readonly dialect: Dialect;
  readonly block: Block;
  readonly failures: Failure[];
}

/** The failures of a solver file without its nets, in Caffe's order (solver.cpp and the solver classes). */
export function checkSolver(tree: SyntaxTree, dialect: Dialect): readonly Failure[] {
  const message = lowerRoot(tree.blocks, dialect.schema, 'SolverParameter');
  const block = tree.blocks.find(({ fields }) => fields.length > 0);
  if (!block) return [];
  const solver: Solver = { message, dialect, block, failures: [] };
  const type = checkType(solver);
  checkStart(solver);
  checkTrainNet(solver);
  checkTestNets(solver);
  checkMomentum(solver, type);
  return solver.failures;
}

/** Adds a failure at the first of the named fields that is set, otherwise at the first field of the file. */
function note(
  { message, block, failures }: Solver,
  check: CheckId,
  fields: readonly string[],
  text: string,
): void {
  const entry = fields.map((field) => message.list(field).at(-1)).find((found) => found !== undefined);
  const [first] = block.fields;
  const location = entry
    ? entryLocation(entry, block)
    : { block, range: first?.name.range ?? { start: 0, end: 0 } };
  failures.push({ check, step: 'init', message: text, location, layer: null });
}

function checkType(solver: Solver): string {
  const { message } = solver;
  if (message.has('solver_type') && message.has('type')) {
    note(
      solver,
      'solver/type-both',
      ['solver_type'],
      'Caffe rejects `type` together with the old `solver_type`, even if they agree. Set only `type`.',
    );
  }
  const type = message.has('solver_type')
    ? (solverTypeOf(message.text('solver_type')) ?? '')
    : message.text('type');
  if (!(solverTypes as readonly string[]).includes(type)) {
    note(
      solver,
      'solver/unknown-type',
      ['type'],
      `\`${type}\` is not a solver type; Caffe has ${solverTypes.join(', ')}.`,
    );
  }
  return type;
}

function checkStart(solver: Solver): void {
  const { message } = solver;
  if (message.int('average_loss') < 1) {
    note(
      solver,
      'solver/average-loss',
      ['average_loss'],
      `\`average_loss\` is ${message.int('average_loss')}; it must be at least 1.`,
    );
  }
  // In BVLC, the prefix defaults to the path of the solver file.
  if (baseOf(solver.dialect) === 'ssd' && message.int('snapshot') !== 0 && !message.has('snapshot_prefix')) {
    note(
      solver,
      'solver/snapshot-prefix',
      ['snapshot'],
      '`snapshot` requires `snapshot_prefix` in this dialect.',
    );
  }
}

const trainNets = ['net', 'net_param', 'train_net', 'train_net_param'];

function checkTrainNet(solver: Solver): void {
  const given = trainNets.filter((field) => solver.message.has(field));
  if (given.length === 0) {
    note(solver, 'solver/no-train-net', [], 'The solver has no training net. Set `net` or `train_net`.');
  } else if (given.length > 1) {
    const names = given.map((field) => `\`${field}\``).join(' and ');
    note(
      solver,
      'solver/many-train-nets',
      given.slice(1),
      `The solver has several training nets (${names}). Set only one.`,
    );
  }
}

/**
 * Checks the numbers of test nets: the named ones, and one instance of the generic net for each further `test_iter`.
 */
function checkTestNets(solver: Solver): void {
  const { message } = solver;
  const named = message.count('test_net_param') + message.count('test_net');
  const iterations = message.count('test_iter');
  const generic = message.has('net') || message.has('net_param');
  const wrong = generic ? iterations < named : iterations !== named;
  const nets = (count: number) => `${count} test net${count === 1 ? '' : 's'}`;
  if (wrong) {
    const check = generic ? 'solver/test-iter-generic' : 'solver/test-iter-exact';
    note(
      solver,
      check,
      ['test_iter', 'test_net'],
      `The solver has ${nets(named)} but ${iterations} \`test_iter\`; set one for each test net.`,
    );
    return;
  }
  const states = message.count('test_state');
  if (states > 0 && states !== iterations) {
    note(
      solver,
      'solver/test-state-count',
      ['test_state'],
      `The solver has ${nets(iterations)} but ${states} \`test_state\`; set one for each test net, or none.`,
    );
  }
  if (iterations > 0 && message.int('test_interval') <= 0) {
    note(
      solver,
      'solver/test-interval',
      ['test_interval', 'test_iter'],
      'A solver with test nets requires a positive `test_interval`.',
    );
  }
}

/** Checks of the solver classes, which Caffe runs after it builds all nets. */
function checkMomentum(solver: Solver, type: string): void {
  const { message } = solver;
  const momentum = message.float('momentum');
  if (type === 'AdaGrad' && momentum !== 0) {
    note(
      solver,
      'solver/adagrad-momentum',
      ['momentum'],
      `AdaGrad does not support momentum, but \`momentum\` is ${floatText(momentum)}.`,
    );
  }
  if (type !== 'RMSProp') return;
  if (momentum !== 0)
    note(
      solver,
      'solver/rmsprop-momentum',
      ['momentum'],
      `RMSProp does not support momentum, but \`momentum\` is ${floatText(momentum)}.`,
    );
  const decay = message.float('rms_decay');
  if (decay < 0)
    note(
      solver,
      'solver/rmsprop-decay-low',
      ['rms_decay'],
      `\`rms_decay\` is ${floatText(decay)}; it must be at least 0 and less than 1.`,
    );
  if (decay >= 1)
    note(
      solver,
      'solver/rmsprop-decay-high',
      ['rms_decay'],
      `\`rms_decay\` is ${floatText(decay)}; it must be at least 0 and less than 1.`,
    );
}
