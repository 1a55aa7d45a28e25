import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const settings = 'base_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n';
const tests = 'test_iter: 1\ntest_interval: 5\n';
const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }';
const relu = (bottom: string, more = '') =>
  `layer { name: "r" type: "ReLU" bottom: "${bottom}" top: "r" ${more} }`;
const old = 'layers { name: "r" type: RELU bottom: "y" top: "r" }';

function errorsOf(text: string): string[] {
  return diagnostics(open(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, range, first, message }) => {
      const [, state = ''] = /\((\w+) phase only\)/u.exec(message) ?? [];
      return [code, text.slice(range.start, range.end), state, first ? 'first' : ''].join(' ').trim();
    });
}

test('a net in a solver is checked in the states in which the solver builds it', () => {
  for (const [shows, text, errors] of [
    ['correct', `net_param { ${input} ${relu('x')} }\n`, []],
    [
      'for training',
      `train_net_param {\r\n ${input}\r\n ${relu('y')} }\n`,
      ['net/unknown-bottom "y"  first'],
    ],
    [
      'for training and tests',
      `net_param { ${input} ${relu('y', 'include { phase: TEST }')} }\n${tests}`,
      ['net/unknown-bottom "y" TEST first'],
    ],
    ['without tests', `net_param { ${input} ${relu('y', 'include { phase: TEST }')} }\n`, []],
    [
      'the state of a test',
      `net: "n"\ntest_net_param { ${input} ${relu('x')} }\ntest_net_param { ${input} ${relu('y', 'include { stage: "b" }')} }\ntest_iter: 1\ntest_iter: 1\ntest_interval: 5\ntest_state { stage: "b" }\ntest_state { stage: "a" }\n`,
      [],
    ],
    [
      'the state of the second test, in a list',
      `net: "n"\ntest_net_param: [{ ${input} }, { ${input} ${relu('y', 'include { stage: "b" }')} }]\ntest_iter: 1\ntest_iter: 1\ntest_interval: 5\ntest_state { stage: "a" }\ntest_state { stage: "b" }\n`,
      ['net/unknown-bottom "y"  first'],
    ],
    [
      'not built',
      `net: "n"\ntrain_net_param { ${relu('y')} }\n`,
      ['solver/many-train-nets train_net_param  first'],
    ],
    ['empty', 'net_param { }\n', []],
    ['old syntax, which Caffe ignores', `net_param { ${old} }\n`, []],
    [
      'a name of JavaScript',
      `net_param { ${relu('__proto__')} }\n`,
      ['net/unknown-bottom "__proto__"  first'],
    ],
  ] as const)
    assert.deepEqual(errorsOf(text + settings), errors, shows);
});

test('a net in a solver is read by the dialect of the solver', () => {
  const net = `net_param { ${input} layer { name: "b" type: "BatchNorm" bottom: "x" top: "b" } }\n${settings}`;
  assert.deepEqual(errorsOf(net), []);
  assert.deepEqual(
    errorsOf(`# caffe-dialect: segnet\n${net.replace(input, 'input: "x" input_shape { dim: 1 dim: 3 }')}`),
    ['net/unknown-layer-type "BatchNorm"  first'],
  );
  assert.deepEqual(errorsOf(`# caffe-dialect: deconvnet\ntrain_net_param { ${old} }\n${settings}`), [
    'net/unknown-bottom "y"  first',
  ]);
});

test('a text error is reported once, and hides what may follow from it', () => {
  const text = `net_param { ${input} layer { name: "r" type: "ReLU" botom: "x" top: "r" } }\n${settings}`;
  assert.deepEqual(errorsOf(text), ['text/unknown-field botom  first']);
  const half = `${settings}net_param { ${input} ${relu('y')}`;
  assert.ok(errorsOf(half).every((error) => error.startsWith('text/')));
});

test('quick fixes edit the net in the solver', () => {
  const text = `${settings}net_param {\n  ${input}\n  layer { name: "p" type: "Polling" bottom: "xx" top: "p" }\n}\n`;
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const [first] = codeActions(open(text), at('"Polling"'));
  assert.equal(applyEdits(text, first?.edits ?? []), text.replace('Polling', 'Pooling'));
  const actions = codeActions(open(text), at('"xx"'));
  const bottom = actions.find(({ title }) => title === 'Replace the bottom with `x`');
  assert.equal(applyEdits(text, bottom?.edits ?? []), text.replace('"xx"', '"x"'));
});

test('an edit elsewhere keeps the net, and a new state builds it again', () => {
  const text = `${settings}net_param { ${input} ${relu('y', 'include { stage: "a" }')} }\n`;
  const input0 = { uri: 'file:///solver.prototxt', version: 1, settings: defaultSettings };
  const one = createDocument({ ...input0, text });
  assert.deepEqual(
    diagnostics(one).filter(({ severity }) => severity === 'error'),
    [],
  );
  const moved = `# comment\n${text}`;
  const edited = moved.replace('max_iter: 9', 'train_state { stage: "a" } max_iter: 9');
  for (const [next, count] of [
    [moved, 0],
    [edited, 1],
  ] as const) {
    const found = diagnostics(createDocument({ ...input0, text: next }, one)).filter(
      ({ severity }) => severity === 'error',
    );
    assert.equal(found.length, count);
    for (const { range } of found) assert.equal(next.slice(range.start, range.end), '"y"');
  }
});

test('large and many nets in a solver', () => {
  const layers = `${input}\n${relu('y')}\n`.repeat(5000);
  assert.ok(errorsOf(`${settings}net_param {\n${layers}}\n`).length > 1000);
  const many = `test_net_param { ${input} }\n`.repeat(5000);
  assert.ok(errorsOf(`${settings}net: "n"\n${many}`).length > 0);
  assert.deepEqual(errorsOf(`${settings}net_param {\n${input.repeat(20_001)}}\n`), []);
});
