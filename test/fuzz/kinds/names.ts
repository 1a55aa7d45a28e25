import { hostileNames } from '../hostile.ts';
import { bounded, minimizeText } from '../minimize.ts';
import type { Random } from '../random.ts';
import type { Kind } from './kind.ts';
import { textViolations } from './text.ts';

/** Nets with hostile names wherever a file names something. */
export const namesKind: Kind<string> = {
  name: 'names',
  generate: (random) => named(random.pick(nets), random),
  violations: (text, random) => textViolations(text, random.next()),
  minimize: (text, fails) => minimizeText(text, bounded(fails)),
  size: () => 1,
  print: (text) => text,
};

/** Replaces each `@` and a digit by a name: mostly a hostile one, and the same for the same digit. */
function named(net: string, random: Random): string {
  const names = Array.from({ length: 10 }, () => random.pick(hostileNames));
  return net.replace(/@(\d)/gu, (_, digit: string) =>
    random.chance(0.1) ? `n${digit}` : (names[Number(digit)] ?? ''),
  );
}

const nets = [
  `name: "@0"
layer { name: "@1" type: "Input" top: "@1" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "@2" type: "Convolution" bottom: "@1" top: "@2" param { name: "@3" } param { name: "@3" }
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "@4" } } }
layer { name: "@5" type: "@6" bottom: "@2" top: "@5" include { stage: "@7" } }
layer { name: "@8" type: "ReLU" bottom: "@9" top: "@8" }
layer { name: "@8" type: "Concat" bottom: "@2" bottom: "@1" top: "@0" }
`,
  `layer { name: "@0" type: "Python" top: "@1" top: "@2"
  python_param { module: "@3" layer: "@4" param_str: "@5" } }
layer { name: "@6" type: "HDF5Data" top: "@6" hdf5_data_param { source: "@7" batch_size: 1 } }
layer { name: "@8" type: "Data" top: "@8" top: "@9" transform_param { mean_file: "@3" }
  data_param { source: "@4" batch_size: 1 backend: LMDB } }
layer { name: "@9" type: "Split" bottom: "@1" top: "@5" top: "@7" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "@8" bottom: "@6" }
`,
  `name: "@0"
input: "@1"
input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "@2" type: CONVOLUTION bottom: "@1" top: "@2" param: "@3" convolution_param { num_output: 4 kernel_size: 3 } }
layers { name: "@4" type: RELU bottom: "@2" top: "@2" }
layers { name: "@5" type: INNER_PRODUCT bottom: "@6" top: "@5" inner_product_param { num_output: 4 } }
`,
  `net: "@0"
type: "@1"
lr_policy: "@2"
snapshot_prefix: "@3"
train_state { stage: "@4" }
regularization_type: "@5"
base_lr: 0.1
`,
  `# caffe-dialect: @0
# caffe-state: TEST @1
# shape: @2 1x3x8x8
# proto-file: @3
# caffe-ignore: @4 -- @5
layer { name: "@2" type: "Input" top: "@2" }
layer { name: "@6" type: "Pooling" bottom: "@2" top: "@6" pooling_param { pool: @7 kernel_size: 2 @8: 1 } }
`,
];
