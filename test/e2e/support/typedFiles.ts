/** Typical files, which are typed key by key. Closing braces are on separate lines, except for messages on one line. */
export const lenet = `name: "LeNet"
layer {
  name: "mnist"
  type: "Data"
  top: "data"
  top: "label"
  transform_param {
    scale: 0.00390625
  }
  data_param {
    source: "mnist_train_lmdb"
    batch_size: 64
    backend: LMDB
  }
}
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  param { lr_mult: 1 }
  param { lr_mult: 2 }
  convolution_param {
    num_output: 20
    kernel_size: 5
    weight_filler { type: "xavier" }
  }
}
layer {
  name: "pool1"
  type: "Pooling"
  bottom: "conv1"
  top: "pool1"
  pooling_param {
    pool: MAX
    kernel_size: 2
    stride: 2
  }
}
layer {
  name: "conv2"
  type: "Convolution"
  bottom: "pool1"
  top: "conv2"
  param { lr_mult: 1 }
  param { lr_mult: 2 }
  convolution_param {
    num_output: 50
    kernel_size: 5
    weight_filler { type: "xavier" }
  }
}
layer {
  name: "pool2"
  type: "Pooling"
  bottom: "conv2"
  top: "pool2"
  pooling_param {
    pool: MAX
    kernel_size: 2
    stride: 2
  }
}
layer {
  name: "ip1"
  type: "InnerProduct"
  bottom: "pool2"
  top: "ip1"
  inner_product_param {
    num_output: 500
    weight_filler { type: "xavier" }
    bias_filler { type: "constant" }
  }
}
layer {
  name: "relu1"
  type: "ReLU"
  bottom: "ip1"
  top: "ip1"
}
layer {
  name: "ip2"
  type: "InnerProduct"
  bottom: "ip1"
  top: "ip2"
  inner_product_param {
    num_output: 10
    weight_filler { type: "xavier" }
    bias_filler { type: "constant" }
  }
}
layer {
  name: "accuracy"
  type: "Accuracy"
  bottom: "ip2"
  bottom: "label"
  top: "accuracy"
  include { phase: TEST }
}
layer {
  name: "loss"
  type: "SoftmaxWithLoss"
  bottom: "ip2"
  bottom: "label"
  top: "loss"
}
`;

export const typedFiles: Readonly<Record<string, string>> = {
  residual: `layer {
  name: "res1"
  type: "Convolution"
  bottom: "data"
  top: "res1"
  convolution_param {
    num_output: 64
    kernel_size: 3
    bias_term: false
  }
}
layer {
  name: "bn1"
  type: "BatchNorm"
  bottom: "res1"
  top: "res1"
}
layer {
  name: "sum"
  type: "Eltwise"
  bottom: "data"
  bottom: "res1"
  top: "sum"
  eltwise_param { operation: SUM }
}
`,
  ssd: `layer {
  name: "mbox_loc_perm"
  type: "Permute"
  bottom: "conv4_3_norm"
  top: "perm"
  permute_param {
    order: 0
    order: 2
  }
}
layer {
  name: "priorbox"
  type: "PriorBox"
  bottom: "perm"
  bottom: "data"
  top: "priorbox"
  prior_box_param {
    min_size: 30.0
    flip: true
    clip: false
  }
}
`,
  solver: `# The solver of LeNet
net: "lenet.prototxt"
test_iter: 100
base_lr: 0.01
weight_decay: 5e-4
lr_policy: "inv" # don't step
gamma: 1E-4
snapshot_prefix: 'lenet'
snapshot_format: HDF5
solver_mode: GPU
debug_info: false
type: "SGD"
`,
  v1: `name: "old"
layers {
  name: "mnist"
  type: DATA
  top: "data"
  data_param {
    source: "train_lmdb"
    backend: LMDB
  }
  include: { phase: TRAIN }
}
layers {
  bottom: "data"
  top: "conv1"
  name: "conv1"
  type: CONVOLUTION
  blobs_lr: 1
}
`,
  line: `layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 bias_term: false } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "pool" type: "Pooling" bottom: "conv" top: "pool" pooling_param { pool: MAX stride: 2 } }
`,
  angles: `layer <
  # "quotes", {braces} and 'others'
  name: 'a'
  type: 'Pooling'
  pooling_param <
    pool: AVE # MAX
    stride: 2
  >
>
layer
{
  name: "b"
  type: "Dropout"
}
`,
};
