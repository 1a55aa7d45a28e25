import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

/** A solver in which Caffe and the rules find nothing. */
const good = `net: "train_val.prototxt"
test_iter: 100
test_interval: 500
base_lr: 0.01
lr_policy: "step"
gamma: 0.1
stepsize: 2000
max_iter: 5000
momentum: 0.9
weight_decay: 0.0005
snapshot: 1000
snapshot_prefix: "net"
solver_mode: GPU
`;

/** A change of the good solver, the code that it must be reported with, and whether Caffe rejects it at once. */
const mistakes: readonly (readonly [from: RegExp | string, to: string, code: string, severity?: 'error'])[] =
  [
    ['net: "train_val.prototxt"\n', '', 'solver/no-train-net', 'error'],
    ['net: "train_val.prototxt"', 'net: "a" train_net: "b"', 'solver/many-train-nets', 'error'],
    ['net: "train_val.prototxt"', 'net: "a" net_param { }', 'solver/many-train-nets', 'error'],
    ['net: "train_val.prototxt"', 'train_net: "a"', 'solver/test-iter-exact', 'error'],
    ['test_iter: 100\n', 'test_net: "a"\n', 'solver/test-iter-generic', 'error'],
    ['test_iter: 100\n', '', 'solver-never-tests'],
    ['test_iter: 100', 'test_iter: 0', 'solver-number-range'],
    ['test_interval: 500\n', '', 'solver/test-interval', 'error'],
    ['test_interval: 500', 'test_interval: -5', 'solver/test-interval', 'error'],
    ['test_iter: 100', 'test_iter: 100 test_state { } test_state { }', 'solver/test-state-count', 'error'],
    ['lr_policy: "step"\n', '', 'solver-lr-policy'],
    ['lr_policy: "step"', 'lr_policy: "setp"', 'solver-lr-policy'],
    ['lr_policy: "step"', 'lr_policy: "constructor"', 'solver-lr-policy'],
    ['lr_policy: "step"', 'lr_policy: "multistep"', 'solver-lr-policy-field'],
    ['lr_policy: "step"', 'lr_policy: "poly"', 'solver-lr-policy-field'],
    ['gamma: 0.1\n', '', 'solver-lr-policy-field'],
    ['gamma: 0.1', 'gamma: -0.1', 'solver-lr-policy-field'],
    ['gamma: 0.1', 'gamma: 10', 'solver-number-range'],
    ['stepsize: 2000\n', '', 'solver-lr-policy-field'],
    ['stepsize: 2000', 'stepsize: 0', 'solver-lr-policy-field'],
    ['stepsize: 2000', 'stepsize: 20000', 'solver-never-reached'],
    [
      'lr_policy: "step"\ngamma: 0.1\nstepsize: 2000',
      'lr_policy: "inv" gamma: 0.1',
      'solver-lr-policy-field',
    ],
    [
      'lr_policy: "step"\ngamma: 0.1\nstepsize: 2000',
      'lr_policy: "multistep" gamma: 0.1 stepvalue: 9 stepvalue: 3',
      'solver-lr-policy-field',
    ],
    ['base_lr: 0.01\n', '', 'solver-lr-policy-field'],
    ['base_lr: 0.01', 'base_lr: -0.01', 'solver-number-range'],
    ['max_iter: 5000\n', '', 'solver-max-iter'],
    ['momentum: 0.9', 'momentum: 1', 'solver-number-range'],
    ['momentum: 0.9', 'momentum: 0.9 type: "AdaGrad"', 'solver/adagrad-momentum', 'error'],
    ['momentum: 0.9', 'momentum: 0.9 type: "RMSProp"', 'solver/rmsprop-momentum', 'error'],
    ['momentum: 0.9', 'type: "RMSProp" rms_decay: 1', 'solver/rmsprop-decay-high', 'error'],
    ['momentum: 0.9', 'type: "RMSProp" rms_decay: -1', 'solver/rmsprop-decay-low', 'error'],
    ['momentum: 0.9', 'type: "Adam"', 'solver-momentum'],
    ['momentum: 0.9', 'momentum: 0.9 type: "Adam" momentum2: 2', 'solver-number-range'],
    ['momentum: 0.9', 'momentum: 0.9 type: "adam"', 'solver/unknown-type', 'error'],
    ['momentum: 0.9', 'momentum: 0.9 type: "SGD" solver_type: SGD', 'solver/type-both', 'error'],
    ['momentum: 0.9', 'momentum: 0.9 solver_type: SGD', 'deprecated-field'],
    ['momentum: 0.9', 'momentum: 0.9 rms_decay: 0.5', 'solver-field-ignored'],
    ['weight_decay: 0.0005', 'weight_decay: -0.0005', 'solver-number-range'],
    ['weight_decay: 0.0005', 'weight_decay: 0.0005 regularization_type: "L3"', 'solver-regularization'],
    ['weight_decay: 0.0005', 'regularization_type: "L1"', 'solver-field-ignored'],
    ['solver_mode: GPU', 'solver_mode: CPU device_id: 2', 'solver-field-ignored'],
    ['solver_mode: GPU', 'solver_mode: GPU iter_size: 0', 'solver-number-range'],
    ['solver_mode: GPU', 'solver_mode: GPU average_loss: 0', 'solver/average-loss', 'error'],
    ['solver_mode: GPU', 'solver_mode: GPU clip_gradients: 0', 'solver-clip-gradients'],
    ['solver_mode: GPU', 'solver_mode: TPU', 'text/enum-value', 'error'],
    ['snapshot_prefix: "net"', 'snapshot_prefix: net', 'text/expected-string', 'error'],
    ['snapshot: 1000', 'snapshot: 1e3', 'text/expected-integer', 'error'],
    ['max_iter: 5000', 'max_iters: 5000', 'text/unknown-field', 'error'],
    ['max_iter: 5000', 'max_iter: 5000 max_iter: 6000', 'text/non-repeated-duplicate', 'error'],
  ];

test('a usual solver has no problems', () => {
  assert.deepEqual(diagnostics(open(good)), []);
});

for (const [from, to, code, severity] of mistakes) {
  test(`${JSON.stringify(to)} is ${code}`, () => {
    const text = good.replace(from, to);
    assert.notEqual(text, good);
    const document = open(text);
    const found = diagnostics(document);
    const wanted = found.find((each) => each.code === code);
    assert.ok(wanted, found.map((each) => each.code).join(', '));
    assert.equal(wanted.severity === 'error', severity === 'error');
    // No fix adds a problem that Caffe rejects.
    for (const { edits } of wanted.fixes?.() ?? []) {
      const after = diagnostics(open(applyEdits(text, edits))).map((each) => each.code);
      const errors = after.filter(
        (each) => each.includes('/') && !found.some((before) => before.code === each),
      );
      assert.deepEqual(errors, []);
    }
  });
}
