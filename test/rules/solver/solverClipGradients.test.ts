import { checkRule } from '../../support/ruleTable.ts';

const solver = (clip: string) => `net: "n"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 9
${clip}
`;

checkRule('solver-clip-gradients', [
  {
    shows: 'a norm of 0',
    net: solver('clip_gradients: 0.0'),
    marks: ['0.0'],
    messages: '`clip_gradients: 0` scales every gradient to 0. Use a negative number to disable clipping.',
  },
  { shows: 'a positive norm', net: solver('clip_gradients: 35'), marks: [] },
  { shows: 'a negative number, which disables clipping', net: solver('clip_gradients: -1'), marks: [] },
  { shows: 'not set', net: solver(''), marks: [] },
]);
