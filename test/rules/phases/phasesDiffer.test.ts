import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer } from '../../support/smallNets.ts';

const input = (phase: string, size: number) =>
  `layer { name: "x" type: "Input" top: "x" include { phase: ${phase} } input_param { shape { dim: 2 dim: 3 dim: ${size} dim: ${size} } } }\n`;
const conv = layer('c', 'Convolution', ['x'], ['c'], 'convolution_param { num_output: 2 kernel_size: 3 } ');

checkRule('phases-differ', [
  {
    shows: 'images of two sizes before an inner product',
    net: input('TRAIN', 8) + input('TEST', 9) + inner('ip', 'x'),
    marks: ['"InnerProduct"'],
    says: '4×192',
  },
  { shows: 'a convolution does not mind', net: input('TRAIN', 8) + input('TEST', 9) + conv, marks: [] },
  { shows: 'images of one size', net: input('TRAIN', 8) + input('TEST', 8) + inner('ip', 'x'), marks: [] },
  {
    shows: 'a bias in one phase alone',
    net: `${input('TRAIN', 8)}${input('TEST', 8)}${inner('ip', 'x').replace('}\n', 'include { phase: TRAIN } }\n')}${inner('ip', 'x').replace('}\n', 'include { phase: TEST } }\n').replace('num_output: 4', 'num_output: 4 bias_term: false')}`,
    marks: ['"InnerProduct"'],
    says: '2 parameter blobs',
  },
  {
    shows: 'a name that another layer has in testing',
    net: `${input('TRAIN', 8)}${input('TEST', 8)}${inner('ip', 'x').replace('}\n', 'include { phase: TRAIN } }\n')}${layer('ip', 'ReLU', ['x'], ['ip'], 'include { phase: TEST } ')}`,
    marks: ['"InnerProduct"'],
    says: '2 parameter blobs in the TRAIN phase and 0',
  },
  {
    shows: 'a name without weights in either phase',
    net: `${input('TRAIN', 8)}${input('TEST', 9)}${layer('y', 'ReLU', ['x'], ['y'], 'include { phase: TRAIN } ')}${layer('y', 'Sigmoid', ['x'], ['y'], 'include { phase: TEST } ')}`,
    marks: [],
  },
  {
    shows: 'a net for one phase',
    net: input('TRAIN', 8) + inner('ip', 'x').replace('}\n', 'include { phase: TRAIN } }\n'),
    marks: [],
  },
]);

const images = (phase: string, transform: string) =>
  `layer {
  name: "x" type: "ImageData" top: "x" top: "label" include { phase: ${phase} }
  image_data_param { source: "list.txt" batch_size: 2 new_height: 32 new_width: 32 }${transform}
}
`;
const marked = (net: string) => net.replace('"InnerProduct"', '⟦"InnerProduct"⟧');

checkFixes([
  {
    shows: 'a crop that one of two data layers has',
    bad: marked(
      images('TRAIN', '\n  transform_param { mirror: true crop_size: 28 }') +
        images('TEST', '') +
        inner('ip', 'x'),
    ),
    code: 'phases-differ',
    fixed:
      images('TRAIN', '\n  transform_param { mirror: true crop_size: 28 }') +
      images('TEST', '\n  transform_param {\n    crop_size: 28\n  }') +
      inner('ip', 'x'),
  },
  {
    shows: 'another size of the images',
    bad: marked(images('TRAIN', '') + images('TEST', '').replaceAll('32', '28') + inner('ip', 'x')),
    code: 'phases-differ',
    fixed: images('TRAIN', '') + images('TEST', '') + inner('ip', 'x'),
  },
  {
    shows: 'a bias in one phase alone',
    bad: marked(
      `${input('TRAIN', 8)}${input('TEST', 8)}${inner('ip', 'x').replace('}\n', 'include { phase: TRAIN } }\n')}${inner('ip', 'x').replace('}\n', 'include { phase: TEST } }\n').replace('num_output: 4', 'num_output: 4 bias_term: false')}`,
    ),
    code: 'phases-differ',
    fixed: `${input('TRAIN', 8)}${input('TEST', 8)}${inner('ip', 'x').replace('}\n', 'include { phase: TRAIN } }\n')}${inner('ip', 'x').replace('}\n', 'include { phase: TEST } }\n').replace('num_output: 4', 'num_output: 4 bias_term: true')}`,
  },
]);
