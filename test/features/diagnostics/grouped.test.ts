import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { grouped } from '../../../server/src/features/diagnostics/grouped.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** Code, number of occurrences and text of each group, without hints. */
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

test('one diagnostic per unknown field', () => {
  const text = times(3, (index) => relu(index, 'lattice_param { depth: 5 }')) + relu(3, 'trunk: 1');
  assert.deepEqual(seen(text), ['text/unknown-field 3 lattice_param', 'text/unknown-field 1 trunk']);
});

test('one diagnostic per unknown type', () => {
  const net = (index: number) => `layer { name: "y${index}" type: "Twist" bottom: "x" top: "y${index}" }\n`;
  assert.deepEqual(seen(times(2, net)), ['net/unknown-layer-type 2 "Twist"']);
});

test('more than three findings of one rule are grouped', () => {
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

test('more than three errors with one message are grouped', () => {
  const equals = (count: number) => times(count, (index) => relu(index, 'relu_param { negative_slope = 1 }'));
  assert.deepEqual(seen(equals(2)), ['text/expected-colon 1 =', 'text/expected-colon 1 =']);
  assert.deepEqual(seen(equals(5)), ['text/expected-colon 5 =']);
});

test('the failure at which Caffe stops represents the group', () => {
  const document = open(`${input}${times(2, (index) => relu(index, 'lattice_param { }'))}`);
  const [lead] = grouped(document, diagnostics(document));
  assert.equal(lead?.first, true);
});

test('a group is fixed at one occurrence or at all of them', () => {
  const document = open(`${input}${times(3, (index) => relu(index, 'lattice_param { }'))}`);
  const range = { start: document.text.indexOf('lattice'), end: document.text.indexOf('lattice') };
  const actions = codeActions(document, range);
  const fixed = (title: string) => {
    const action = actions.find((each) => each.title === title);
    return applyEdits(document.text, action?.edits ?? []).split('lattice_param').length - 1;
  };
  assert.equal(fixed('Remove `lattice_param`'), 2);
  assert.equal(fixed('Remove `lattice_param` (all 3 occurrences)'), 0);
});
