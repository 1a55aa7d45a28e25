import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';

/** Solver files and the codes of their failures. */
const cases: readonly (readonly [shows: string, text: string, codes: readonly string[], dialect?: string])[] =
  [
    ['a plain solver is accepted', 'net: "n" base_lr: 0.1 lr_policy: "fixed"', []],
    [
      'type and solver_type are mutually exclusive',
      'net: "n" type: "SGD" solver_type: SGD',
      ['solver/type-both'],
    ],
    ['solver_type alone is accepted', 'net: "n" solver_type: ADAM', []],
    ['types are case-sensitive', 'net: "n" type: "sgd"', ['solver/unknown-type']],
    ['average_loss must be at least 1', 'net: "n" average_loss: 0', ['solver/average-loss']],
    ['BVLC does not require a snapshot prefix', 'net: "n" snapshot: 10', []],
    ['SSD requires a snapshot prefix', 'net: "n" snapshot: 10', ['solver/snapshot-prefix'], 'ssd'],
    ['a training net is required', 'base_lr: 0.1', ['solver/no-train-net']],
    ['two training nets fail', 'net: "n" train_net: "t"', ['solver/many-train-nets']],
    [
      'with a generic net, more test_iter than test nets are accepted',
      'net: "n" test_iter: 1 test_iter: 2 test_interval: 5',
      [],
    ],
    [
      'with a generic net, fewer test_iter than test nets fail',
      'net: "n" test_net: "a" test_interval: 5',
      ['solver/test-iter-generic'],
    ],
    [
      'without a generic net, the numbers must be equal',
      'train_net: "n" test_iter: 1 test_interval: 5',
      ['solver/test-iter-exact'],
    ],
    [
      'the number of test_state must match the test nets',
      'net: "n" test_iter: 1 test_iter: 2 test_interval: 5 test_state { stage: "a" }',
      ['solver/test-state-count'],
    ],
    ['test nets require a test_interval', 'net: "n" test_iter: 1', ['solver/test-interval']],
    ['without test nets, no test_interval is required', 'net: "n" test_interval: 0', []],
    [
      'AdaGrad does not support momentum',
      'net: "n" type: "AdaGrad" momentum: 0.9',
      ['solver/adagrad-momentum'],
    ],
    [
      'RMSProp does not support momentum',
      'net: "n" type: "RMSProp" momentum: 0.9',
      ['solver/rmsprop-momentum'],
    ],
    [
      'rms_decay must not be negative',
      'net: "n" type: "RMSProp" rms_decay: -0.5',
      ['solver/rmsprop-decay-low'],
    ],
    ['rms_decay must be less than 1', 'net: "n" type: "RMSProp" rms_decay: 1', ['solver/rmsprop-decay-high']],
    ['lr_policy is not checked before training starts', 'net: "n" lr_policy: "bogus"', []],
  ];

for (const [shows, text, codes, dialect = 'bvlc'] of cases) {
  test(`solver: ${shows}`, () => {
    const settings = { ...defaultSettings, dialect };
    const document = createDocument({ uri: 'solver.prototxt', version: 0, text, settings });
    const found = diagnostics(document).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      found.map(({ code }) => code),
      codes,
    );
    assert.equal(found.filter(({ first }) => first).length, codes.length > 0 ? 1 : 0);
  });
}
