import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withContext } from '../../../server/src/document/document.ts';
import { emptyContext } from '../../../server/src/document/workspaceContext.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { solvedNet } from '../../../server/src/features/hover/solvedNets.ts';
import { asksForNets } from '../../../server/src/features/hover/solverHover.ts';
import { dataSourceKey } from '../../../server/src/layers/dataSource.ts';
import { lowerRoot } from '../../../server/src/net/lower.ts';
import { solverNets } from '../../../server/src/net/solver/solverNets.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

const source = (phase: string, name: string, batch: number) =>
  `layer { name: "data" type: "Data" top: "data" include { phase: ${phase} } data_param { source: "${name}" batch_size: ${batch} backend: LMDB } }\n`;
const net = `${source('TRAIN', 'train_lmdb', 64)}${source('TEST', 'test_lmdb', 100)}layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
`;

/** The net with data sources of 1×2×5 and a number of records. */
function openNet(records?: number) {
  const files = ['train_lmdb', 'test_lmdb'].map((path) => [
    dataSourceKey({ kind: 'lmdb', path }),
    { kind: 'datum', shape: [1, 2, 5], file: path, ...(records !== undefined && { records }) } as const,
  ]);
  return withContext(open(net), { ...emptyContext, files: new Map(files as never) });
}

/** The hover in a solver whose nets are the net. */
function hoverAt(marked: string, records?: number): string {
  const { text, offset } = withCursor(marked);
  const solver = open(text);
  const requests = solverNets(lowerRoot(solver.tree.blocks, solver.schema, 'SolverParameter'));
  const nets = asksForNets(solver, offset)
    ? requests.flatMap((request) => solvedNet(openNet(records), request) ?? [])
    : [];
  return hover(solver, offset, netState('TRAIN'), nets)?.markdown.text ?? '';
}

const solver = (fields: string) => `net: "n.prototxt" base_lr: 0.1 lr_policy: "fixed" ${fields}`;

for (const [shows, marked, expected, records] of [
  [
    'the images of a test',
    solver('test_interval: 5 test_it|er: 30'),
    ['30 batches × 100 = **3,000** items per test (TEST)'],
  ],
  [
    'how often a test reads each record',
    solver('test_interval: 5 test_iter: 3|0'),
    ['`test_lmdb` has 2,000 records: each is read 1.5 times'],
    2000,
  ],
  [
    'the test net of the value under the cursor',
    solver('test_interval: 5 test_iter: 30 test_iter: 1|0 test_state { } test_state { stage: "b" }'),
    ['10 batches × 100 = **1,000** items per test (TEST b)'],
  ],
  ['the effective batch', solver('iter_si|ze: 4'), ['Unit: passes.', 'Effective batch: 64 × 4 = **256**']],
  [
    'the images of the training',
    solver('iter_size: 2 max_i|ter: 1000'),
    ['Unit: iterations. Default: 0.', '1,000 iterations × 128 = **128,000** items'],
  ],
  [
    'epochs of a database',
    solver('max_i|ter: 1000'),
    ['`train_lmdb` has 6,400 records: each is read 10 times', 'One epoch: 100 iterations'],
    6400,
  ],
  [
    'the history of Adam: two moments of 110 parameters',
    solver('ty|pe: "Adam"'),
    ['History of Adam: 880 B for 110 parameters'],
  ],
  [
    'the nets',
    'net: "n.prot|otxt" test_iter: 3 test_interval: 1',
    [
      '`n.prototxt` TRAIN: batch 64, 110 parameters',
      '`n.prototxt` TEST: batch 100, 110 parameters',
      'History of SGD: 440 B for 110 parameters',
    ],
  ],
  ['the unit and the default of other fields', solver('snapsh|ot: 5'), ['Unit: iterations.']],
  ['a default that the schema does not state', solver('moment|um: 0.5'), ['Default: 0.']],
] as const) {
  test(`hover of a solver: ${shows}`, () => {
    const markdown = hoverAt(marked, records);
    for (const line of expected) assert.ok(markdown.includes(line), `${line}\n\n${markdown}`);
  });
}

test('without nets, hover has no numbers of them', () => {
  const { text, offset } = withCursor(solver('test_interval: 5 test_it|er: 30'));
  const markdown = hover(open(text), offset, netState('TRAIN'))?.markdown.text ?? '';
  assert.doesNotMatch(markdown, /items/u);
});

test('absurd numbers have no products', () => {
  for (const fields of ['test_it|er: 0 test_interval: 1', 'iter_size: 0 max_i|ter: 5', 'max_i|ter: -5'])
    assert.doesNotMatch(hoverAt(solver(fields)), /items/u);
  assert.doesNotMatch(hoverAt(solver('ty|pe: "constructor"')), /History/u);
});

test('nets are only needed for some fields of a solver', () => {
  assert.equal(asksForNets(open(solver('display: 5')), solver('display: 5').length - 3), false);
  assert.equal(asksForNets(open(net), 3), false);
});
