import type { CheckId } from '../../checks/catalogue.ts';
import { baseOf, type Dialect } from '../../schema/dialect.ts';
import type { Message } from '../../schema/message.ts';
import type { Block } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { entryPlace, type Fault } from '../fault.ts';
import { lowerRoot } from '../lower.ts';

/** The solvers that Caffe registers; their names are case-sensitive. */
export const solverTypes = ['AdaDelta', 'AdaGrad', 'Adam', 'Nesterov', 'RMSProp', 'SGD'] as const;

/** The type for which a value of the old enum `solver_type` stands (upgrade_proto.cpp, UpgradeSolverType). */
export function solverTypeOf(value: string): string | undefined {
  return solverTypes.find((type) => type.toUpperCase() === value);
}

/** A solver while it is checked. */
interface Solver {
  readonly message: Message;
  readonly dialect: Dialect;
  readonly block: Block;
  readonly faults: Fault[];
}

/** What Caffe refuses in a solver file by itself, in its order (solver.cpp and the solver classes). */
export function checkSolver(tree: SyntaxTree, dialect: Dialect): readonly Fault[] {
  const message = lowerRoot(tree.blocks, dialect.schema, 'SolverParameter');
  const block = tree.blocks.find(({ fields }) => fields.length > 0);
  if (!block) return [];
  const solver: Solver = { message, dialect, block, faults: [] };
  const type = checkType(solver);
  checkStart(solver);
  checkTrainNet(solver);
  checkTestNets(solver);
  checkMomentum(solver, type);
  return solver.faults;
}

/** Notes a fault at the first of the named fields that was written, else at the first field of the file. */
function note(
  { message, block, faults }: Solver,
  check: CheckId,
  fields: readonly string[],
  text: string,
): void {
  const entry = fields.map((field) => message.list(field).at(-1)).find((found) => found !== undefined);
  const [first] = block.fields;
  const place = entry
    ? entryPlace(entry, block)
    : { block, range: first?.name.range ?? { start: 0, end: 0 } };
  faults.push({ check, stage: 'init', message: text, place, layer: null });
}

function checkType(solver: Solver): string {
  const { message } = solver;
  if (message.has('solver_type') && message.has('type')) {
    note(
      solver,
      'solver/type-both',
      ['solver_type'],
      'Give `type`; the old `solver_type` beside it is refused, even if both say the same.',
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
      `There is no solver type \`${type}\`; Caffe has ${solverTypes.join(', ')}.`,
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
      `\`average_loss\` must be 1 or more, not ${message.int('average_loss')}.`,
    );
  }
  // BVLC puts the path of the solver file in place of a missing prefix.
  if (baseOf(solver.dialect) === 'ssd' && message.int('snapshot') !== 0 && !message.has('snapshot_prefix')) {
    note(
      solver,
      'solver/snapshot-prefix',
      ['snapshot'],
      '`snapshot` needs a `snapshot_prefix` in this dialect.',
    );
  }
}

const trainNets = ['net', 'net_param', 'train_net', 'train_net_param'];

function checkTrainNet(solver: Solver): void {
  const given = trainNets.filter((field) => solver.message.has(field));
  if (given.length === 0) {
    note(solver, 'solver/no-train-net', [], 'The solver names no net to train: give `net`, or `train_net`.');
  } else if (given.length > 1) {
    const names = given.map((field) => `\`${field}\``).join(' and ');
    note(
      solver,
      'solver/many-train-nets',
      given.slice(1),
      `The solver names several nets to train (${names}); give one.`,
    );
  }
}

/** The nets named for testing, and as many instances of the generic net as `test_iter` asks for beyond them. */
function checkTestNets(solver: Solver): void {
  const { message } = solver;
  const named = message.count('test_net_param') + message.count('test_net');
  const iterations = message.count('test_iter');
  const generic = message.has('net') || message.has('net_param');
  const wrong = generic ? iterations < named : iterations !== named;
  if (wrong) {
    const check = generic ? 'solver/test-iter-generic' : 'solver/test-iter-exact';
    note(
      solver,
      check,
      ['test_iter', 'test_net'],
      `There are ${named} test nets, but \`test_iter\` is given ${iterations} times; give it once for each.`,
    );
    return;
  }
  const states = message.count('test_state');
  if (states > 0 && states !== iterations) {
    note(
      solver,
      'solver/test-state-count',
      ['test_state'],
      `\`test_state\` is given ${states} times; give it once for each of the ${iterations} test nets, or not at all.`,
    );
  }
  if (iterations > 0 && message.int('test_interval') <= 0) {
    note(
      solver,
      'solver/test-interval',
      ['test_interval', 'test_iter'],
      'A solver with test nets needs a positive `test_interval`.',
    );
  }
}

/** Checks of the solver classes, which Caffe makes only after it has built all nets. */
function checkMomentum(solver: Solver, type: string): void {
  const { message } = solver;
  const momentum = message.float('momentum');
  if (type === 'AdaGrad' && momentum !== 0) {
    note(
      solver,
      'solver/adagrad-momentum',
      ['momentum'],
      `AdaGrad takes no momentum, but it is ${momentum}.`,
    );
  }
  if (type !== 'RMSProp') return;
  if (momentum !== 0)
    note(
      solver,
      'solver/rmsprop-momentum',
      ['momentum'],
      `RMSProp takes no momentum, but it is ${momentum}.`,
    );
  const decay = message.float('rms_decay');
  if (decay < 0)
    note(
      solver,
      'solver/rmsprop-decay-low',
      ['rms_decay'],
      `\`rms_decay\` must be 0 or more and below 1, not ${decay}.`,
    );
  if (decay >= 1)
    note(
      solver,
      'solver/rmsprop-decay-high',
      ['rms_decay'],
      `\`rms_decay\` must be 0 or more and below 1, not ${decay}.`,
    );
}
