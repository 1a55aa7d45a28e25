import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, labelled, layer, pair } from '../../support/smallNets.ts';

const loss = (bottom: string) => layer('l', 'EuclideanLoss', [bottom, 'b'], ['l']);
const net = pair + inner('ip', 'a') + loss('ip');

checkRule('unused-top', [
  {
    shows: 'a branch that ends',
    net: net + layer('r', 'ReLU', ['a'], ['r']),
    marks: ['"r"'],
    says: 'TRAIN phase only',
  },
  {
    shows: 'a net without a loss',
    net: pair + inner('ip', 'a') + layer('r', 'ReLU', ['a'], ['r']),
    marks: [],
  },
  { shows: 'probabilities', net: net + layer('p', 'Softmax', ['ip'], ['p']), marks: [] },
  {
    shows: 'an accuracy',
    net: `${labelled}${inner('ip', 'x')}${layer('l', 'SoftmaxWithLoss', ['ip', 'label'], ['l'])}${layer('acc', 'Accuracy', ['ip', 'label'], ['acc'])}`,
    marks: [],
  },
  {
    shows: 'one of two parts',
    net: net + layer('s', 'Slice', ['a'], ['c', 'd']) + layer('sil', 'Silence', ['c'], []),
    marks: [],
  },
  {
    shows: 'in testing alone',
    net: net + layer('r', 'ReLU', ['a'], ['r'], 'include { phase: TEST } '),
    marks: [],
  },
  {
    shows: 'a label that nobody reads',
    net: `${'layer { name: "d" type: "DummyData" top: "a" top: "b" top: "c" dummy_data_param { shape { dim: 8 dim: 4 } } }\n'}${inner('ip', 'a')}${loss('ip')}`,
    marks: ['"c"'],
  },
  {
    shows: 'a label that a source of images cannot do without',
    net: `# shape: a 8x4\nlayer { name: "d" type: "ImageData" top: "a" top: "c" image_data_param { source: "l.txt" batch_size: 8 } }\n${pair.replace('top: "a" ', '')}${inner('ip', 'a')}${loss('ip')}`,
    marks: [],
  },
  { shows: 'a layer that nobody knows', net: net + layer('m', 'Mystery', ['a'], ['m']), marks: [] },
  {
    shows: 'a silenced one',
    net: net + layer('r', 'ReLU', ['a'], ['r']) + layer('sil', 'Silence', ['r'], []),
    marks: [],
  },
]);

checkFixes([
  {
    shows: 'a layer that counts in testing is only silenced',
    bad: `${net}layer { name: "r" type: "ReLU" bottom: "a" top: ⟦"r"⟧ }\n${layer('s', 'Sigmoid', ['r'], ['s'], 'include { phase: TEST } ')}`,
    code: 'unused-top',
    fixed: `${net}layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
layer {
  name: "silence_r"
  type: "Silence"
  bottom: "r"
  include {
    phase: TRAIN
  }
}
${layer('s', 'Sigmoid', ['r'], ['s'], 'include { phase: TEST } ')}`,
  },
]);
