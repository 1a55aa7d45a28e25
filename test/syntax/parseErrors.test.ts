import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/src/syntax/parse.ts';
import { checkProblems, outline, problemsOf } from './outline.ts';

const invalid: readonly (readonly [marked: string, ...checks: string[]])[] = [
  ['layer «{» name: "x"', 'text/expected-identifier'],
  ['layer {\n  a «{»\n    b: 1\n}\nlayer { }', 'text/expected-identifier'],
  ['layer { } «}»', 'text/expected-identifier'],
  ['layer { a: 1 «>»', 'text/bracket-mismatch'],
  ['layer < a: 1 «}»', 'text/bracket-mismatch'],
  ['layer { «type:»\n bottom: "data" }', 'text/expected-value'],
  ['layer { «bott» }', 'text/expected-value'],
  ['«name:»', 'text/expected-value'],
  ['«name» "x"', 'text/expected-colon'],
  ['name «=» "x"', 'text/expected-colon'],
  ['a: 1,«,» b: 2', 'text/expected-identifier'],
  ['a: 1;«;» b: 2', 'text/expected-identifier'],
  ['«/»/ a comment of another language', 'text/expected-identifier'],
  ['«"x"» a: 1', 'text/expected-identifier'],
  ['«{» a: 1 }', 'text/expected-identifier'],
  ['a: [1 «2», 3]', 'text/list-separator'],
  ['a: [1«;» 2]', 'text/list-separator'],
  ['a: [1, 2«,»]', 'text/expected-value'],
  ['a: [1, «[»2]]', 'text/expected-value'],
  ['layer { a: «[»1, 2 }', 'text/list-separator'],
  ['a: «-»', 'text/expected-integer'],
  ['a: «"x»\nb: 1', 'text/string-line-break'],
  ['a: x«"»\nb: 1', 'text/string-line-break'],
  ['a: "c:«\\q»"', 'text/bad-escape'],
  ['a: "«\\u»12"', 'text/bad-escape'],
  ['a: «1»top: 2', 'text/number-identifier-gap'],
  ['a: «08»', 'text/number-form'],
  ['a: «0x»', 'text/number-form'],
  ['a: «1e»', 'text/number-form'],
  ['a: «1.5».2', 'text/float-base'],
  ['a: «0x1».5', 'text/float-base'],
  ['a: 1 «\x01» b: 2', 'text/control-character'],
  ['layer { a: "c«\0»v1" b: "x" }', 'text/control-character'],
  ["a: 'x«\0\0»y«\0»' b: { c: 1 }", 'text/control-character', 'text/control-character'],
  ['# x «\0» "\nlayer { a: 1 # y «\0» { \n}\n# z «\0»', ...Array(3).fill('text/control-character')],
  ['a: 1 «\x01\0» # \x01 \nb: "\x01"', 'text/control-character'],
  ['«\ufeff»name: "x"', 'text/expected-identifier'],
  ['name: «“»x y”', 'text/expected-identifier'],
  ['a: 1\n«\u00a0\u00a0»b: 2', 'text/expected-identifier'],
];

for (const [marked, ...checks] of invalid) {
  test(`marks the syntax error in ${JSON.stringify(marked)}`, () => checkProblems(marked, checks));
}

test('the value of a string has no NUL bytes, so an error at one causes no others', () => {
  assert.deepEqual(outline(parse('layer { type: "In\0put" }')), ['layer {type: "Input"}']);
});

test('a partly typed field does not affect other fields', () => {
  const tree = parse('layer {\n  name: "a"\n  type:\n  bottom: "data"\n  to\n}\nlayer { name: "b" }');
  assert.deepEqual(outline(tree), ['layer {name: "a" type: ∅ bottom: "data" to: ∅}', 'layer {name: "b"}']);
});

test('a missing brace only affects its block', () => {
  const layer = 'layer {\n  name: "a"\n  convolution_param {\n    num_output: 1\n  }\n  top: "a"\n}\n';
  const text = layer + layer.replace('  }\n', '') + layer + layer.replace(/}\n$/, '') + layer;
  const whole = 'layer {name: "a" convolution_param {num_output: 1} top: "a"}';
  assert.deepEqual(outline(parse(text)), [
    whole,
    whole.replace('1}', '1…'),
    whole,
    whole.replace('"a"}', '"a"…'),
    whole,
  ]);
});

test('balanced braces take precedence over layout', () => {
  const text = 'net_param {\nlayer {\nname: "a"\n}\nlayer {\n}\n}';
  assert.deepEqual(outline(parse(text)), ['net_param {layer {name: "a"} layer {}}']);
});

test('without indentation only a layer starts a block', () => {
  const text = 'layer {\nconvolution_param {\nnum_output: 1\n}\nlayer {\nname: "b"\n}\n';
  assert.deepEqual(outline(parse(text)), ['layer {convolution_param {num_output: 1}…', 'layer {name: "b"}']);
});

test('nesting deeper than 100 levels is reported and not parsed', () => {
  const problems = problemsOf(parse('a {'.repeat(200) + '}'.repeat(200)));
  assert.deepEqual(
    problems.filter(({ check }) => check === 'text/nesting').map(({ range }) => range.start),
    [100 * 3 + 2],
  );
});

test('messages are sentences', () => {
  for (const [marked] of invalid) {
    for (const { message } of problemsOf(parse(marked.replaceAll(/[«»]/g, '')))) {
      assert.match(message, /^[A-Z`].*\.$/);
    }
  }
});
