import { checkRule } from '../../support/ruleTable.ts';
import { image, inner, layer } from '../../support/smallNets.ts';

const flat = layer('f', 'Flatten', ['x'], ['f']);
const relu = layer('r', 'ReLU', ['f'], ['f']);
const reader = layer('t', 'TanH', ['x'], ['t']);

checkRule('in-place-shared-values', [
  { shows: 'another reader behind it', net: image + flat + relu + reader, marks: ['"f"'], says: '`t` reads' },
  { shows: 'another reader before it', net: image + reader + flat + relu, marks: [] },
  {
    shows: 'another reader before it, which learns',
    net: `${image}${inner('ip', 'x')}${flat}${relu}${inner('i2', 'f')}${layer('l', 'EuclideanLoss', ['ip', 'i2'], ['l'])}`,
    marks: ['"f"'],
    says: '`ip` reads',
  },
  { shows: 'nobody else', net: image + flat + relu, marks: [] },
  { shows: 'a top of its own', net: image + flat + layer('r', 'ReLU', ['f'], ['r']) + reader, marks: [] },
  {
    shows: 'a layer that copies',
    net: image + layer('f', 'Power', ['x'], ['f']) + relu + reader,
    marks: [],
  },
]);
