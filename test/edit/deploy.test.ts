import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploy, hasDropout, isForTraining } from '../../server/src/edit/deploy/index.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { type DeployCase, data, input, specifyDeploy } from '../support/deployTable.ts';
import { open } from '../support/fixture.ts';

const cases: readonly DeployCase[] = [
  {
    shows: 'a classifier: data, label, loss, accuracy, rules, fillers and rates are removed',
    train: `# My net.
name: "Net"
# images
layer {
  name: "data" type: "Data" top: "data" top: "label"
  include { phase: TRAIN }
  transform_param { crop_size: 8 mirror: true }
  data_param { source: "train" batch_size: 64 backend: LMDB }
}

layer {
  name: "data" type: "Data" top: "data" top: "label"
  include { phase: TEST }
  transform_param { crop_size: 8 }
  data_param { source: "test" batch_size: 10 backend: LMDB }
}

# the features
layer {
  name: "conv" # one
  type: "Convolution"
  bottom: "data"
  top: "conv"
  param { lr_mult: 1 decay_mult: 1 } # weights
  param { lr_mult: 2 }
  convolution_param {
    num_output: 4 # few
    kernel_size: 3
    weight_filler { type: "xavier" }
    bias_filler {
      type: "constant"
    }
  }
}

layer { name: "fc" type: "InnerProduct" bottom: "conv" top: "fc" param { name: "w" lr_mult: 1 } param { lr_mult: 2 } inner_product_param { num_output: 5 } }

# how good it is
layer {
  name: "accuracy" type: "Accuracy" bottom: "fc" bottom: "label" top: "accuracy"
  include { phase: TEST }
}
layer {
  name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss"
  softmax_param { axis: 1 }
}
`,
    deployed: `# My net.
name: "Net"
# images
layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } }
}

# the features
layer {
  name: "conv" # one
  type: "Convolution"
  bottom: "data"
  top: "conv"
  convolution_param {
    num_output: 4 # few
    kernel_size: 3
  }
}

layer { name: "fc" type: "InnerProduct" bottom: "conv" top: "fc" param { name: "w" } inner_product_param { num_output: 5 } }

layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc"
  top: "prob"
  softmax_param { axis: 1 }
}
`,
    settings: { dataShape: [3, 10, 10] },
  },
  {
    shows: 'a label from an Input layer with a different batch size',
    train: `${data()}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 5 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
`,
    deployed: `${input.replace('32', '4')}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 5 } }
layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc"
  top: "prob"
}
`,
    options: { batch: 4 },
  },
  {
    shows: 'auxiliary losses with a smaller weight are removed with their branches',
    train: `${data()}
layer { name: "trunk" type: "InnerProduct" bottom: "data" top: "trunk" inner_product_param { num_output: 9 } }
layer { name: "side" type: "InnerProduct" bottom: "trunk" top: "side" inner_product_param { num_output: 5 } }
layer { name: "loss1" type: "SoftmaxWithLoss" bottom: "side" bottom: "label" top: "loss1" loss_weight: 0.3 }
layer { name: "main" type: "InnerProduct" bottom: "trunk" top: "main" inner_product_param { num_output: 5 } }
layer { name: "loss2" type: "SoftmaxWithLoss" bottom: "main" bottom: "label" top: "loss2" loss_weight: 1 }
`,
    deployed: `${input}
layer { name: "trunk" type: "InnerProduct" bottom: "data" top: "trunk" inner_product_param { num_output: 9 } }
layer { name: "main" type: "InnerProduct" bottom: "trunk" top: "main" inner_product_param { num_output: 5 } }
layer {
  name: "prob"
  type: "Softmax"
  bottom: "main"
  top: "prob"
}
`,
    notes: ['`loss1` (SoftmaxWithLoss) is removed: `loss2` has a larger weight.'],
  },
  {
    shows: 'a regression has no prediction layer; sliced labels are removed',
    train: `${data()}
layer { name: "cut" type: "Slice" bottom: "label" top: "one" top: "two" slice_param { axis: 0 } }
layer { name: "silence" type: "Silence" bottom: "two" }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 1 } }
layer { name: "half" type: "Slice" bottom: "fc" top: "a" top: "b" slice_param { axis: 0 } }
layer { name: "quiet" type: "Silence" bottom: "b" }
layer { name: "flat" type: "Reshape" bottom: "a" top: "flat" reshape_param { shape { dim: 16 } } }
layer { name: "loss" type: "EuclideanLoss" bottom: "flat" bottom: "one" top: "loss" }
`,
    deployed: `${input}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 1 } }
layer { name: "half" type: "Slice" bottom: "fc" top: "a" top: "b" slice_param { axis: 0 } }
layer { name: "quiet" type: "Silence" bottom: "b" }
layer { name: "flat" type: "Reshape" bottom: "a" top: "flat" reshape_param { shape { dim: 16 } } }
`,
    notes: ['`loss` (EuclideanLoss) is removed.'],
  },
  {
    shows: 'Dropout layers are removed on request, in place or not',
    train: `${data()}
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 9 } }
layer { name: "drop1" type: "Dropout" bottom: "a" top: "a" }
layer { name: "drop2" type: "Dropout" bottom: "a" top: "dropped" }
layer { name: "b" type: "InnerProduct" bottom: "dropped" top: "b" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "b" bottom: "label" top: "loss" }
`.replace('shape { dim: 32 }', 'shape { dim: 32 dim: 2 }'),
    deployed: `${input}
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 9 } }
layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 2 } }
layer {
  name: "prob"
  type: "Sigmoid"
  bottom: "b"
  top: "prob"
}
`,
    options: { dropDropout: true },
  },
  {
    shows: 'rates and fillers stay on request; a BatchNorm uses the statistics from training',
    train: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" batch_norm_param { use_global_stats: false eps: 0.001 } }
layer { name: "fc" type: "InnerProduct" bottom: "bn" top: "fc" param { lr_mult: 3 } inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
`,
    deployed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" batch_norm_param { use_global_stats: true eps: 0.001 } }
layer { name: "fc" type: "InnerProduct" bottom: "bn" top: "fc" param { lr_mult: 3 } inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
`,
    options: { keepTraining: true },
  },
  {
    shows: 'an old net is upgraded; a loss in one phase is enough, a probability in the other is kept',
    train: `layers { name: "d" type: DUMMY_DATA top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 3 } shape { dim: 2 } } }
layers { name: "fc" type: INNER_PRODUCT bottom: "data" top: "fc" blobs_lr: 1 inner_product_param { num_output: 2 } }
layers { name: "loss" type: SOFTMAX_LOSS bottom: "fc" bottom: "label" include { phase: TRAIN } }
layers { name: "p" type: SOFTMAX bottom: "fc" top: "p" include { phase: TEST } }
`,
    deployed: `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 3 } }
}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer { name: "p" type: "Softmax" bottom: "fc" top: "p" }
`,
  },
  {
    shows: 'a declared shape with its batch, in a net with a different label batch; its comment is removed',
    train: `# shape: data 3x10x10
layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "train" batch_size: 64 } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" }
`,
    deployed: `${input.replace('32', '5')}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc"
  top: "prob"
}
`,
    options: { inputShapes: new Map([['data', [5, 3, 8, 8]]]) },
  },
  {
    shows: 'a classifier that needs the label is removed, and its features are the output',
    train: `# caffe-dialect: sphereface
${data()}
layer { name: "feature" type: "InnerProduct" bottom: "data" top: "feature" inner_product_param { num_output: 9 } }
layer { name: "margin" type: "MarginInnerProduct" bottom: "feature" bottom: "label" top: "margin" top: "lambda" margin_inner_product_param { num_output: 5 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "margin" bottom: "label" top: "loss" }
`,
    deployed: `# caffe-dialect: sphereface
${input}
layer { name: "feature" type: "InnerProduct" bottom: "data" top: "feature" inner_product_param { num_output: 9 } }
`,
    notes: ['`loss` (SoftmaxWithLoss) is removed.'],
  },
  {
    shows: 'a batch size in a Reshape is reported',
    isRejected: true,
    train: `${data()}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 4 } }
layer { name: "fold" type: "Reshape" bottom: "fc" top: "fold" reshape_param { shape { dim: 32 dim: 2 dim: 2 } } }
`,
    deployed: `${input.replace('32', '1')}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 4 } }
layer { name: "fold" type: "Reshape" bottom: "fc" top: "fold" reshape_param { shape { dim: 32 dim: 2 dim: 2 } } }
`,
    options: { batch: 1 },
    notes: ['`fold`: `fc` (1×4) has 4 values, but 32×2×2 would have 128; `dim: 1` would match.'],
  },
  {
    shows: 'a `param` that shares a blob keeps its index',
    train: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" param { lr_mult: 1 } param { name: "b" lr_mult: 2 } inner_product_param { num_output: 3 } }
layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" param: [{ lr_mult: 1 }, { name: "b" }] inner_product_param { num_output: 3 } }
layer { name: "c" type: "InnerProduct" bottom: "b" top: "c" param: [{ lr_mult: 1 }, { lr_mult: 2 }] inner_product_param { num_output: 3 } }
`,
    deployed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" param { } param { name: "b" } inner_product_param { num_output: 3 } }
layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" param: [{ }, { name: "b" }] inner_product_param { num_output: 3 } }
layer { name: "c" type: "InnerProduct" bottom: "b" top: "c" inner_product_param { num_output: 3 } }
`,
  },
  {
    shows:
      'an unknown loss is removed too, with its weighting layer; a loss with a replacement is not reported',
    train: `${data()}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 5 } }
layer { name: "own" type: "MyOwnLoss" bottom: "fc" bottom: "label" top: "own" }
layer { name: "weighed" type: "Power" bottom: "own" top: "weighed" loss_weight: 0.1 }
layer { name: "prob" type: "Softmax" bottom: "fc" top: "prob" include { phase: TEST } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
`,
    deployed: `${input}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 5 } }
layer { name: "prob" type: "Softmax" bottom: "fc" top: "prob" }
`,
    notes: ['`own` (MyOwnLoss) is removed.', '`weighed` (Power) is removed.'],
  },
  {
    shows: 'a layer that writes files is kept',
    train: `# caffe-dialect: pspnet
input: "data"
input_shape { dim: 1 dim: 3 dim: 4 dim: 4 }
layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "p" type: "Softmax" bottom: "c" top: "p" }
layer { name: "w" type: "MatWrite" bottom: "p" include { phase: TEST } mat_write_param { prefix: "out/" } }
`,
    deployed: `# caffe-dialect: pspnet
input: "data"
input_shape { dim: 1 dim: 3 dim: 4 dim: 4 }
layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "p" type: "Softmax" bottom: "c" top: "p" }
`,
  },
  {
    shows: 'failures that the upgrade resolves do not prevent deployment',
    train: `layers { name: "d" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 3 } shape { dim: 2 } } }
layer { name: "fc" type: INNER_PRODUCT bottom: "data" top: "fc" blobs_lr: 1 inner_product_param { num_output: 2 } }
layers { name: "loss" type: SOFTMAX_LOSS bottom: "fc" bottom: "label" }
`,
    deployed: `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 3 } }
}
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }
layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc"
  top: "prob"
}
`,
  },
];

specifyDeploy(cases);

test('deploy: which nets are training nets, and which have Dropout layers', () => {
  const trains = open(cases[4]?.train ?? '');
  const deployed = open(cases[4]?.deployed ?? '');
  assert.deepEqual([isForTraining(trains), isForTraining(deployed)], [true, false]);
  assert.deepEqual([hasDropout(trains), hasDropout(deployed)], [true, false]);
});

test('a net whose data layers require stages is deployed as built for testing', () => {
  const text = `layer { name: "data" type: "Input" top: "data" top: "label" include { stage: "fit" }
  input_param { shape { dim: 4 dim: 8 } shape { dim: 4 } } }
layer { name: "data" type: "Input" top: "data" include { stage: "use" } input_param { shape { dim: 1 dim: 8 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 3 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" include { stage: "fit" } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" include { stage: "use" } }
`;
  const made = deploy(open(text));
  assert.ok('text' in made, JSON.stringify(made));
  const deployed = open(made.text);
  assert.deepEqual(
    deployed.net(netState('TEST')).layers.map(({ name }) => name),
    ['data', 'ip', 'prob'],
  );
  assert.deepEqual(
    diagnostics(deployed).filter(({ severity }) => severity === 'error'),
    [],
  );
});
