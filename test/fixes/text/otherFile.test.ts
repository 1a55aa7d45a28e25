import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 } } }
`;
const solver = `net: "net.prototxt"
base_lr: 0.1
lr_policy: "fixed"
max_iter: 10
`;

checkFixes([
  {
    shows: 'solver fields above the net',
    bad: `⟦base_lr⟧: 0.1
lr_policy: "fixed" # for now
type: "Adam"
${input}${input.replaceAll('"x"', '"y"')}`,
    code: 'text/unknown-field',
    title: 'Comment out the 3 solver fields',
    fixed: `# base_lr: 0.1
# lr_policy: "fixed" # for now
# type: "Adam"
${input}${input.replaceAll('"x"', '"y"')}`,
  },
  {
    shows: 'a single solver field below the net',
    bad: `${input}⟦max_iter⟧: 10
`,
    code: 'text/unknown-field',
    title: 'Comment out `max_iter`',
    fixed: `${input}# max_iter: 10
`,
  },
  {
    shows: 'a layer in a solver',
    bad: `${solver}⟦layer⟧ {
  name: "x"
}
`,
    code: 'text/unknown-field',
    title: 'Comment out `layer`',
    fixed: `${solver}# layer {
#   name: "x"
# }
`,
  },
]);
