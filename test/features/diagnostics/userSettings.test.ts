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

test('a rule has its default severity unless one is set; the command line takes precedence over the settings', () => {
  assert.deepEqual(found(net), [[code, 'hint']]);
  assert.deepEqual(found(net, { usualRules: new Map([[code, 'warning']]) }), [[code, 'warning']]);
  assert.deepEqual(found(net, { usualRules: new Map([[code, 'off']]) }), []);
  const both = { rules: new Map([[code, 'error']]), usualRules: new Map([[code, 'off']]) };
  assert.deepEqual(found(net, both), [[code, 'error']]);
});

test('the severity of a check can be set too, for a custom Caffe', () => {
  const bad = `${input}layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: 2 pad: 2 } }\n`;
  assert.deepEqual(found(bad, { rules: new Map([['pool/pad-lt-kernel-h', 'off']]) }), []);
});

test('a comment suppresses problems of a line, a layer or a file', () => {
  assert.deepEqual(found(input + conv(` # caffe-ignore: ${code}`) + norm), []);
  assert.deepEqual(found(`${input}# caffe-ignore: ${code} -- on purpose\n${conv()}${norm}`), []);
  assert.deepEqual(found(`${net}# caffe-ignore-file: ${code}\n`), []);
  assert.deepEqual(found(`${net}# caffe-ignore-file: all\n`), []);
});

test('an unused suppression comment is a hint with a fix that removes it', () => {
  const text = `${input}# caffe-ignore: ${code}\n`;
  const document = open(text);
  const [unused] = diagnostics(document);
  assert.deepEqual([unused?.code, unused?.tags], ['comment/unused-ignore', ['unnecessary']]);
  const [action] = codeActions(document, unused?.range ?? { start: 0, end: 0 });
  assert.equal(applyEdits(text, action?.edits ?? []), input);
});

test('unused comments are not reported for a single phase or if the text has errors', () => {
  const text = `${input}# caffe-ignore: ${code}\n`;
  assert.deepEqual(diagnostics(open(text), [netState('TRAIN')]), []);
  assert.deepEqual(
    found(`${text}layer { nam: "y" }\n`).filter(([other]) => other?.startsWith('comment/')),
    [],
  );
});

test('an unknown code is a warning with a suggestion', () => {
  const text = `${input}# caffe-ignore-file: conv-bias-before-batchnorm\n`;
  const document = open(text);
  const [unknown] = diagnostics(document);
  assert.equal(unknown?.code, 'comment/ignored-code');
  assert.match(unknown?.message ?? '', /Did you mean `conv-bias-before-batch-norm`\?$/u);
  const [action] = codeActions(document, unknown?.range ?? { start: 0, end: 0 });
  assert.equal(applyEdits(text, action?.edits ?? []), `${input}# caffe-ignore-file: ${code}\n`);
});

test('code actions insert the comment above the line, the layer or the file, which suppresses the problem', () => {
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

test('failures of checks cannot be ignored', () => {
  const bad = `${input}layer { name: "y" type: "Relu" bottom: "x" top: "y" }\n`;
  const document = open(bad);
  const titles = codeActions(document, { start: 0, end: bad.length }).map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => title.startsWith('Ignore')),
    [],
  );
});
