import type { CheckTable } from '../check.ts';

/** Checks of solvers. */
export const solverChecks = {
  'solver/type-both': [
    'fatal',
    'cannot be both specified in solver proto text.',
    'Set `type` or the deprecated `solver_type`, not both.',
  ],
  'solver/type-enum': ['warn', "future Caffe releases will only support 'type' field"],
  'solver/unknown-type': [
    'fatal',
    'Unknown solver type:',
    'Unknown solver type. Valid types: SGD, Nesterov, AdaGrad, RMSProp, AdaDelta, Adam.',
  ],
  'solver/average-loss': [
    'fatal',
    'average_loss should be non-negative.',
    '`average_loss`, a number of iterations, must be at least 1.',
  ],
  'solver/snapshot-prefix': [
    'fatal',
    'snapshot is specified but snapshot_prefix is not',
    'Snapshots require a writable `snapshot_prefix`.',
  ],
  'solver/snapshot-write': ['env', 'Cannot write to snapshot prefix'],
  'solver/no-train-net': [
    'fatal',
    'must specify a train net',
    'The solver specifies no training net: set `net`, `train_net`, `net_param` or `train_net_param`.',
  ],
  'solver/many-train-nets': [
    'fatal',
    'must not contain more than one of these fields',
    'The solver specifies more than one training net.',
  ],
  'solver/net-and-net-param': [
    'fatal',
    'Both net_param and net_file may not be specified.',
    'Set `net` or `net_param`, not both.',
  ],
  'solver/test-iter-generic': [
    'fatal',
    'test_iter must be specified for each test network.',
    'There must be a `test_iter` for each test net.',
  ],
  'solver/test-iter-exact': [
    'fatal',
    'test_iter must be specified for each test network.',
    'There must be exactly one `test_iter` for each test net.',
  ],
  'solver/test-state-count': [
    'fatal',
    'test_state must be unspecified or specified once per test net.',
    '`test_state` must be set once for each test net, or not at all.',
  ],
  'solver/test-interval': [
    'fatal',
    'Check failed: param_.test_interval() > 0',
    'A solver with test nets requires a `test_interval` of at least 1.',
  ],
  'solver/weights-file': ['env', "Couldn't open / File not found:"],
  'solver/adagrad-momentum': [
    'fatal',
    'Momentum cannot be used with AdaGrad.',
    'AdaGrad does not support momentum.',
  ],
  'solver/rmsprop-momentum': [
    'fatal',
    'Momentum cannot be used with RMSProp.',
    'RMSProp does not support momentum.',
  ],
  'solver/rmsprop-decay-low': [
    'fatal',
    'rms_decay should lie between 0 and 1.',
    '`rms_decay` must be between 0 and 1.',
  ],
  'solver/rmsprop-decay-high': [
    'fatal',
    'rms_decay should lie between 0 and 1.',
    '`rms_decay` must be between 0 and 1.',
  ],
  'solver/lr-policy': ['runtime', 'Unknown learning rate policy:'],
  'solver/step-stepsize': ['runtime', 'Check failed: this->param_.stepsize() > 0'],
  'solver/step-gamma': ['runtime', 'Check failed: this->param_.gamma() >= 0'],
  'solver/exp-gamma': ['runtime', 'Check failed: this->param_.gamma() >= 0'],
  'solver/inv-gamma': ['runtime', 'Check failed: this->param_.gamma() >= 0'],
  'solver/multistep-gamma': ['runtime', 'Check failed: this->param_.gamma() >= 0'],
  'solver/sigmoid-gamma': ['runtime', 'Check failed: this->param_.gamma() >= 0'],
  'solver/sigmoid-stepsize': ['runtime', 'Check failed: this->param_.stepsize() > 0'],
  'solver/regularization': ['runtime', 'Unknown regularization type:'],
} as const satisfies CheckTable;
