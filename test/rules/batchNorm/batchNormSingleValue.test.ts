import { checkRule } from '../../support/ruleTable.ts';

checkRule('batch-norm-single-value', [
  {
    shows: 'a batch of one vector',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"BatchNorm"'],
    messages:
      'The output of `bn` is always 0 in training: its input is 1×4, so the mean of each channel is computed over a single value. (TRAIN phase only)',
  },
  {
    shows: 'a batch of two',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'stored statistics',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" batch_norm_param { use_global_stats: true } }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a layer in the TEST phase',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" phase: TEST }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: [],
  },
  {
    shows: 'a net that is not trained',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "ip" }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
`,
    marks: [],
  },
  {
    shows: 'a batch of one image after global pooling',
    net: `layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "in2" type: "Input" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { pool: AVE global_pooling: true } }
layer { name: "bn" type: "BatchNorm" bottom: "p" top: "ip" }
layer { name: "sc" type: "Scale" bottom: "ip" top: "ip" scale_param { bias_term: true } }
layer { name: "l" type: "EuclideanLoss" bottom: "ip" bottom: "b" top: "l" }
`,
    marks: ['"BatchNorm"'],
    messages:
      'The output of `bn` is always 0 in training: its input is 1×4×1×1, so the mean of each channel is computed over a single value. (TRAIN phase only)',
  },
  {
    shows: 'an image of unknown size',
    net: `layer { name: "d" type: "Data" top: "x" data_param { source: "s" batch_size: 1 } }
layer { name: "bn" type: "BatchNorm" bottom: "x" top: "y" }
layer { name: "l" type: "EuclideanLoss" bottom: "y" bottom: "x" top: "l" }
`,
    marks: [],
  },
]);
