import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractAnswer } from '../../../server/src/features/codeActions/arrangements.ts';
import { refactorings } from '../../../server/src/features/codeActions/refactorings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

/** The text without the marks of a selection, `⟦` and `⟧`, and the selection; it is empty with one mark. */
function selected(marked: string) {
  const start = marked.indexOf('⟦');
  const end = marked.includes('⟧') ? marked.indexOf('⟧') - 1 : start;
  return { text: marked.replace(/[⟦⟧]/gu, ''), range: { start, end } };
}

function offered(marked: string): string[] {
  const { text, range } = selected(marked);
  return refactorings(open(text), range).map(({ title }) => title);
}

function moves(marked: string): string[] {
  return offered(marked).filter((title) => title.startsWith('Move'));
}

function after(marked: string, title: string): string {
  const { text, range } = selected(marked);
  const found = refactorings(open(text), range).find((action) => action.title === title);
  assert.ok(found, `offered: ${offered(marked).join('; ')}`);
  return applyEdits(text, found.edits);
}

function errors(text: string): string[] {
  return diagnostics(open(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

const input = `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 8 dim: 9 dim: 9 } }
}
`;
const conv = (name: string, bottom: string, outputs = 8) =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: ${outputs} kernel_size: 1 } }\n`;
const inPlace = (name: string, type: string, blob: string) =>
  `layer { name: "${name}" type: "${type}" bottom: "${blob}" top: "${blob}" }\n`;

test('a layer moves over a neighbor with its in-place layers, comments and blank lines', () => {
  const a = `# first\n${conv('a', 'data')}${inPlace('relu_a', 'ReLU', 'a')}`;
  const b = `# second\n${conv('b', 'data').trimEnd()}  # b ends\n`;
  const text = `${input}\n${a}\n${b}`;
  const moved = `${input}\n${b}\n${a}`;
  const up = 'Move `b` above `a`';
  const down = 'Move `a` and its in-place layer below `b`';
  assert.deepEqual(moves(text.replace('layer { name: "b"', '⟦layer { name: "b"')), [up]);
  assert.equal(after(text.replace('layer { name: "b"', '⟦layer { name: "b"'), up), moved);
  assert.equal(after(text.replace('layer { name: "a"', '⟦layer { name: "a"'), down), moved);
  assert.equal(
    after(moved.replace('layer { name: "b"', '⟦layer { name: "b"'), 'Move `b` below `relu_a`'),
    text,
  );
});

test('the last line without a line break, and comments at the start of the file, stay where they are', () => {
  const a = 'layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 1 } } }';
  const b = a.replaceAll('"a"', '"b"');
  assert.equal(after(`# a net\n⟦${a}\n${b}`, 'Move `a` below `b`'), `# a net\n${b}\n${a}`);
  assert.equal(after(`# a net\r\n${a}\r\n⟦${b}`, 'Move `b` above `a`'), `# a net\r\n${b}\r\n${a}`);
  assert.equal(after(`${a} ⟦${b}`, 'Move `b` above `a`'), `${b} ${a}`);
});

test('a layer does not move over one that it depends on', () => {
  const chain = [
    conv('a', 'data'),
    inPlace('r', 'ReLU', 'a'),
    conv('b', 'a'),
    inPlace('d', 'Dropout', 'data'),
  ];
  for (const name of ['a', 'r', 'b']) {
    const text = input + chain.join('');
    assert.deepEqual(moves(text.replace(`layer { name: "${name}"`, `⟦layer { name: "${name}"`)), [
      ...(name === 'b' ? ['Move `b` below `d`'] : []),
    ]);
  }
});

test('layers of different phases with the same top are independent', () => {
  const data = (phase: string) =>
    `layer { name: "data" type: "Input" top: "data" include { phase: ${phase} } input_param { shape { dim: 1 } } }\n`;
  const moved = after(`⟦${data('TRAIN')}${data('TEST')}`, 'Move `data` below `data`');
  assert.equal(moved, data('TEST') + data('TRAIN'));
});

test('a module is copied with the next names, and reads the same input', () => {
  const module = [
    conv('res2a_branch2a', 'data'),
    inPlace('bn2a_branch2a', 'BatchNorm', 'res2a_branch2a'),
    conv('res2a_branch2b', 'res2a_branch2a'),
  ].join('');
  const title = 'Duplicate the 3 selected layers as `res2b_branch2a`, …';
  const copied = after(`${input}⟦${module}⟧`, title);
  assert.equal(copied, input + module + module.replaceAll('2a_', '2b_'));
  assert.deepEqual(errors(copied), []);
  const block = conv('block1/conv', 'data') + inPlace('block1/relu', 'ReLU', 'block1/conv');
  assert.equal(
    after(`${input}⟦${block}`, 'Duplicate module `block1` as `block2/conv`, …'),
    input + block + block.replaceAll('block1', 'block2'),
  );
  assert.ok(
    offered(`${input}⟦${block}${conv('block2/x', 'data')}`).includes(
      'Duplicate `block1/conv` as `block2/conv`',
    ),
  );
});

test('a copy is not offered where it would read something else', () => {
  const copies = (marked: string) => offered(marked).filter((title) => title.startsWith('Duplicate'));
  assert.deepEqual(copies(`${input}⟦${inPlace('relu', 'ReLU', 'data')}`), []);
  const phases = (name: string) =>
    ['TRAIN', 'TEST']
      .map((phase) => conv(name, 'data').replace(' }\n', ` include { phase: ${phase} } }\n`))
      .join('⟦');
  assert.deepEqual(copies(`${input}${phases('a')}${conv('b', 'a')}⟧`), []);
});

test('a branch: the sum of input and output is read by what follows', () => {
  const branch = conv('a', 'data') + inPlace('relu_a', 'ReLU', 'a') + conv('b', 'a');
  const rest = inPlace('relu_b', 'ReLU', 'b') + conv('c', 'b', 3);
  const sum = after(
    `${input}⟦${branch}⟧${rest}`,
    'Add `data` to the output of the 3 selected layers (Eltwise)',
  );
  const added =
    'layer {\n  name: "b_sum"\n  type: "Eltwise"\n  bottom: "data"\n  bottom: "b"\n  top: "b_sum"\n}\n';
  assert.equal(sum, input + branch + added + inPlace('relu_b', 'ReLU', 'b_sum') + conv('c', 'b_sum', 3));
  assert.deepEqual(errors(sum), []);
  const joined = after(
    `${input}⟦${branch}⟧${rest}`,
    'Concatenate `data` and the output of the 3 selected layers (Concat)',
  );
  assert.match(joined, /type: "Concat"\n {2}bottom: "data"\n {2}bottom: "b"\n {2}top: "b_concat"/u);
});

test('a branch: not with other shapes, several outputs, or an input that is changed in place', () => {
  const joins = (marked: string) => offered(marked).filter((title) => /Eltwise|Concat/u.test(title));
  const concat = (count: number) =>
    `Concatenate \`data\` and the output of the ${count} selected layers (Concat)`;
  assert.deepEqual(joins(`${input}⟦${conv('a', 'data')}${conv('b', 'a', 3)}⟧`), [concat(2)]);
  assert.deepEqual(joins(`${input}⟦${conv('a', 'data')}${conv('b', 'a')}⟧${conv('c', 'a')}`), []);
  assert.deepEqual(joins(`${input}⟦${inPlace('r', 'ReLU', 'data')}${conv('b', 'data')}⟧`), []);
  const sum = 'layer { name: "s" type: "Eltwise" bottom: "b" bottom: "data" top: "s" }\n';
  assert.deepEqual(joins(`${input}⟦${conv('a', 'data')}${conv('b', 'a')}⟧${sum}`), [
    'Add `data` to the output of the 2 selected layers (Eltwise)',
  ]);
});

test('selected layers as a net: inputs with their shapes, in the syntax of the file', () => {
  const part = `# hidden\n${conv('b', 'a', 3)}${inPlace('relu', 'ReLU', 'b')}`;
  const { text, range } = selected(`# caffe-dialect: ssd\n${input}${conv('a', 'data')}⟦${part}⟧`);
  assert.ok(offered(`${input}⟦${part}⟧`).includes('Open the 2 selected layers as a net'));
  const made = extractAnswer(open(text), range);
  assert.ok('text' in made);
  const [head = '', ...lines] = made.text.split('\n');
  assert.equal(head, '# caffe-dialect: ssd');
  assert.match(
    lines.join(' '),
    /name: "a" +type: "Input" +top: "a" +input_param \{ +shape \{ +dim: 1 +dim: 8/u,
  );
  assert.ok(made.text.endsWith(part));
  assert.deepEqual([made.unknown, errors(made.text)], [[], []]);
  const old = selected('⟦layers { name: "s" type: RELU bottom: "x" top: "s" }⟧');
  const unknown = extractAnswer(open(old.text), old.range);
  assert.deepEqual('text' in unknown && [unknown.text.split('\n')[0], unknown.unknown], [
    'input: "x"',
    [{ name: 'x', shape: '?' }],
  ]);
  const given = extractAnswer(open(old.text), old.range, new Map([['x', [2, 3]]]));
  assert.deepEqual('text' in given && errors(given.text), []);
  assert.deepEqual(extractAnswer(open(''), { start: 0, end: 0 }), { problem: 'No layer is selected.' });
});

test('selected V1 layers as a net: each input has its own shape', () => {
  const data = `layers { name: "d" type: DATA top: "data" top: "label" data_param { source: "x" batch_size: 8 } }
layers { name: "e" type: DUMMY_DATA top: "e" dummy_data_param { num: 8 channels: 3 height: 5 width: 6 } }
`;
  const reader = 'layers { name: "s" type: SILENCE bottom: "data" bottom: "e" bottom: "label" }\n';
  const inputsOf = (marked: string) => {
    const { text, range } = selected(marked);
    const made = extractAnswer(open(text), range);
    assert.ok('text' in made);
    return made.text.slice(0, made.text.indexOf('layers')).replaceAll(/\s+/gu, ' ').trim();
  };
  assert.equal(
    inputsOf(`${data}⟦${reader}⟧`),
    'input: "data" input_shape {} input: "e" input_shape { dim: 8 dim: 3 dim: 5 dim: 6 } input: "label" input_shape { dim: 8 }',
  );
  const dims =
    'input: "e" input_dim: 8 input_dim: 3 input_dim: 5 input_dim: 6 input: "label" input_dim: 8 input_dim: 1 input_dim: 1 input_dim: 1 input: "data"';
  const dialect = '# caffe-dialect: deconvnet';
  assert.equal(inputsOf(`${dialect}\n${data}⟦${reader}⟧`), `${dialect} ${dims}`);
});

test('pooling and dropout are inserted where they make sense', () => {
  const at = (name: string, text: string) =>
    text.replace(`layer { name: "${name}"`, `⟦layer { name: "${name}"`);
  const text = `${input}${conv('conv1', 'data')}${inPlace('relu1', 'ReLU', 'conv1')}${conv('conv2', 'conv1')}`;
  const pooled = after(at('conv1', text), 'Insert Pooling after `conv1`');
  assert.match(
    pooled,
    /"relu1"[^\n]*\nlayer \{\n {2}name: "conv1_pool"[\s\S]*name: "conv2"[^\n]*bottom: "conv1_pool"/u,
  );
  assert.deepEqual(errors(pooled), []);
  const sum = 'layer { name: "s" type: "Eltwise" bottom: "conv2" bottom: "data" top: "s" }\n';
  assert.ok(!offered(at('conv1', text + sum)).includes('Insert Pooling after `conv1`'));
  const fc = (name: string, bottom: string) =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: 3 } }\n`;
  const head = `${input}${fc('fc1', 'data')}${inPlace('relu', 'ReLU', 'fc1')}${fc('fc2', 'fc1')}`;
  assert.match(
    after(at('fc1', head), 'Insert Dropout after `fc1`'),
    /"relu"[^\n]*\nlayer \{\n {2}name: "fc1_drop"/u,
  );
  assert.ok(!offered(at('fc2', head)).includes('Insert Dropout after `fc2`'));
});

test('hostile names, and layers that are not messages of their own', () => {
  const names = ['constructor', '__proto__', ''];
  for (const name of names) {
    const layer = `layer { name: "${name}" type: "ReLU" bottom: "${name}" top: "${name}" }\n`;
    assert.doesNotThrow(() => offered(`⟦${layer}${layer}⟧`));
    assert.doesNotThrow(() => offered(`${layer}⟦${layer}`));
  }
  assert.deepEqual(
    moves('layer: [⟦{ name: "a" type: "Input" top: "a" }, { name: "b" type: "Input" top: "b" }]'),
    [],
  );
});

test('requested refactorings of a layer are offered anywhere in it', () => {
  const { text, range } = selected(`${input}layer { name: "a" type: "AbsVal" bottom: "⟦data" top: "a" }`);
  const titles = (isRequested: boolean) =>
    refactorings(open(text), range, isRequested)
      .map(({ title }) => title)
      .filter((title) => title.startsWith('Duplicate'));
  assert.deepEqual(titles(false), []);
  assert.deepEqual(titles(true), ['Duplicate `a` as `a_2`']);
});
