import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { labelled, layer, pair } from '../../support/smallNets.ts';

const loss = (param: string) =>
  labelled + layer('l', 'SoftmaxWithLoss', ['x', 'label'], ['l'], `loss_param { ${param} } `);

checkRule('deprecated-field', [
  {
    shows: 'an old axis',
    net: pair + layer('s', 'Slice', ['a'], ['c', 'd'], 'slice_param { slice_dim: 1 } '),
    marks: ['slice_dim'],
    says: 'Write `axis`',
  },
  {
    shows: 'the axis of today',
    net: pair + layer('s', 'Slice', ['a'], ['c', 'd'], 'slice_param { axis: 1 } '),
    marks: [],
  },
  {
    shows: 'a field once, however often it is repeated',
    net: layer(
      'd',
      'DummyData',
      [],
      ['a', 'b'],
      'dummy_data_param { num: 1 num: 2 channels: 1 height: 1 width: 1 } ',
    ),
    marks: ['num', 'channels', 'height', 'width'],
  },
  {
    shows: 'old layers have a rule of their own',
    net: 'layers { name: "d" type: DUMMY_DATA top: "a" dummy_data_param { num: 1 channels: 1 height: 1 width: 1 } }\n',
    marks: [],
  },
  {
    shows: 'as has what data layers ignore',
    net: '# shape: d 1x1x2x2\nlayer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 1 scale: 2 } }\n',
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'normalize: true',
    bad: loss('⟦normalize⟧: true'),
    code: 'deprecated-field',
    fixed: loss('normalization: VALID'),
  },
  {
    shows: 'normalize: false',
    bad: loss('⟦normalize⟧: false'),
    code: 'deprecated-field',
    fixed: loss('normalization: BATCH_SIZE'),
  },
  {
    shows: 'normalize that does not count',
    bad: loss('⟦normalize⟧: true normalization: FULL'),
    code: 'deprecated-field',
    fixed: loss('normalization: FULL').replace('{ norm', '{ norm'),
  },
  {
    shows: 'the shape of a dummy',
    bad: layer('d', 'DummyData', [], ['a'], 'dummy_data_param { ⟦num⟧: 1 channels: 2 height: 3 width: 4 } '),
    code: 'deprecated-field',
    fixed: layer('d', 'DummyData', [], ['a'], 'dummy_data_param { shape { dim: 1 dim: 2 dim: 3 dim: 4 } } '),
  },
  {
    shows: 'the type of a solver',
    bad: 'net: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n⟦solver_type⟧: ADAGRAD\n',
    code: 'deprecated-field',
    fixed: 'net: "n"\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\ntype: "AdaGrad"\n',
  },
]);
