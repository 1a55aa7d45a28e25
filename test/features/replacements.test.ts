import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const layer = (text: string) => `${input}layer { name: "y" bottom: "x" top: "y" ${text} }\n`;

/** The text before and after the preferred fix, and the code of the problem. */
const pairs: readonly (readonly [shows: string, bad: string, fixed: string, code: string])[] = [
  [
    'a misspelled field',
    layer('type: "Pooling" pooling_param { kernel_sze: 2 }'),
    layer('type: "Pooling" pooling_param { kernel_size: 2 }'),
    'text/unknown-field',
  ],
  ['a misspelled type', layer('type: "Relu"'), layer('type: "ReLU"'), 'net/unknown-layer-type'],
  [
    'a misspelled value',
    layer('type: "Pooling" pooling_param { pool: MAXX kernel_size: 2 }'),
    layer('type: "Pooling" pooling_param { pool: MAX kernel_size: 2 }'),
    'text/enum-value',
  ],
  [
    'a quoted enum value',
    layer('type: "Pooling" pooling_param { pool: "AVE" kernel_size: 2 }'),
    layer('type: "Pooling" pooling_param { pool: AVE kernel_size: 2 }'),
    'text/enum-token',
  ],
  [
    'a float for an integer',
    layer('type: "Pooling" pooling_param { kernel_size: 2.0 }'),
    layer('type: "Pooling" pooling_param { kernel_size: 2 }'),
    'text/expected-integer',
  ],
  ['a name without quotes', layer('type: ReLU'), layer('type: "ReLU"'), 'text/expected-string'],
  [
    'a bool of a different language',
    layer('type: "Pooling" pooling_param { global_pooling: yes }'),
    layer('type: "Pooling" pooling_param { global_pooling: true }'),
    'text/bool-value',
  ],
  [
    'a misspelled blob',
    `${layer('type: "ReLU"')}layer { name: "z" type: "ReLU" bottom: "Y" top: "z" }\n`,
    `${layer('type: "ReLU"')}layer { name: "z" type: "ReLU" bottom: "y" top: "z" }\n`,
    'net/unknown-bottom',
  ],
];

for (const [shows, bad, fixed, code] of pairs) {
  test(`${shows}: the preferred fix resolves it`, () => {
    const document = open(bad);
    const found = diagnostics(document).find((diagnostic) => diagnostic.code === code);
    assert.ok(found, code);
    const [fix] = codeActions(document, found.range).filter(({ preferred }) => preferred);
    assert.equal(applyEdits(bad, fix?.edits ?? []), fixed);
    assert.deepEqual(diagnostics(open(fixed)), []);
  });
}

test('no suggestion if no known name is similar', () => {
  const document = open(layer('type: "Blorb"'));
  assert.deepEqual(
    codeActions(document, { start: 0, end: document.text.length }).filter(({ preferred }) => preferred),
    [],
  );
});
