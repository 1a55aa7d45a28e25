import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { grouped } from '../../../server/src/features/diagnostics/grouped.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** Code and number of places of what people see, hints left out. */
const seen = (text: string) => {
  const document = open(input + text);
  return grouped(document, diagnostics(document))
    .filter(({ severity }) => severity !== 'hint')
    .map(
      ({ code, others, range }) =>
        `${code} ${others.length + 1} ${document.text.slice(range.start, range.end)}`,
    );
};

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const relu = (index: number, more: string) =>
  `layer { name: "r${index}" type: "ReLU" bottom: "x" top: "r${index}" ${more} }\n`;

test('the same unknown field is one diagnostic, another one is another', () => {
  const text = times(3, (index) => relu(index, 'lattice_param { depth: 5 }')) + relu(3, 'trunk: 1');
  assert.deepEqual(seen(text), ['text/unknown-field 3 lattice_param', 'text/unknown-field 1 trunk']);
});

test('the same unknown type is one diagnostic', () => {
  const net = (index: number) => `layer { name: "y${index}" type: "Twist" bottom: "x" top: "y${index}" }\n`;
  assert.deepEqual(seen(times(2, net)), ['net/unknown-layer-type 2 "Twist"']);
});

test('up to three findings of one rule stay apart, more become one', () => {
  const duplicate = (count: number) =>
    times(count, (index) => {
      const conv = (name: string, top: string) =>
        `layer { name: "${name}" type: "Convolution" bottom: "x" top: "${top}"
  convolution_param { num_output: 2 kernel_size: 1 weight_filler { type: "msra" } } }\n`;
      return conv(`c${index}`, `a${index}`) + conv(`c${index}`, `b${index}`);
    });
  assert.equal(seen(duplicate(3)).filter((line) => line.startsWith('duplicate-layer-name 1')).length, 3);
  const [only, ...others] = seen(duplicate(5)).filter((line) => line.startsWith('duplicate-layer-name'));
  assert.match(only ?? '', /^duplicate-layer-name 5/u);
  assert.deepEqual(others, []);
});

test('errors with one message become one from the fourth on, those with their own values stay', () => {
  const equals = (count: number) => times(count, (index) => relu(index, 'relu_param { negative_slope = 1 }'));
  assert.deepEqual(seen(equals(2)), ['text/expected-colon 1 =', 'text/expected-colon 1 =']);
  assert.deepEqual(seen(equals(5)), ['text/expected-colon 5 =']);
});

test('the one at which Caffe stops leads', () => {
  const document = open(`${input}${times(2, (index) => relu(index, 'lattice_param { }'))}`);
  const [lead] = grouped(document, diagnostics(document));
  assert.equal(lead?.first, true);
});

test('what is one diagnostic is fixed at one place, or at all of them', () => {
  const document = open(`${input}${times(3, (index) => relu(index, 'lattice_param { }'))}`);
  const range = { start: document.text.indexOf('lattice'), end: document.text.indexOf('lattice') };
  const actions = codeActions(document, range);
  const fixed = (title: string) => {
    const action = actions.find((each) => each.title === title);
    return applyEdits(document.text, action?.edits ?? []).split('lattice_param').length - 1;
  };
  assert.equal(fixed('Remove `lattice_param`'), 2);
  assert.equal(fixed('Remove `lattice_param` (all 3 places)'), 0);
});
