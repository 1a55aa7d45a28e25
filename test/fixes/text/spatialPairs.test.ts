import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';

const net = (fields: string) =>
  `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer { name: "y" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 2 kernel_size: 3 ${fields} weight_filler { type: "xavier" } } }
`;

/** Padding of four sides is a fork's. */
const netOfBvlc = (fields: string) => `# caffe-dialect: bvlc\n${net(fields)}`;

checkFixes([
  {
    shows: '`hole_h` and `hole_w`',
    bad: net('⟦hole_h⟧: 2 hole_w: 1'),
    code: 'text/unknown-field',
    fixed: net('dilation: 2 dilation: 1'),
  },
  {
    shows: 'equal `hole_w` and `hole_h`, swapped',
    bad: net('⟦hole_w⟧: 2 hole_h: 2'),
    code: 'text/unknown-field',
    fixed: net('dilation: 2'),
  },
  {
    shows: 'padding of four sides, equal on opposite sides',
    bad: netOfBvlc('⟦pad_l⟧: 1 pad_r: 1 pad_t: 2 pad_b: 2'),
    code: 'text/unknown-field',
    fixed: netOfBvlc('pad_h: 2 pad_w: 1'),
  },
]);

test('padding that differs on opposite sides has no fix', () => {
  const errors = diagnostics(open(netOfBvlc('pad_l: 0 pad_r: 1 pad_t: 0 pad_b: 1')));
  assert.equal(errors.length, 4);
  for (const { fixes } of errors) {
    assert.deepEqual(
      fixes?.().map(({ preferred }) => preferred),
      [undefined],
    );
  }
});
