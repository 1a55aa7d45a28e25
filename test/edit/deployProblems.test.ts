import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploy } from '../../server/src/edit/deploy/index.ts';
import { open } from '../support/fixture.ts';

test('an unknown input size is requested, not guessed', () => {
  const train = `layer { name: "data" type: "Data" top: "data" top: "label" transform_param { crop_size: 8 } data_param { source: "train" batch_size: 64 } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" }
`;
  assert.deepEqual(deploy(open(train)), {
    problem: 'The size of an input is unknown: `data` (1×?×8×8). Specify its shape.',
    unknown: [{ name: 'data', shape: '1×?×8×8' }],
  });
});

test('no result for a net that Caffe rejects, or for a file that is not a net', () => {
  for (const [text, why] of [
    [
      'layer { name: "a" type: "ReLU" bottom: "x" top: "a" }',
      /Caffe rejects the net: No layer above produces/u,
    ],
    ['layer { name: "a" typ: "ReLU" }', /Syntax error/u],
    ['layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 } } }', /Nothing to deploy/u],
    ['base_lr: 1\nnet: "x"\n', /not a net/u],
    ['# caffe-dialect: deconvnet\nbase_lr: 1\nnet: "x"\n', /not a net/u],
    [
      '# caffe-dialect: deconvnet\nlayers { name: "r" type: RELU bottom: "x" top: "r" }',
      /`layer \{ … \}`, which this Caffe \(`deconvnet`\) does not have/u,
    ],
    ['name: "x"\nlayer { name: "a"', /Syntax error/u],
  ] as const) {
    const made = deploy(open(text));
    assert.match('problem' in made ? made.problem : '', why);
  }
});

test('a comment states the dialect of a net that would be rejected without its training layers', () => {
  const train = `layer { name: "data" type: "CustomData" top: "data" data_param { source: "s" batch_size: 2 } }
layer { name: "half" type: "Eltwise" bottom: "data" top: "half" eltwise_param { coeff: 0.5 } }
`;
  const made = deploy(open(train, { inputShapes: new Map([['data', [2, 3, 16, 16]]]) }));
  assert.match('text' in made ? made.text : made.problem, /^# caffe-dialect: flownet2\n/u);
});
