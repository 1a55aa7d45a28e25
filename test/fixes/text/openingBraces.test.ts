import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const pool = `${input}layer {
  name: "y"
  type: "Pooling"
  bottom: "x"
  top: "y"
  pooling_param {
    kernel_size: 2
    stride: 2
  }
}
`;

checkFixes([
  {
    shows: 'a layer without its opening brace',
    bad: pool.replace('layer {\n  name: "y"', '⟦layer⟧\n  name: "y"'),
    code: 'text/expected-value',
    title: 'Insert `{` after `layer`',
    fixed: pool,
  },
  {
    shows: 'parameters without their opening brace',
    bad: pool.replace('pooling_param {', '⟦pooling_param⟧'),
    code: 'text/expected-value',
    fixed: pool,
  },
  {
    shows: 'parentheses instead of braces',
    bad: pool.replace('pooling_param {', 'pooling_param ⟦(⟧').replace('  }\n}', '  )\n}'),
    code: 'text/expected-identifier',
    title: 'Replace the parentheses with `{` and `}`',
    fixed: pool,
  },
  {
    shows: 'parameters that are closed too early',
    bad: pool.replace('    stride: 2', '  }\n    ⟦stride⟧: 2'),
    code: 'text/unknown-field',
    title: 'Remove the `}` before `stride`',
    fixed: pool,
  },
  {
    shows: 'one field after the name of its message',
    bad: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" ⟦include⟧ phase: TRAIN }
`,
    code: 'text/expected-value',
    title: 'Wrap `phase` in `include { … }`',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" include { phase: TRAIN } }
`,
  },
]);
