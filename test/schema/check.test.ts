import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSchema, type TextError } from '../../server/src/schema/check.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { unmark } from '../syntax/outline.ts';

const check = (text: string, root = 'NetParameter') => checkSchema(parse(text), bvlc.schema, root);
const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

const invalid: readonly (readonly [marked: string, check: string, message: RegExp])[] = [
  ['layer { «nme»: "a" }', 'text/unknown-field', /did you mean `name`/],
  ['layer { «num_output»: 2 }', 'text/unknown-field', /belongs in `convolution_param`/],
  ['layer { pooling_param { } «kernel_size»: 2 }', 'text/unknown-field', /belongs in `pooling_param`\./],
  ['layer { pooling_param { «bottom»: "a" } }', 'text/unknown-field', /belongs in the enclosing `layer`/],
  ['layer { relu_param { «pool»: MAX } }', 'text/unknown-field', /belongs in `pooling_param` or `spp_param`/],
  ['layer { «num_axes_of_moon»: 2 }', 'text/unknown-field', /has no field/],
  ['layer { convolution_param { «kernel»: 3 } }', 'text/unknown-field', /did you mean `kernel_size`/],
  ['layer { convolution_param { «Filters»: 3 } }', 'text/unknown-field', /did you mean `num_output`/],
  ['layer { lrn_param { «size»: 5 } }', 'text/unknown-field', /did you mean `local_size`/],
  ['layer { dropout_param { «rate»: 0.5 } }', 'text/unknown-field', /did you mean `dropout_ratio`/],
  ['layer { convolution_param { «rate»: 2 } }', 'text/unknown-field', /did you mean `dilation`/],
  ['layer { relu_param { «alpha»: 0.1 } }', 'text/unknown-field', /did you mean `negative_slope`/],
  ['layer { «Name»: "a" }', 'text/unknown-field', /did you mean `name`/],
  ['layer { «[a.b]»: 1 }', 'text/extension', /has no extensions/],
  ['layer { name: "a" «name»: "b" }', 'text/non-repeated-duplicate', /only once/],
  ['layer { relu_param { } «relu_param» { } }', 'text/non-repeated-duplicate', /`relu_param`/],
  ['layer { name: «["a"]» }', 'text/expected-string', /single value/],
  ['layer { relu_param: «[]» }', 'text/expected-message', /single value/],
  ['input_shape { dim: «"3"» }', 'text/expected-integer', /use `3`/],
  ['input_shape { «dim»: [1, { }] }', 'text/expected-integer', /not a message/],
  ['input_shape { «dim» [] }', 'text/expected-colon', /Missing colon/],
  ['layer: «"a"»', 'text/expected-message', /use `layer \{ … \}`/],
  ['«name» { }', 'text/expected-colon', /requires a string/],
  ['layer { dropout_param { dropout_ratio: «x» } }', 'text/expected-number', /found `x`/],
  ['layer { name: «C:\\data\\a.b» }', 'text/expected-string', /use `"C:\\\\data\\\\a\.b"`/],
  ['layer { name: «d:/a» }', 'text/expected-string', /use `"d:\/a"`/],
  ['layer { top: ["a", «C:\\b»] }', 'text/expected-string', /use `"C:\\\\b"`/],
  [`input_shape { dim: «\${N}» dim: 2 }`, 'text/expected-integer', /`\$\{N\}` is a placeholder .* a number/],
  ['input_shape { dim: «$N» }', 'text/expected-integer', /`\$N` is a placeholder of a template/],
  [
    `layer { name: «/data/\${X}/y» top: "a" }`,
    'text/expected-string',
    /`\$\{X\}` is a placeholder .* a string/,
  ],
  ['layer { include { phase: «$(P)» } }', 'text/enum-value', /is a placeholder .* a value of Phase/],
  [`name: "a"\n«\${LAYERS}»\nlayer { }`, 'text/expected-identifier', /is a placeholder .* fields/],
  ['layer { «clip_param» { min: 0 } }', 'text/missing-required', /`layer\[0\].clip_param.max` is missing/],
  [
    'layer { «clip_param» { } }',
    'text/missing-required',
    /clip_param.min` and `layer\[0\].clip_param.max` are missing/,
  ],
];

for (const [marked, id, message] of invalid) {
  test(`reports ${JSON.stringify(marked)}`, () => {
    const { text, ranges } = unmark(marked);
    const errors = check(text);
    assert.equal(errors.length, 1, JSON.stringify(errors));
    assert.equal(errors[0]?.check, id);
    assert.match(errors[0]?.message ?? '', message);
    assert.deepEqual(errors[0]?.range, ranges[0]);
    assert.equal(errors[0]?.first, true);
  });
}

const valid = [
  '',
  'layer { name: "a" type: "Convolution" convolution_param { kernel_size: [3, 3] pad: 1 pad: 2 } }',
  'layer: [{ name: "a" }, < name: "b" >], input: ["x", "y"]; input_dim: []',
  'layer { clip_param { min: -1 max: 1 } phase: 1 include { phase: TRAIN } }',
];

for (const text of valid) test(`accepts ${JSON.stringify(text)}`, () => assert.deepEqual(check(text), []));

function first(errors: readonly TextError[]): TextError {
  const found = errors.filter((error) => error.first);
  assert.equal(found.length, 1);
  return found[0] ?? assert.fail();
}

test('the first failure is the one at which protobuf stops; missing fields are last', () => {
  const errors = check('layer { clip_param { } }\nlayer { nme: "a" }\nlayer { name: 3 }');
  assert.equal(errors.length, 3);
  assert.match(first(errors).message, /`nme`/);
});

test('an unclosed brace has the ranges where it opens and where protobuf detects it', () => {
  const text = 'layer {\n  name: "a"\n  pooling_param {\n    pool: MAX\n}\nlayer {\n  name: "b"\n}\n';
  const [error, ...others] = check(text);
  assert.deepEqual(others, []);
  assert.ok(error?.caffeRange);
  assert.deepEqual([lineOf(text, error.range.start), lineOf(text, error.caffeRange.start)], [3, 6]);
});

test('an unclosed last brace is detected at the end of the file', () => {
  const text = 'layer {\n  name: "a"\n';
  assert.deepEqual(first(check(text)).caffeRange, { start: text.length, end: text.length });
});

test('protobuf stops after an invalid enum value', () => {
  const text = 'layer {\n  pooling_param {\n    pool: MX\n    pad: 1\n  }\n}';
  const { range, caffeRange } = first(check(text));
  assert.equal(lineOf(text, range.start), 3);
  assert.equal(caffeRange?.start, text.indexOf('pad'));
});

test('a malformed literal is reported once', () => {
  assert.deepEqual(
    check('input_dim: 09').map((error) => error.check),
    ['text/number-form'],
  );
});

test('a solver has different fields from a net', () => {
  assert.deepEqual(check('base_lr: 0.1 solver_mode: CPU', 'SolverParameter'), []);
  assert.equal(check('base_lr: 0.1').length, 1);
});
