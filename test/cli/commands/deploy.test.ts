import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, link, read, run, symbolicLink } from '../support/run.ts';

const train = file(
  'train.prototxt',
  `layer { name: "data" type: "Data" top: "data" top: "label" transform_param { crop_size: 8 } data_param { source: "train" batch_size: 64 } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" param { lr_mult: 1 } inner_product_param { num_output: 2 } }
layer { name: "drop" type: "Dropout" bottom: "fc" top: "fc" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" }
`,
);

function deployed(batch: number, drop = ''): string {
  return `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: ${batch} dim: 3 dim: 8 dim: 8 } }
}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
${drop}layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc"
  top: "prob"
}
`;
}
const dropout = 'layer { name: "drop" type: "Dropout" bottom: "fc" top: "fc" }\n';

test('deploy: writes to standard output or a file', () => {
  const shape = ['--data-shape', '3x10x10'];
  assert.deepEqual(run('deploy', train, ...shape), { code: 0, out: deployed(1, dropout), err: '' });
  assert.deepEqual(run('deploy', train, ...shape, '-o', 'deploy.prototxt'), { code: 0, out: '', err: '' });
  assert.equal(read('deploy.prototxt'), deployed(1, dropout));
  assert.equal(run('check', 'deploy.prototxt').out, '0 errors in 1 file. Built for TRAIN, TEST.\n');
});

test('deploy: options for batch size, shape and Dropout layers', () => {
  assert.equal(run('deploy', train, '--input-shape', 'data=5x3x8x8', '--drop-dropout').out, deployed(5));
  assert.equal(
    run('deploy', train, '--data-shape', '3x9x9', '--batch', '7', '--keep-dropout').out,
    deployed(7, dropout),
  );
  assert.match(
    run('deploy', train, '--data-shape', '3x9x9', '--keep-training').out,
    /param \{ lr_mult: 1 \}/u,
  );
});

test('deploy: an unknown size has to be stated', () => {
  assert.deepEqual(run('deploy', train), {
    code: 1,
    out: '',
    err: 'train.prototxt: The size of an input is unknown: `data` (1×?×8×8). Specify its shape. Pass --input-shape data=1xCx8x8, and replace the letters with numbers.\n',
  });
});

test('deploy: a solver is not a net', () => {
  const solver = file('solver.prototxt', 'net: "train.prototxt"\nbase_lr: 0.1\n');
  assert.deepEqual(run('deploy', solver), {
    code: 2,
    out: '',
    err: 'solver.prototxt: This is a solver, not a net.\n',
  });
});

test('deploy: invalid usage and unreadable files', () => {
  assert.equal(run('deploy', 'missing.prototxt').code, 2);
  assert.equal(run('deploy', train, '--batch', '0').code, 2);
  assert.equal(run('deploy', train, '--keep-dropout', '--drop-dropout').code, 2);
  const before = read(train);
  for (const path of [`./${train}`, link('hard.prototxt', train), symbolicLink('soft.prototxt', train)]) {
    const { code, err } = run('deploy', train, '--data-shape', '3x10x10', '-o', path);
    assert.equal(code, 2);
    assert.match(err, /^error: the output would overwrite the training net/u);
    assert.equal(read(train), before);
  }
});
