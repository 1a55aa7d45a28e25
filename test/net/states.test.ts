import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { lowerRoot } from '../../server/src/net/lower.ts';
import { solverNets } from '../../server/src/net/solver/solverNets.ts';
import { formatState, netState, parseState } from '../../server/src/net/states/state.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { open } from '../support/fixture.ts';

const builtFor = (text: string, settings = {}) => {
  const { states, by } = open(text, { ...defaultSettings, ...settings }).states();
  return `${by}: ${states.map(formatState).join(', ')}`;
};

const data = (rules: string, type = 'HDF5Data') => `layer { name: "d" type: "${type}" top: "d" ${rules} }\n`;
const relu = 'layer { name: "r" type: "ReLU" bottom: "d" top: "r" }\n';
const loss = 'layer { name: "l" type: "EuclideanLoss" bottom: "d" bottom: "d" top: "l" }\n';

for (const [shows, text, expected] of [
  ['a net without rules is built for both phases', data(''), 'default: TRAIN, TEST'],
  ['a file without layers is built for both phases', 'base_lr: 1', 'default: TRAIN, TEST'],
  [
    'a data layer for each phase',
    data('include { phase: TRAIN }') + data('include { phase: TEST }'),
    'default: TRAIN, TEST',
  ],
  ['data only for training', data('include { phase: TRAIN }') + relu, 'rules: TRAIN'],
  ['data only for testing', data('include: { phase: TEST }') + relu, 'rules: TEST'],
  ['data excluded from testing', data('exclude { phase: TEST }') + relu, 'rules: TRAIN'],
  ['constants are not data', data('include { phase: TRAIN }') + data('', 'DummyData'), 'rules: TRAIN'],
  ['constants count if there is no other data', data('include { phase: TEST }', 'DummyData'), 'rules: TEST'],
  ['rules in V1 syntax', 'layers { name: "d" type: DATA top: "d" include { phase: TRAIN } }', 'rules: TRAIN'],
  [
    'stages that data layers require',
    data('include { phase: TRAIN }') +
      data('include { phase: TEST stage: "a" }') +
      data('include { phase: TEST stage: "b" }'),
    'rules: TRAIN, TEST a, TEST b',
  ],
  [
    'stages without phases: the net with a loss is trained',
    data('include { stage: "fit" }') +
      data('include { stage: "use" }', 'Input') +
      'layer { name: "l" type: "EuclideanLoss" bottom: "d" bottom: "d" top: "l" include { stage: "fit" } }',
    'rules: TRAIN fit, TEST use',
  ],
  [
    'stages without phases, with a layer of one phase',
    `${data('include { stage: "a" }')}layer { name: "r" type: "ReLU" bottom: "d" top: "r" include { phase: TEST } }`,
    'rules: TRAIN a, TEST a',
  ],
  ['a level that a data layer requires', data('include { min_level: 2 }') + loss, 'rules: TRAIN level=2'],
  [
    'stages that only some data layers require',
    `${data('exclude { stage: "use" }')}${data('include { stage: "use" }', 'Input')}${relu}`,
    'rules: TRAIN, TEST, TEST use',
  ],
  ["the net's own phase", `state { phase: TEST }\n${data('')}`, 'default: TEST'],
  [
    "the net's own stage",
    `state { phase: TEST stage: "q" }\n${data('include { stage: "q" }')}`,
    'default: TEST q',
  ],
  [
    'rules that are never met are ignored',
    data('include { stage: "a" not_stage: "a" }'),
    'default: TRAIN, TEST',
  ],
  [
    'a stage of another layer is not required',
    `${data('')}${relu.replace(' }', ' include { stage: "x" } }')}`,
    'default: TRAIN, TEST',
  ],
  [
    'a deployment net with a blob missing in TRAIN is only built for TEST',
    `${data('', 'Input')}layer { name: "a" type: "ReLU" bottom: "d" top: "a" include { phase: TEST } }
layer { name: "b" type: "ReLU" bottom: "a" top: "b" }`,
    'rules: TEST',
  ],
  [
    'a net with a loss and a blob missing in TRAIN is built for both',
    `${data('', 'Input')}layer { name: "a" type: "ReLU" bottom: "d" top: "a" include { phase: TEST } }
layer { name: "b" type: "EuclideanLoss" bottom: "a" bottom: "d" top: "b" }`,
    'default: TRAIN, TEST',
  ],
  [
    'a deployment net with a blob missing in both phases is built for both',
    `${data('', 'Input')}layer { name: "b" type: "ReLU" bottom: "a" top: "b" }`,
    'default: TRAIN, TEST',
  ],
  [
    'a comment sets the state',
    `# caffe-state: TEST deploy\n${data('include { phase: TRAIN }')}`,
    'comment: TEST deploy',
  ],
  [
    'two comments',
    `# caffe-state: test level=1 b a\n  #caffe-state: TRAIN  \n${data('')}`,
    'comment: TRAIN, TEST level=1 b a',
  ],
  ['an invalid comment is ignored', `# caffe-state: DEPLOY\n${data('')}`, 'default: TRAIN, TEST'],
] as const) {
  test(`states: ${shows}`, () => assert.equal(builtFor(text), expected));
}

test('the command line sets exactly one state, stages of the settings apply to both phases', () => {
  const text = `# caffe-state: TEST\n${data('include { phase: TRAIN }')}`;
  assert.equal(builtFor(text, { state: netState('TEST', 3) }), 'command: TEST level=3');
  assert.equal(builtFor(data(''), { stages: ['a'] }), 'default: TRAIN a, TEST a');
  assert.equal(builtFor(data('include { phase: TRAIN stage: "a" }'), { stages: ['a'] }), 'rules: TRAIN a');
});

test('the number of states is limited', () => {
  const many = Array.from({ length: 300 }, (_, index) => data(`include { stage: "s${index}" }`)).join('');
  assert.ok(open(many).states().states.length <= 16);
});

test('parseState accepts the output of formatState and rejects other text', () => {
  for (const text of ['TRAIN', 'TEST deploy', 'TEST level=-1 a b'])
    assert.equal(formatState(parseState(text) ?? netState('TRAIN')), text);
  for (const text of [
    '',
    'DEPLOY',
    'TRAIN stage=a',
    'TRAIN a TEST',
    'TRAIN level=',
    'TRAIN level=x',
    'TRAIN level=1 level=2',
    'level=1',
  ])
    assert.equal(parseState(text), undefined, text);
});

for (const [shows, solver, expected] of [
  ['one training net', 'net: "a"', 'a TRAIN'],
  ['the same net for tests as for training', 'net: "a" test_iter: 1 test_iter: 1', 'a TRAIN, a TEST, a TEST'],
  ['different nets for training and tests', 'train_net: "a" test_net: "b" test_iter: 1', 'a TRAIN, b TEST'],
  [
    'named test nets come before the generic one',
    'net: "a" test_net: "b" test_iter: 1 test_iter: 2',
    'a TRAIN, b TEST, a TEST',
  ],
  [
    'states of the tests',
    'net: "a" test_state { stage: "x" } test_state { stage: "y" level: 2 } test_iter: 1 test_iter: 1',
    'a TRAIN, a TEST x, a TEST level=2 y',
  ],
  [
    'a state of the training net',
    'train_net: "a" train_state { stage: "fit" level: 1 }',
    'a TRAIN level=1 fit',
  ],
  ['a state can change the phase', 'net: "a" train_state { phase: TEST }', 'a TEST'],
  ['inline nets', 'net_param { } test_iter: 1', '(inline) TRAIN, (inline) TEST'],
  ['no net', 'base_lr: 1', ''],
] as const) {
  test(`a solver builds: ${shows}`, () => {
    const nets = solverNets(lowerRoot(parse(solver).blocks, bvlc.schema, 'SolverParameter'));
    assert.equal(
      nets.map(({ path, state }) => `${path ?? '(inline)'} ${formatState(state)}`).join(', '),
      expected,
    );
  });
}
