import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { marksOf, open } from '../../support/fixture.ts';

/** Tests that the diagnostics of a text match its marks. */
function check(shows: string, text: string): void {
  test(shows, () => {
    const found = diagnostics(open(text)).map(({ range, severity, code, message, first }) => {
      const star = first ? '' : ' (follows)';
      return { start: range.start, end: range.end, says: `${severity} ${code}: ${message}${star}` };
    });
    const order = (a: { start: number }, b: { start: number }) => a.start - b.start;
    assert.deepEqual(found.sort(order), marksOf(text).sort(order));
  });
}

check(
  'a kernel that exceeds its input',
  `
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 3 dim: 3 } } }
layer {
  name: "conv" type: "Convolution" bottom: "x" top: "y"
  convolution_param { num_output: 2 kernel_size: 7 pad: 1 }
  #                                              ^ error conv/output-negative: Kernel 7 exceeds the padded input 5 (3 + 2·1): the output would have a negative size.
}
layer { name: "pool" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 } }`,
);

check(
  'the bottoms of an Eltwise have different shapes',
  `
layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 1 dim: 4 } } }
layer {
  name: "sum" type: "Eltwise" top: "sum"
  bottom: "a" bottom: "b"
  #                   ^^^ error eltwise/shape: All bottoms must have the same shape: \`b\` (1×4) differs from \`a\` (1×3).
}`,
);

check(
  'a failure in one phase only',
  `
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "label" type: "Input" top: "label" include { phase: TRAIN } input_param { shape { dim: 1 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" }
#                                                                ^^^^^^^ error net/unknown-bottom: No layer above produces the blob \`label\` in this state: its producer \`label\` is excluded by its \`include\` or \`exclude\` rules. (TEST phase only)`,
);

check(
  'one diagnostic per cause: blobs of an excluded layer, read twice',
  `
layer { name: "w" type: "Input" top: "w" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "x" type: "Input" top: "x" top: "y" include { phase: TEST } input_param { shape { dim: 1 dim: 3 } } }
layer { name: "one" type: "ReLU" bottom: "x" top: "one" }
#                                        ^^^ error net/unknown-bottom: No layer above produces the blob \`x\` in this state: its producer \`x\` is excluded by its \`include\` or \`exclude\` rules. (TRAIN phase only)
layer { name: "two" type: "Eltwise" bottom: "y" bottom: "x" top: "two" }
layer { name: "three" type: "ReLU" bottom: "z" top: "three" }
#                                          ^^^ error net/unknown-bottom: No layer above produces the blob \`z\`.`,
);

check(
  'one diagnostic per cause: a layer with text errors is not checked',
  `
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer {
  name: "conv" type: "Convolution" bottom: "x" top: "y"
  convolution_param { kernel_size: 3 num_ouput: 4 }
  #                                  ^^^^^^^^^ error text/unknown-field: \`convolution_param\` (ConvolutionParameter) has no field \`num_ouput\`; did you mean \`num_output\`?
}`,
);

check(
  'an unknown layer type, without cascading failures',
  `
layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer { name: "odd" type: "Convolutoin" bottom: "x" top: "y" }
#                         ^^^^^^^^^^^^^ error net/unknown-layer-type: \`Convolutoin\` is not a layer type of this Caffe. Did you mean \`Convolution\`?
layer { name: "pool" type: "Pooling" bottom: "y" top: "z" pooling_param { kernel_size: 2 } }`,
);

test('a label map, which is neither a net nor a solver, has no diagnostics', () => {
  assert.deepEqual(diagnostics(open('item { name: "none" label: 0 }\nitem { name: "cat" label: 1 }')), []);
});

test('a diagnostic contains the phrase that Caffe prints', () => {
  const [found] = diagnostics(open('layer { name: "a" type: "ReLU" bottom: "b" top: "a" }'));
  assert.equal(found?.caffePhrase, 'Unknown bottom blob');
});

test('a web page is reported as a web page', () => {
  const [found, ...rest] = diagnostics(open('\n<!DOCTYPE html>\n<html lang="en"><body>net</body></html>\n'));
  assert.deepEqual(rest, []);
  assert.equal(found?.code, 'text/expected-identifier');
  assert.deepEqual(found?.range, { start: 1, end: 16 });
  assert.match(found?.message ?? '', /web page/u);
});

test('the diagnostics of all states are computed once per document', () => {
  const document = open('layer { name: "a" type: "ReLU" bottom: "b" top: "a" }');
  assert.equal(diagnostics(document), diagnostics(document));
  assert.notEqual(diagnostics(document), diagnostics(document, [netState('TRAIN')]));
});
