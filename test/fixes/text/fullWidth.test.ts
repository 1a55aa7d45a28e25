import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const relu = `${input}layer {
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
}
`;
const code = 'text/expected-identifier';

checkFixes([
  {
    shows: 'a fullwidth colon',
    bad: relu.replace('name: "y"', 'name⟦：⟧"y"'),
    code,
    title: 'Replace `：` with `:`',
    fixed: relu,
  },
  {
    shows: 'a fullwidth colon and curly quotes',
    bad: relu.replace('type: "ReLU"', 'type⟦：“⟧ReLU”'),
    code,
    title: 'Replace the fullwidth characters in this line',
    fixed: relu,
  },
  {
    shows: 'fullwidth quotes',
    bad: relu.replace('"ReLU"', '⟦＂⟧ReLU＂'),
    code,
    fixed: relu,
  },
  {
    shows: 'a fullwidth opening brace',
    bad: `${input}layer ⟦｛⟧
  name: "y"
  type: "ReLU"
  bottom: "x"
  top: "y"
}
`,
    code,
    title: 'Replace `｛` with `{`',
    fixed: relu,
  },
  {
    shows: 'a pair of fullwidth braces, with a string and a comment',
    bad: `${input}layer { name: "y：" type: "ReLU" bottom: "x" top: "y" relu_param ⟦｛⟧ negative_slope: 0.1 ｝ } # ｛｝
`,
    code,
    title: 'Replace the fullwidth characters in this line',
    fixed: `${input}layer { name: "y：" type: "ReLU" bottom: "x" top: "y" relu_param { negative_slope: 0.1 } } # ｛｝
`,
  },
  {
    shows: 'fullwidth digits',
    bad: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: ⟦２⟧ } }
`,
    code,
    title: 'Replace `２` with `2`',
    fixed: `${input}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { kernel_size: 2 } }
`,
  },
  {
    shows: 'a fullwidth comma between fields',
    bad: relu.replace('name: "y"', 'name: "y"⟦，⟧'),
    code,
    fixed: relu.replace('name: "y"', 'name: "y",'),
  },
  {
    shows: 'a fullwidth number sign',
    bad: `⟦＃⟧ 一：二
${relu}`,
    code,
    fixed: `# 一：二
${relu}`,
  },
  {
    shows: 'a note in another script',
    bad: relu.replace('name: "y"', 'name: "y" ⟦激活⟧'),
    code,
    title: 'Comment out the rest of the line',
    fixed: relu.replace('name: "y"', 'name: "y" # 激活'),
  },
]);
