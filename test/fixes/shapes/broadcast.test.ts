import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'fewer axes',
    bad: `${input}layer { name: "y" type: "Scale" bottom: "x" top: "y" scale_param { axis: 2 num_axes: ⟦3⟧ } }
`,
    code: 'scale/extends-setup',
    title: 'Set `num_axes: 1`',
    fixed: `${input}layer { name: "y" type: "Scale" bottom: "x" top: "y" scale_param { axis: 2 num_axes: 1 } }
`,
  },
  {
    shows: 'a scale from global pooling',
    bad: `${input}layer { name: "gp" type: "Pooling" bottom: "x" top: "gp" pooling_param { pool: AVE global_pooling: true } }
layer { name: "y" type: "Scale" bottom: "x" bottom: ⟦"gp"⟧ top: "y" }
`,
    code: 'scale/extends',
    fixed: `${input}layer { name: "gp" type: "Pooling" bottom: "x" top: "gp" pooling_param { pool: AVE global_pooling: true } }
layer {
  name: "gp_flat"
  type: "Flatten"
  bottom: "gp"
  top: "gp_flat"
}
layer { name: "y" type: "Scale" bottom: "x" bottom: "gp_flat" top: "y" scale_param { axis: 0 } }
`,
  },
  {
    shows: 'a bias from global pooling with swapped bottoms, instead of one for each item',
    bad: `${input}layer { name: "gp" type: "Pooling" bottom: "x" top: "gp" pooling_param { pool: AVE global_pooling: true } }
layer { name: "y" type: "Bias" bottom: "gp" bottom: ⟦"x"⟧ top: "y" bias_param { axis: 0 } }
`,
    code: 'bias/dim-mismatch',
    fixed: `${input}layer { name: "gp" type: "Pooling" bottom: "x" top: "gp" pooling_param { pool: AVE global_pooling: true } }
layer {
  name: "gp_flat"
  type: "Flatten"
  bottom: "gp"
  top: "gp_flat"
}
layer { name: "y" type: "Bias" bottom: "x" bottom: "gp_flat" top: "y" bias_param { axis: 0 } }
`,
  },
  {
    shows: 'a scale of three axes and an axis of length 1',
    bad: `layer { name: "x" type: "Input" top: "x" top: "s" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 6 } shape { dim: 2 dim: 4 dim: 8 dim: 1 } } }
layer { name: "y" type: "Scale" bottom: "x" bottom: ⟦"s"⟧ top: "y" }
`,
    code: 'scale/extends',
    fixed: `layer { name: "x" type: "Input" top: "x" top: "s" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 6 } shape { dim: 2 dim: 4 dim: 8 dim: 1 } } }
layer {
  name: "s_flat"
  type: "Flatten"
  bottom: "s"
  top: "s_flat"
  flatten_param {
    axis: 2
  }
}
layer { name: "y" type: "Scale" bottom: "x" bottom: "s_flat" top: "y" scale_param { axis: 0 } }
`,
  },
]);
