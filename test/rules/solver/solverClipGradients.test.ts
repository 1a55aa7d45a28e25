import { checkRule } from '../../support/ruleTable.ts';

const solver = (clip: string) =>
  `net: "n.prototxt"\nbase_lr: 0.01\nlr_policy: "fixed"\nmax_iter: 10\n${clip}\n`;

checkRule('solver-clip-gradients', [
  { shows: 'a length of 0', net: solver('clip_gradients: 0.0'), marks: ['0.0'] },
  { shows: 'a length', net: solver('clip_gradients: 35'), marks: [] },
  { shows: 'what switches it off', net: solver('clip_gradients: -1'), marks: [] },
  { shows: 'nothing', net: solver(''), marks: [] },
]);
