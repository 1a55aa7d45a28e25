import type { SchemaDocs } from '../facts.ts';

export const solverDocs: SchemaDocs = {
  SolverParameter: {
    _: 'How a net is trained: the net, the update rule, the learning rate schedule, testing and snapshots.',
    net: 'File of the net for training and testing; phase rules distinguish them. Exactly one of `net`, `net_param`, `train_net` and `train_net_param` is required.',
    net_param:
      'The net for training and testing, inline instead of in a file. Old syntax in it is not upgraded.',
    train_net: 'File of a net for training only.',
    test_net: 'File of a net for testing only. Each requires a `test_iter`.',
    train_net_param: 'A net for training only, inline.',
    test_net_param: 'A net for testing only, inline. Each requires a `test_iter`.',
    train_state: 'Level and stages of the training net, merged into the state in the net.',
    test_state: 'Level and stages of a test net: none, or one per test net.',
    test_iter:
      'Forward passes per test, one number per test net. Multiplied by the batch size it should cover the test set.',
    test_interval: 'Training iterations between two tests. Must be positive if there is a test net.',
    test_compute_loss: 'Also computes and logs the total loss in tests.',
    test_initialization:
      'Runs a test before the first iteration, which also shows early whether memory is sufficient.',
    base_lr: 'Initial learning rate for `lr_policy`.',
    display: 'Iterations between two log lines; 0 disables them.',
    average_loss: 'Number of recent iterations over which the displayed loss is averaged; at least 1.',
    max_iter: 'Number of training iterations. 0 trains nothing.',
    iter_size:
      'Passes whose gradients are averaged into one update. The effective batch size is this number times the batch size.',
    lr_policy:
      'Learning rate schedule: `fixed`, `step`, `exp`, `inv`, `multistep`, `poly` or `sigmoid`; SSD adds `plateau`. If not set, the first update fails.',
    gamma: 'Factor of `step`, `multistep`, `exp` and `plateau`; rate of change of `inv` and `sigmoid`.',
    power: 'Exponent of `inv` and `poly`.',
    momentum:
      'Fraction of the previous update that is kept. First-moment decay in Adam; must be 0 for AdaGrad and RMSProp.',
    weight_decay: 'Strength of the regularization, multiplied by each parameter’s `decay_mult`.',
    regularization_type: '`L2` shrinks weights in proportion to their size, `L1` by a constant amount.',
    stepsize: 'Iterations between two drops of `step`; center of the `sigmoid` curve.',
    stepvalue: 'Iteration at which `multistep` drops the learning rate; in increasing order.',
    clip_gradients:
      'Scales all gradients down when their L2 norm exceeds this value. Negative values disable it.',
    snapshot: 'Iterations between two snapshots; 0 writes only the one after training.',
    snapshot_prefix:
      'Path prefix of snapshots; `_iter_N` and an extension are appended. BVLC derives it from the solver file if not set, SSD requires it.',
    snapshot_diff: 'Also stores the gradients in snapshots, for debugging.',
    snapshot_format: 'File format of snapshots.',
    solver_mode:
      'CPU or GPU. `caffe train` uses this value only if it is explicitly GPU and the `-gpu` option is not set.',
    device_id: 'Index of the GPU for `solver_mode: GPU`.',
    random_seed:
      'Seed of the random numbers, for reproducible runs. Negative values use a seed from the system.',
    type: 'Update rule: `SGD`, `Nesterov`, `AdaGrad`, `RMSProp`, `AdaDelta` or `Adam`.',
    delta: 'Small constant that prevents division by zero in AdaGrad, RMSProp, AdaDelta and Adam.',
    momentum2: 'Decay of the second moment in Adam.',
    rms_decay: 'Decay of the mean square in RMSProp; at least 0 and less than 1.',
    debug_info: 'Logs the magnitude of activations, gradients and weights in every iteration.',
    snapshot_after_train: 'Writes a snapshot after the last iteration unless one was just written.',
    solver_type: 'Old enum form of `type`. Mutually exclusive with `type`.',
    layer_wise_reduce: 'With several GPUs, exchanges gradients layer by layer during the backward pass.',
    weights: 'Comma-separated model files to copy weights from before training; layers are matched by name.',
    eval_type:
      'Kind of test outputs: `classification` averages them, `detection` computes average precision.',
    ap_version: 'Formula of average precision: `11point`, `MaxIntegral` or `Integral`.',
    show_per_class_result: 'Logs the average precision of every class in addition to the mean.',
    plateau_winsize:
      'For `plateau`: iterations without a lower loss after which the rate drops, one number per drop.',
  },
  'SolverParameter.SnapshotFormat': {
    _: 'File format of snapshots.',
    HDF5: 'HDF5, `.h5` files.',
    BINARYPROTO: 'Binary protobuf, `.caffemodel` and `.solverstate` files.',
  },
  'SolverParameter.SolverMode': {
    _: 'Device that runs the net.',
    CPU: 'The processor.',
    GPU: 'The GPU `device_id`.',
  },
  'SolverParameter.SolverType': {
    _: 'Old names of the update rules.',
    SGD: 'Stochastic gradient descent with momentum: `type: "SGD"`.',
    NESTEROV: 'Nesterov’s accelerated gradient: `type: "Nesterov"`.',
    ADAGRAD: 'Learning rates from the sum of squared gradients: `type: "AdaGrad"`.',
    RMSPROP: 'Learning rates from a running mean of squared gradients: `type: "RMSProp"`.',
    ADADELTA: 'Learning rates from past gradients and updates: `type: "AdaDelta"`.',
    ADAM: 'Learning rates from running first and second moments: `type: "Adam"`.',
  },
  SolverState: {
    _: 'A snapshot of the solver, from which training can resume.',
    iter: 'Completed iterations.',
    learned_net: 'File of the corresponding weights.',
    history: 'Past gradients that the update rule stores, one or more blobs per parameter.',
    current_step: 'Number of learning rate drops so far.',
    minimum_loss: 'Lowest smoothed loss so far, for `plateau`.',
    iter_last_event: 'Iteration of the last drop or new minimum, for `plateau`.',
  },
};
