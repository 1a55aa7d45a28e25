import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { diagnosticKey, whileTyping } from '../../../server/src/features/diagnostics/unfinished.ts';

const head = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }\n';

/** The codes of the errors that are shown while typing at `|`, and of all errors. */
function errors(marked: string, before = '') {
  const open = (text: string) =>
    createDocument({ uri: 'file:///a.prototxt', version: 1, text: head + text, settings: defaultSettings });
  const document = open(marked.replace('|', ''));
  const shown = new Set(diagnostics(open(before)).map(diagnosticKey));
  const found = diagnostics(document);
  const offset = head.length + marked.indexOf('|');
  const codes = (list: typeof found) =>
    list.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return {
    shown: codes(whileTyping(document, found, { start: offset - 1, end: offset }, shown)),
    all: codes(found),
  };
}

for (const [shows, marked, all] of [
  ['a field', 'layer { name: "a" typ| }', ['text/expected-value']],
  ['a bottom', 'layer { name: "a" type: "ReLU" bottom: "da|" top: "a" }', ['net/unknown-bottom']],
  ['a type', 'layer { name: "a" type: "ReL|" bottom: "data" top: "a" }', ['net/unknown-layer-type']],
  [
    'a convolution without parameters',
    'layer { name: "a" type: "Convolution" bottom: "data" top: "a|" }',
    ['conv/num-output'],
  ],
  [
    'an unfinished parameter',
    'layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { axis: 1| } }',
    ['ip/num-output-zero'],
  ],
  ['a layer without bottoms', 'layer { name: "a" type: "ReLU"| }', ['net/exact-bottoms']],
] as const) {
  test(`while typing, ${shows} is not an error`, () => {
    const found = errors(marked);
    assert.deepEqual(found.shown, []);
    assert.deepEqual(found.all, all);
  });
}

test('errors that were shown before, in other blocks, or about sizes are kept', () => {
  const wrong = 'layer { name: "a" type: "ReLU" bottom: "nowhere" top: "a" }\n';
  assert.deepEqual(errors(`${wrong}layer { name: "b|" type: "Silence" bottom: "a" }`).shown, [
    'net/unknown-bottom',
  ]);
  assert.deepEqual(errors(wrong.replace('"a" }', '"a|" }'), wrong).shown, ['net/unknown-bottom']);
  const size =
    'layer { name: "a" type: "Slice" bottom: "data" top: "a" top: "b" slice_param { slice_point: 9| } }';
  assert.deepEqual(errors(size).shown, ['slice/point-beyond']);
});

test('while typing, the name of a dialect is not a warning', () => {
  const text = `# caffe-dialect: seg\n${head}`;
  const document = createDocument({ uri: 'file:///a.prototxt', version: 1, text, settings: defaultSettings });
  const found = diagnostics(document);
  assert.deepEqual(
    found.map(({ code }) => code),
    ['comment/dialect'],
  );
  const end = text.indexOf('\n');
  assert.deepEqual(whileTyping(document, found, { start: end - 1, end }, new Set()), []);
  assert.equal(
    whileTyping(document, found, { start: text.length - 2, end: text.length - 1 }, new Set()).length,
    1,
  );
});
