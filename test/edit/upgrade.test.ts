import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upgradeFile } from '../../server/src/edit/upgrade/index.ts';
import { tokenize } from '../../server/src/syntax/tokens.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

interface Case {
  readonly shows: string;
  readonly old: string;
  readonly current: string;
}

const cases: readonly Case[] = [
  {
    shows: 'V1: the type is a string, rates of a blob are in one param, comments stay',
    old: `# the head
layers {
  name: "conv" # first
  type: CONVOLUTION
  bottom: "data"
  top: "conv"
  blobs_lr: 1 # weights
  blobs_lr: 2 # biases
  weight_decay: 1
  weight_decay: 0
  convolution_param { num_output: 3 kernel_size: 3 }
}
`,
    current: `# the head
layer {
  name: "conv" # first
  type: "Convolution"
  bottom: "data"
  top: "conv"
  param { lr_mult: 1 decay_mult: 1 } # weights
  param { lr_mult: 2 decay_mult: 0 } # biases
  convolution_param { num_output: 3 kernel_size: 3 }
}
`,
  },
  {
    shows: 'V1: shared names and modes belong to the blob of their index; a list equals repeated fields',
    old: `layers { name: "a" type: INNER_PRODUCT bottom: "x" top: "a" param: "w" param: "b" blob_share_mode: PERMISSIVE blobs_lr: [1, 0.5] }
`,
    current: `layer { name: "a" type: "InnerProduct" bottom: "x" top: "a" param { name: "w" share_mode: PERMISSIVE lr_mult: 1 }
param { name: "b" lr_mult: 0.5 } }
`,
  },
  {
    shows: 'V1: transformations move out of data_param',
    old: `layers {
  name: "data" type: DATA top: "data"
  data_param {
    source: "train"
    batch_size: 2
    crop_size: 8
    mean_file: "mean"
  }
}
layers {
  name: "data" type: DATA top: "data"
  data_param { source: "test" batch_size: 2 scale: 0.5 }
  transform_param { scale: 1 mirror: false }
}
`,
    current: `layer {
  name: "data" type: "Data" top: "data"
  data_param {
    source: "train"
    batch_size: 2
  }
  transform_param {
    mean_file: "mean"
    crop_size: 8
  }
}
layer {
  name: "data" type: "Data" top: "data"
  data_param { source: "test" batch_size: 2 }
  transform_param { scale: 0.5 mirror: false }
}
`,
  },
  {
    shows:
      'V0: fields move into the message of the type, with their comments; padding moves into the convolution',
    old: `layers {
  layer { name: "pad" type: "padding" pad: 2 }
  bottom: "data"
  top: "pad"
}
layers {
  # what it is
  layer {
    name: "conv"
    type: "conv"
    num_output: 8 # many
    # the window
    kernelsize: 5
    biasterm: false
    weight_filler {
      type: "gaussian"
      std: 0.01
    }
    blobs_lr: 1.
    weight_decay: 250.
  }
  bottom: "pad"
  top: "conv" # result
}
layers { layer { name: "relu" type: "relu" dropout_ratio: 0.5 } bottom: "conv" top: "conv" }
`,
    current: `layer {
  # what it is
  name: "conv"
  type: "Convolution"
  convolution_param {
    pad: 2
    num_output: 8 # many
    # the window
    kernel_size: 5
    bias_term: false
    weight_filler {
      type: "gaussian"
      std: 0.01
    }
  }
  param { lr_mult: 1. decay_mult: 250. }
  bottom: "data"
  top: "conv" # result
}
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
`,
  },
  {
    shows: 'inputs: a layer for each, with the name of its blob and the comments of the sizes',
    old: `name: "n"
# what comes in
input: "data" # an image
input_dim: 1 # batch
# channels
input_dim: 3
input_dim: 8
input_dim: 8
force_backward: true
`,
    current: `name: "n"
# what comes in
layer {
  name: "data"
  type: "Input"
  top: "data" # an image
  input_param {
    shape {
      dim: 1 # batch
      # channels
      dim: 3
      dim: 8
      dim: 8
    }
  }
}
force_backward: true
`,
  },
  {
    shows: 'inputs: on one line if the layers are',
    old: `input: "a"
input_shape { dim: 1 dim: 4 }
input: "b"
input_shape: { dim: 1 dim: 2 }
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`,
    current: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 1 dim: 2 } } }
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`,
  },
  {
    shows: 'inputs below layers are moved to the top',
    old: `layer { name: "s" type: "Silence" bottom: "a" }
input: "a"
input_shape { dim: 1 dim: 4 }
`,
    current: `layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "s" type: "Silence" bottom: "a" }
`,
  },
  {
    shows: 'the rates of a BatchNorm become 0',
    old: `layer { name: "n" type: "BatchNorm" bottom: "x" top: "n" param { lr_mult: 1 } param { lr_mult: 0 } param { } }
`,
    current: `layer { name: "n" type: "BatchNorm" bottom: "x" top: "n" param { lr_mult: 0 decay_mult: 0 } param { lr_mult: 0 } param { lr_mult: 0 decay_mult: 0 } }
`,
  },
  {
    shows: 'both syntaxes, and fields of one in the other',
    old: `layer { name: "a" type: RELU bottom: "x" top: "a" }
layers { name: "b" type: "ReLU" bottom: "a" top: "b" }
layers { name: "c" type: SMOOTH_L1_LOSS bottom: "a" bottom: "b" top: "c" }
`,
    current: `layer { name: "a" type: "ReLU" bottom: "x" top: "a" }
layer { name: "b" type: "ReLU" bottom: "a" top: "b" }
layer { name: "c" type: "SmoothL1Loss" bottom: "a" bottom: "b" top: "c" }
`,
  },
  {
    shows: 'lists of inputs and sizes; several inputs on one line',
    old: `name: "n" input: ["a", "b"] # both
input_shape: [{ dim: 1 dim: 2 }, < dim: [3, 4] >]
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`,
    current: `name: "n"
layer {
  name: "a"
  type: "Input"
  top: "a" # both
  input_param { shape { dim: 1 dim: 2 } }
}
layer { name: "b" type: "Input" top: "b" input_param { shape < dim: [3, 4] > } }
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`,
  },
  {
    shows: 'V0: tops in a list; a commented-out field at the end of the inner layer stays a comment',
    old: `layers {
  layer {
    name: "d"
    type: "data"
    source: "s"
    # window {
    #   size: 1
    # }
  } # whole
  top: ["data", "label"]
}
`,
    current: `layer {
  name: "d"
  type: "Data"
  data_param {
    source: "s"
  }
  # window {
  #   size: 1
  # }
  # whole
  top: ["data", "label"]
}
`,
  },
  {
    shows: 'comments inside a field move before it',
    old: `layers {
  name: "c" type: CONVOLUTION
  blobs_lr: # weights
    1
  blobs_lr # one
  : # two
    2
}
input: "x"
input_dim: # batch
  1
input_dim: 2 input_dim: 3 input_dim: 4
`,
    current: `layer {
  name: "x"
  type: "Input"
  top: "x"
  input_param { shape { dim: 1 dim: 2 dim: 3 dim: 4 } }
}
layer {
  name: "c" type: "Convolution"
  # weights
  param { lr_mult: 1 }
  # one
  # two
  param { lr_mult: 2 }
}
# batch
`,
  },
];

for (const { shows, old, current } of cases) {
  test(`upgrade: ${shows}`, () => {
    assert.equal(applyEdits(old, upgradeFile(open(old))), current);
    assert.deepEqual(upgradeFile(open(current)), []);
  });

  test(`upgrade with Windows line endings: ${shows}`, () => {
    const crlf = old.replaceAll('\n', '\r\n');
    assert.equal(applyEdits(crlf, upgradeFile(open(crlf))), current.replaceAll('\n', '\r\n'));
  });
}

test('upgrade: a comment between any two tokens stays and has no effect', () => {
  for (const { shows, old } of cases) {
    let count = 0;
    const commented = tokenize(old)
      .tokens.map(({ image }) => `${image} # ${count++}\n`)
      .join('');
    const upgraded = applyEdits(commented, upgradeFile(open(commented)));
    const numbers = [...upgraded.matchAll(/# (\d+)$/gmu)].map(([, number]) => Number(number));
    assert.deepEqual(
      numbers.toSorted((one, other) => one - other),
      Array.from({ length: count }, (_, index) => index),
      shows,
    );
    const words = (text: string) => tokenize(text).tokens.map(({ image }) => image);
    assert.deepEqual(words(upgraded), words(applyEdits(old, upgradeFile(open(old)))), shows);
  }
});

test('upgrade: the type of a solver', () => {
  for (const [written, type] of [
    ['ADAM', 'Adam'],
    ['NESTEROV', 'Nesterov'],
    ['3', 'RMSProp'],
  ]) {
    const old = `net: "x"\n# how it learns\nsolver_type: ${written} # fast\nbase_lr: 0.1\n`;
    assert.equal(
      applyEdits(old, upgradeFile(open(old))),
      `net: "x"\n# how it learns\ntype: "${type}" # fast\nbase_lr: 0.1\n`,
    );
  }
});

test('upgrade: fields on one line are removed in one edit', () => {
  const old = `layers { name: "a" type: CONVOLUTION
  blobs_lr: 1 blobs_lr: 2
  weight_decay: 3 weight_decay: 4}
`;
  const edits = upgradeFile(open(old)).toSorted((one, other) => one.range.start - other.range.start);
  for (const [index, { range }] of edits.entries())
    assert.ok(range.start >= (edits[index - 1]?.range.end ?? 0), `${range.start}`);
  assert.equal(
    applyEdits(old, edits),
    `layer { name: "a" type: "Convolution"
  param { lr_mult: 1 decay_mult: 3 } param { lr_mult: 2 decay_mult: 4 }
  }
`,
  );
});

test('upgrade: an input without a shape is unchanged', () => {
  assert.deepEqual(upgradeFile(open('input: "a"\nlayer { name: "s" type: "Silence" bottom: "a" }\n')), []);
});
