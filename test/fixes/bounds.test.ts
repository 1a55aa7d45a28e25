import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sarifResults } from '../../server/src/cli/output/sarif.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { fixedText } from '../../server/src/features/codeActions/fixAll.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { Effort } from '../../server/src/fixes/effort.ts';
import { open } from '../support/fixture.ts';

/** Quick fixes are bounded: by the size of the file, not by its numbers, and for the whole file. */

const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 7 } } }\n';

for (const length of ['2000000011', '4294967295', '9223372036854775807']) {
  test(`a Reshape to ${length} values gets fixes without counting to it`, { timeout: 60_000 }, () => {
    const document = open(
      `${input}layer { name: "r" type: "Reshape" bottom: "d" top: "r" reshape_param { shape { dim: -1 dim: ${length} } } }`,
    );
    assert.ok(Array.isArray(codeActions(document, { start: 0, end: document.text.length })));
  });
}

test('the effort of a request ends the search for fixes, and a new request searches again', () => {
  const document = open('layer { num_output: 2 }\n'.repeat(3));
  const [first, ...others] = diagnostics(document);
  const effort = new Effort();
  assert.notDeepEqual(first?.fixes?.(effort), []);
  while (!effort.isSpent) effort.analyze(document, 100_000);
  for (const { fixes } of others) {
    assert.deepEqual(fixes?.(effort), []);
    assert.notDeepEqual(fixes?.(), []);
  }
});

test('the fixes of rules that rename blobs in the whole file are bounded', () => {
  const layers = Array.from(
    { length: 1000 },
    (_, at) =>
      `layer { name: "r${at}" type: "InnerProduct" bottom: "d" top: "d" inner_product_param { num_output: 7 } }`,
  );
  const effort = new Effort();
  const edits = diagnostics(open(input + layers.join('\n')))
    .flatMap(({ fixes }) => fixes?.(effort) ?? [])
    .reduce((count, fix) => count + fix.edits.length, 0);
  assert.ok(effort.isSpent);
  assert.ok(edits < 100_000, `${edits} edits`);
});

test('SARIF lists a fix of the whole file once', () => {
  const solver = (shapes: number) =>
    `# proto-message: caffe.SolverParameter\nnet: "x"\n${'input_shape {\n  dim: 1\n  dim: 1\n}\n'.repeat(shapes)}`;
  const lengthOf = (text: string) => {
    const document = open(text);
    const output = sarifResults('solver.prototxt', document, diagnostics(document));
    JSON.parse(`[${output}]`);
    return output.length;
  };
  assert.ok(lengthOf(solver(400)) < 15 * lengthOf(solver(40)));
});

test('a layer whose set-up stopped gets no fix that needs its shapes', () => {
  const text = `layer{type"Data"top"data"{}
  transform_param{
    crop_size 192
  data_param{batch_size 50
layer{type"Convolution"bottom"data"top"conv1_1/conv"
  convolution_param{num_output 16{}kernel_h:7
    kernel_w 7
  bottom"conv3_3"top"conv3_4"bottom"conv4_1/incep/0"top"conv4_1/out"
layer{type"Convolution"bottom"conv3_4"top"conv4_1/proj"
layer{type"Eltwise"bottom"conv4_1/out"bottom"conv4_1/proj"top"conv4_1"
layer{
  convolution_param{num_output 256kernel_h:1
    kernel_w 1
  bottom"conv4_1"top"conv4_2"type"Convolution"bottom"conv4_3"top"conv5_1/incep/0"bottom"conv4_4"top"conv5_1/incep/1_reduce"
layer{type"Convolution"bottom"conv5_1/incep/1_reduce"top"conv5_1/incep/1_0"{}convolution_param{num_output 192kernel_h:3kernel_w:1
layer{type"Concat"bottom"conv5_1/incep/0"bottom"conv5_1/incep/1_0"top"conv5_1/incep"}
`;
  const failures: string[] = [];
  fixedText(open(text, { onInternalError: (task) => failures.push(task) }));
  assert.deepEqual(failures, []);
});
