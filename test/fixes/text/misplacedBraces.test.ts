import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;
const pool = `layer {
  name: "y"
  type: "Pooling"
  bottom: "x"
  top: "y"
  include { phase: TRAIN }
  pooling_param {
    kernel_size: 2
  }
}
`;
const fixed = `${input}${pool}`;

checkFixes([
  {
    shows: 'an unclosed message on one line',
    bad: fixed.replace('TRAIN }', 'TRAIN').replace('  pooling_param', '  ⟦pooling_param⟧'),
    code: 'text/unknown-field',
    title: 'Insert the missing `}` before `pooling_param`',
    fixed,
  },
  {
    shows: 'a repeated line that opens a message',
    bad: fixed.replace('  pooling_param {', '  pooling_param {\n  ⟦pooling_param⟧ {'),
    code: 'text/unknown-field',
    title: 'Remove the second `pooling_param {`',
    fixed,
  },
  {
    shows: 'a missing line that opens a message',
    bad: fixed.replace('  pooling_param {\n    kernel_size', '    ⟦kernel_size⟧'),
    code: 'text/unknown-field',
    title: 'Insert `pooling_param {` before `kernel_size`',
    fixed: fixed.replace('  pooling_param {', '    pooling_param {'),
  },
  {
    shows: 'a missing line that opens a layer',
    bad: `name: "n"\n${fixed}`.replace('layer {\n  name', '  ⟦name⟧'),
    code: 'text/non-repeated-duplicate',
    title: 'Insert `layer {` before `name`',
    fixed: `name: "n"\n${fixed}`.replace('layer {\n  name', '  layer {\n  name'),
  },
  {
    shows: 'a layer that is closed too early',
    bad: fixed.replace('TRAIN }', 'TRAIN }\n}').replace('  pooling_param', '  ⟦pooling_param⟧'),
    code: 'text/unknown-field',
    title: 'Remove the `}` before `pooling_param`',
    fixed,
  },
]);
