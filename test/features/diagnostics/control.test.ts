import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const code = 'conv-bias-before-batch-norm';
const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const conv = (extra = '') => `layer {
  name: "conv"
  type: "Convolution"${extra}
  bottom: "x"
  top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } }
}
`;
const norm = `layer { name: "bn" type: "BatchNorm" bottom: "conv" top: "bn" }
layer { name: "scale" type: "Scale" bottom: "bn" top: "scale" scale_param { bias_term: true } }
`;
const net = input + conv() + norm;

function found(text: string, settings = {}) {
  return diagnostics(open(text, settings)).map((diagnostic) => [diagnostic.code, diagnostic.severity]);
}

test('a rule has its own severity until another is set; the command counts more than the settings', () => {
  assert.deepEqual(found(net), [[code, 'hint']]);
  assert.deepEqual(found(net, { usualRules: new Map([[code, 'warning']]) }), [[code, 'warning']]);
  assert.deepEqual(found(net, { usualRules: new Map([[code, 'off']]) }), []);
  const both = { rules: new Map([[code, 'error']]), usualRules: new Map([[code, 'off']]) };
  assert.deepEqual(found(net, both), [[code, 'error']]);
});

test('a check of Caffe can be set too, for a Caffe of one’s own', () => {
  const bad = `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 pad: 2 } }\n`;
  assert.deepEqual(found(bad, { rules: new Map([['pool/pad-lt-kernel-h', 'off']]) }), []);
});

test('a comment keeps a line, a layer or a file quiet', () => {
  assert.deepEqual(found(input + conv(` # caffe-ignore: ${code}`) + norm), []);
  assert.deepEqual(found(`${input}# caffe-ignore: ${code} -- on purpose\n${conv()}${norm}`), []);
  assert.deepEqual(found(`${net}# caffe-ignore-file: ${code}\n`), []);
  assert.deepEqual(found(`${net}# caffe-ignore-file: all\n`), []);
});

test('a comment that keeps nothing quiet says so, and can be removed', () => {
  const text = `${input}# caffe-ignore: ${code}\n`;
  const document = open(text);
  const [unused] = diagnostics(document);
  assert.deepEqual([unused?.code, unused?.tags], ['comment/unused-ignore', ['unnecessary']]);
  const [action] = codeActions(document, unused?.range ?? { start: 0, end: 0 });
  assert.equal(applyEdits(text, action?.edits ?? []), input);
});

test('whether a comment is of use is not judged by one phase, or while the text is at fault', () => {
  const text = `${input}# caffe-ignore: ${code}\n`;
  assert.deepEqual(diagnostics(open(text), [netState('TRAIN')]), []);
  assert.deepEqual(
    found(`${text}layer { nam: "y" }\n`).filter(([other]) => other?.startsWith('comment/')),
    [],
  );
});

test('a code that does not exist: a warning, and the one that was meant', () => {
  const text = `${input}# caffe-ignore-file: conv-bias-before-batchnorm\n`;
  const document = open(text);
  const [stranger] = diagnostics(document);
  assert.equal(stranger?.code, 'comment/ignored-code');
  assert.match(stranger?.message ?? '', /Did you mean `conv-bias-before-batch-norm`\?$/u);
  const [action] = codeActions(document, stranger?.range ?? { start: 0, end: 0 });
  assert.equal(applyEdits(text, action?.edits ?? []), `${input}# caffe-ignore-file: ${code}\n`);
});

test('actions write the comment: above the line, the layer, the file; what they silence is gone', () => {
  const document = open(net);
  const [finding] = diagnostics(document);
  const offered = codeActions(document, finding?.range ?? { start: 0, end: 0 }).filter(({ title }) =>
    title.startsWith('Ignore'),
  );
  const results = offered.map(({ title, edits }) => [title, applyEdits(net, edits)]);
  assert.deepEqual(results, [
    [`Ignore \`${code}\` here`, input + conv().replace('  type', `  # caffe-ignore: ${code}\n  type`) + norm],
    [`Ignore \`${code}\` in this layer`, `${input}# caffe-ignore: ${code}\n${conv()}${norm}`],
    [`Ignore \`${code}\` in this file`, `# caffe-ignore-file: ${code}\n${net}`],
  ]);
  for (const [, text = ''] of results) assert.deepEqual(found(text), []);
});

test('nobody is offered to ignore what Caffe refuses', () => {
  const bad = `${input}layer { name: "y" type: "Relu" bottom: "x" top: "y" }\n`;
  const document = open(bad);
  const titles = codeActions(document, { start: 0, end: bad.length }).map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => title.startsWith('Ignore')),
    [],
  );
});
