import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';

/** What a solver shows, its text, and the codes of what Caffe refuses in it. */
const cases: readonly (readonly [shows: string, text: string, codes: readonly string[], dialect?: string])[] =
  [
    ['a plain solver is accepted', 'net: "n" base_lr: 0.1 lr_policy: "fixed"', []],
    [
      'type and solver_type exclude each other',
      'net: "n" type: "SGD" solver_type: SGD',
      ['solver/type-both'],
    ],
    ['solver_type alone is the old way', 'net: "n" solver_type: ADAM', []],
    ['types are case-sensitive', 'net: "n" type: "sgd"', ['solver/unknown-type']],
    ['average_loss starts at 1', 'net: "n" average_loss: 0', ['solver/average-loss']],
    ['BVLC makes up a snapshot prefix', 'net: "n" snapshot: 10', []],
    ['the SSD fork does not', 'net: "n" snapshot: 10', ['solver/snapshot-prefix'], 'ssd'],
    ['some net is needed', 'base_lr: 0.1', ['solver/no-train-net']],
    ['one net only', 'net: "n" train_net: "t"', ['solver/many-train-nets']],
    [
      'a generic net takes more test_iter than test nets',
      'net: "n" test_iter: 1 test_iter: 2 test_interval: 5',
      [],
    ],
    ['but not fewer', 'net: "n" test_net: "a" test_interval: 5', ['solver/test-iter-generic']],
    [
      'without one they must be equal',
      'train_net: "n" test_iter: 1 test_interval: 5',
      ['solver/test-iter-exact'],
    ],
    [
      'a test_state for each test net',
      'net: "n" test_iter: 1 test_iter: 2 test_interval: 5 test_state { stage: "a" }',
      ['solver/test-state-count'],
    ],
    ['test nets need an interval', 'net: "n" test_iter: 1', ['solver/test-interval']],
    ['no test net, no interval', 'net: "n" test_interval: 0', []],
    ['AdaGrad has no momentum', 'net: "n" type: "AdaGrad" momentum: 0.9', ['solver/adagrad-momentum']],
    ['nor has RMSProp', 'net: "n" type: "RMSProp" momentum: 0.9', ['solver/rmsprop-momentum']],
    ['rms_decay is not negative', 'net: "n" type: "RMSProp" rms_decay: -0.5', ['solver/rmsprop-decay-low']],
    ['rms_decay stays below 1', 'net: "n" type: "RMSProp" rms_decay: 1', ['solver/rmsprop-decay-high']],
    ['the learning rate policy is looked at only when training starts', 'net: "n" lr_policy: "bogus"', []],
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
