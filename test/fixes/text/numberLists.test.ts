import { checkFixes, type FixCase } from '../../support/fixTable.ts';

const input = (param: string) => `layer { name: "x" type: "Input" top: "x" input_param { ${param} } }
`;
const image = input('shape { dim: 1 dim: 3 dim: 8 dim: 8 }');
const pool = (param: string) =>
  `${image}layer { name: "y" type: "Pooling" bottom: "x" top: "y" pooling_param { ${param} } }
`;
const conv = (param: string) =>
  `${image}layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 2 ${param} weight_filler { type: "xavier" } } }
`;

const shapes: readonly (readonly [written: string, code: string])[] = [
  ['shape { dim: 1, ⟦3⟧, 8, 8 }', 'text/expected-identifier'],
  ['shape { dim: 1 ⟦3⟧ 8 8 }', 'text/expected-identifier'],
  ['shape { dim: 1 ⟦*⟧ 3 * 8 * 8 }', 'text/expected-identifier'],
  ['shape { dim: ⟦1⟧x3x8x8 }', 'text/number-identifier-gap'],
  ['shape { dim: ⟦(1⟧, 3, 8, 8) }', 'text/expected-integer'],
  ['shape { ⟦1⟧ 3 8 8 }', 'text/expected-identifier'],
  ['shape: [⟦1⟧, 3, 8, 8]', 'text/expected-message'],
  ['shape: ⟦"1,3,8,8"⟧', 'text/expected-message'],
];

checkFixes([
  ...shapes.map(
    ([written, code]): FixCase => ({
      shows: `the shape \`${written.replaceAll(/[⟦⟧]/gu, '')}\``,
      bad: input(written),
      code,
      fixed: image,
    }),
  ),
  {
    shows: 'a list for equal height and width',
    bad: pool('kernel_size: ⟦3⟧x3'),
    code: 'text/number-identifier-gap',
    title: 'Replace with `kernel_size: 3`',
    fixed: pool('kernel_size: 3'),
  },
  {
    shows: 'numbers with a multiplication sign',
    bad: pool('kernel_size: ⟦3*3⟧ stride: 1'),
    code: 'text/expected-integer',
    fixed: pool('kernel_size: 3 stride: 1'),
  },
  {
    shows: 'height and width of a pooling',
    bad: pool('kernel_size: 3, ⟦2⟧'),
    code: 'text/expected-identifier',
    title: 'Replace with `kernel_h: 3 kernel_w: 2`',
    fixed: pool('kernel_h: 3 kernel_w: 2'),
  },
  {
    shows: 'height and width of a convolution',
    bad: conv('kernel_size: ⟦3⟧x2'),
    code: 'text/number-identifier-gap',
    title: 'Replace with `kernel_size: 3 kernel_size: 2`',
    fixed: conv('kernel_size: 3 kernel_size: 2'),
  },
  {
    shows: 'one number in braces',
    bad: conv('⟦kernel_size⟧: {3}'),
    code: 'text/expected-integer',
    fixed: conv('kernel_size: 3'),
  },
  {
    shows: 'a thousands separator',
    bad: conv('kernel_size: 3').replace('num_output: 2', 'num_output: 2,⟦000⟧'),
    code: 'text/expected-identifier',
    title: 'Replace with `num_output: 2000`',
    fixed: conv('kernel_size: 3').replace('num_output: 2', 'num_output: 2000'),
  },
  {
    shows: 'letters of a programming language after a number',
    bad: conv('kernel_size: ⟦3⟧L'),
    code: 'text/number-identifier-gap',
    title: 'Remove `L`',
    fixed: conv('kernel_size: 3'),
  },
  {
    shows: 'a decimal comma',
    bad: `${image}layer { name: "y" type: "Dropout" bottom: "x" top: "y" dropout_param { dropout_ratio: 0,⟦7⟧ } }
`,
    code: 'text/expected-identifier',
    title: 'Replace with `dropout_ratio: 0.7`',
    fixed: `${image}layer { name: "y" type: "Dropout" bottom: "x" top: "y" dropout_param { dropout_ratio: 0.7 } }
`,
  },
]);
