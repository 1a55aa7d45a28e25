import type { SchemaDocs } from '../facts.ts';

export const solverDocs: SchemaDocs = {
  SolverParameter: {
    _: 'How a net is trained: which net, the update rule, the learning rate over time, testing and snapshots.',
    net: 'File of the net for training and testing; rules on the phase tell the two apart. Exactly one of `net`, `net_param`, `train_net` and `train_net_param` is needed.',
    net_param:
      'The net for training and testing, written here instead of in a file. Old syntax is not upgraded in it.',
    train_net: 'File of a net for training only.',
    test_net: 'File of a net for testing only. Each needs its own `test_iter`.',
    train_net_param: 'A net for training only, written here.',
    test_net_param: 'A net for testing only, written here. Each needs its own `test_iter`.',
    train_state: 'Level and stages of the training net, laid over the state in the net itself.',
    test_state: 'Level and stages of a test net: none, or one per test net.',
    test_iter:
      'Forward passes of one test, one number per test net. Times the batch size it should cover the test set.',
    test_interval: 'Training iterations between two tests. Must be positive where a test net exists.',
    test_compute_loss: 'Also computes and logs the total loss while testing.',
    test_initialization:
      'Tests once before the first iteration, which also shows early that the memory suffices.',
    base_lr: 'The learning rate that `lr_policy` starts from.',
    display: 'Iterations between two lines in the log; 0 logs none.',
    average_loss: 'Number of last iterations over which the displayed loss is averaged; at least 1.',
    max_iter: 'Iterations after which training stops. 0 trains nothing.',
    iter_size:
      'Forward and backward passes whose gradients are averaged into one update. The effective batch is this times the batch size.',
    lr_policy:
      'How the learning rate falls: `fixed`, `step`, `exp`, `inv`, `multistep`, `poly` or `sigmoid`; SSD adds `plateau`. Absent, the first update fails.',
    gamma: 'Factor of `step`, `multistep`, `exp` and `plateau`; rate of change of `inv` and `sigmoid`.',
    power: 'Exponent of `inv` and `poly`.',
    momentum:
      'Share of the last update that is kept. First-moment decay in Adam; must be 0 for AdaGrad and RMSProp.',
    weight_decay: 'Strength of the regularization, multiplied by each parameter’s `decay_mult`.',
    regularization_type:
      '`L2` pulls weights towards 0 in proportion to their size, `L1` by a constant amount.',
    stepsize: 'Iterations between two drops of `step`; centre of the curve of `sigmoid`.',
    stepvalue: 'An iteration at which `multistep` drops the learning rate; give them in increasing order.',
    clip_gradients: 'Scales all gradients down together when their L2 norm exceeds this. Negative is off.',
    snapshot: 'Iterations between two snapshots; 0 leaves only the one after training.',
    snapshot_prefix:
      'Path and start of the name of snapshots; `_iter_N` and an extension follow. BVLC fills an absent one in from the name of the solver file, SSD demands it.',
    snapshot_diff: 'Stores the gradients in snapshots too, for debugging.',
    snapshot_format: 'File format of snapshots.',
    solver_mode:
      'CPU or GPU. `caffe train` heeds only a GPU that is written out, and only without its `-gpu` option.',
    device_id: 'Number of the GPU for `solver_mode: GPU`.',
    random_seed: 'Seed of the random numbers, for repeatable runs. Negative takes one from the system.',
    type: 'Update rule: `SGD`, `Nesterov`, `AdaGrad`, `RMSProp`, `AdaDelta` or `Adam`.',
    delta: 'Small number that keeps AdaGrad, RMSProp, AdaDelta and Adam from dividing by zero.',
    momentum2: 'Decay of the second moment in Adam.',
    rms_decay: 'Decay of the mean square in RMSProp; at least 0 and below 1.',
    debug_info: 'Logs the size of activations, gradients and weights in every iteration.',
    snapshot_after_train: 'Writes a snapshot after the last iteration unless one was just written.',
    solver_type: 'Old enum form of `type`. Cannot stand beside `type`.',
    layer_wise_reduce:
      'With several GPUs, exchanges gradients layer by layer while the backward pass still runs.',
    weights:
      'Model files, separated by commas, to copy weights from before training; layers are matched by name.',
    eval_type:
      'What test outputs are: `classification` averages them, `detection` computes average precision.',
    ap_version: 'Formula of average precision: `11point`, `MaxIntegral` or `Integral`.',
    show_per_class_result: 'Logs the average precision of every class, not only the mean.',
    plateau_winsize:
      'For `plateau`: iterations without a lower loss after which the rate drops, one number per drop.',
  },
  'SolverParameter.SnapshotFormat': {
    _: 'File format of snapshots.',
    HDF5: 'HDF5, `.h5` files.',
    BINARYPROTO: 'Binary protobuf, `.caffemodel` and `.solverstate` files.',
  },
  'SolverParameter.SolverMode': {
    _: 'Where a net runs.',
    CPU: 'On the processor.',
    GPU: 'On the GPU `device_id`.',
  },
  'SolverParameter.SolverType': {
    _: 'Old names of the update rules.',
    SGD: 'Stochastic gradient descent with momentum: `type: "SGD"`.',
    NESTEROV: 'Nesterov’s accelerated gradient: `type: "Nesterov"`.',
    ADAGRAD: 'Rates by the sum of squared gradients: `type: "AdaGrad"`.',
    RMSPROP: 'Rates by a running mean of squared gradients: `type: "RMSProp"`.',
    ADADELTA: 'Rates by past gradients and updates: `type: "AdaDelta"`.',
    ADAM: 'Rates by running first and second moments: `type: "Adam"`.',
  },
  SolverState: {
    _: 'A snapshot of the solver, from which training can go on.',
    iter: 'Iterations done.',
    learned_net: 'File of the weights that belong to it.',
    history: 'Past gradients that the update rule keeps, one blob per parameter or more.',
    current_step: 'Drops of the learning rate so far.',
    minimum_loss: 'Lowest smoothed loss so far, for `plateau`.',
    iter_last_event: 'Iteration of the last drop or new minimum, for `plateau`.',
  },
};
