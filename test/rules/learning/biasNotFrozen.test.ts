import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer, pair } from '../../support/smallNets.ts';

const loss = layer('l', 'EuclideanLoss', ['top', 'b'], ['l']);
const rest = inner('top', 'ip') + loss;
const frozen = (params: string, name = 'ip') => inner(name, 'a').replace('}\n', `${params} }\n`);

checkRule('bias-not-frozen', [
  {
    shows: 'one param',
    net: pair + frozen('param { lr_mult: 0 }') + rest,
    marks: ['0'],
    says: '`ip` is frozen but for its bias',
  },
  { shows: 'two', net: pair + frozen('param { lr_mult: 0 } param { lr_mult: 0 }') + rest, marks: [] },
  {
    shows: 'a bias that is to learn',
    net: pair + frozen('param { lr_mult: 0 } param { }') + rest,
    marks: [],
  },
  { shows: 'weights that learn', net: pair + frozen('param { lr_mult: 1 }') + rest, marks: [] },
  { shows: 'a name alone', net: pair + frozen('param { name: "w" }') + rest, marks: [] },
  {
    shows: 'no bias',
    net: pair + frozen('param { lr_mult: 0 }').replace('output: 4', 'output: 4 bias_term: false') + rest,
    marks: [],
  },
  {
    shows: 'a net that does not learn',
    net: (pair + frozen('param { lr_mult: 0 }') + rest).replace(loss, ''),
    marks: [],
  },
  {
    shows: 'a BatchNorm, whose blobs never learn',
    net: `${pair}${layer('bn', 'BatchNorm', ['a'], ['ip'], 'param { lr_mult: 0 } ')}${layer('sc', 'Scale', ['ip'], ['ip'], 'scale_param { bias_term: true } ')}${rest}`,
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a second param as the first, without its comment',
    bad: `${pair}layer {
  name: "ip"
  type: "InnerProduct"
  bottom: "a"
  top: "ip"
  param {
    lr_mult: ⟦0⟧
    decay_mult: 0
  }  # from the model
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
${rest}`,
    code: 'bias-not-frozen',
    fixed: `${pair}layer {
  name: "ip"
  type: "InnerProduct"
  bottom: "a"
  top: "ip"
  param {
    lr_mult: 0
    decay_mult: 0
  }
  param {
    lr_mult: 0
    decay_mult: 0
  }  # from the model
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } }
}
${rest}`,
  },
  {
    shows: 'a name is not copied',
    bad: pair + frozen('param { name: "w" lr_mult: ⟦0⟧ }') + rest,
    code: 'bias-not-frozen',
    fixed: pair + frozen('param { name: "w" lr_mult: 0 } param { lr_mult: 0 }') + rest,
  },
]);
