import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldType, ScalarType } from '../../server/src/schema/descriptor.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';
import { readScalar } from '../../server/src/schema/scalar.ts';
import { fieldsOf, parse } from '../../server/src/syntax/parse.ts';

type Value = number | bigint | boolean | string;

function read(type: FieldType, text: string) {
  const [first] = fieldsOf(parse(`field: ${text}`));
  const value = first?.field.value;
  assert.equal(value?.kind, 'scalar');
  return readScalar(type, value, bvlc.schema);
}

const scalar = (name: ScalarType): FieldType => ({ kind: 'scalar', name });
const poolMethod: FieldType = { kind: 'enum', name: 'PoolingParameter.PoolMethod' };
const dataType: FieldType = { kind: 'enum', name: 'V1LayerParameter.LayerType' };

const accepted: readonly (readonly [FieldType, string, Value])[] = [
  [scalar('int32'), '2147483647', 2147483647],
  [scalar('int32'), '-2147483648', -2147483648],
  [scalar('int32'), '- 0x10', -16],
  [scalar('int32'), '010', 8],
  [scalar('int32'), '00', 0],
  [scalar('int32'), '-0', 0],
  [scalar('uint32'), '4294967295', 4294967295],
  [scalar('int64'), '-9223372036854775808', -(2n ** 63n)],
  [scalar('uint64'), '0xFFFFFFFFFFFFFFFF', 2n ** 64n - 1n],
  [scalar('float'), '1', 1],
  [scalar('float'), '-.5', -0.5],
  [scalar('float'), '1.', 1],
  [scalar('float'), '10F', 10],
  [scalar('float'), '1e-3f', 1e-3],
  [scalar('double'), '1e999', Number.POSITIVE_INFINITY],
  [scalar('float'), '-Infinity', Number.NEGATIVE_INFINITY],
  [scalar('float'), 'NaN', Number.NaN],
  [scalar('bool'), 'True', true],
  [scalar('bool'), 'f', false],
  [scalar('bool'), '0x1', true],
  [scalar('bool'), '00', false],
  [scalar('string'), '"a" "b"', 'ab'],
  [scalar('bytes'), '"\\001"', '\x01'],
  [poolMethod, 'AVE', 'AVE'],
  [poolMethod, '0x1', 'AVE'],
];

for (const [type, text, value] of accepted) {
  test(`${type.name} reads ${text} as ${value}`, () => {
    assert.deepEqual(read(type, text), { ok: true, value });
  });
}

const refused: readonly (readonly [FieldType, string, string, RegExp])[] = [
  [scalar('int32'), '2147483648', 'text/int-range', /int32 ranges from -2147483648 to 2147483647/],
  [scalar('uint32'), '4294967296', 'text/int-range', /out of range/],
  [scalar('uint32'), '-0', 'text/expected-integer', /without a sign/],
  [scalar('int32'), '2.0', 'text/expected-integer', /use `2`/],
  [scalar('int32'), '1e3', 'text/expected-integer', /use `1000`/],
  [scalar('int32'), '"3"', 'text/expected-integer', /use `3`/],
  [scalar('int32'), '+5', 'text/expected-integer', /use `5`/],
  [scalar('int32'), 'many', 'text/expected-integer', /Expected an integer, found `many`\./],
  [scalar('float'), '0x10', 'text/float-base', /Use `16`/],
  [scalar('float'), '010', 'text/float-base', /Use `8`/],
  [scalar('float'), '"0.5"', 'text/expected-number', /use `0.5`/],
  [scalar('bool'), 'TRUE', 'text/bool-value', /use `true`/],
  [scalar('bool'), 'no', 'text/bool-value', /use `false`/],
  [scalar('bool'), '"true"', 'text/bool-value', /use `true`/],
  [scalar('bool'), '2', 'text/int-range', /`true` or `false`/],
  [scalar('bool'), '-1', 'text/bool-value', /`true` or `false`/],
  [scalar('string'), 'data', 'text/expected-string', /use `"data"`/],
  [scalar('string'), '/a/b-c.txt', 'text/expected-string', /use `"\/a\/b-c.txt"`/],
  [scalar('string'), '“data”', 'text/expected-string', /use `"data"`/],
  [scalar('string'), '“data', 'text/expected-string', /found `“data`\.$/],
  [poolMethod, 'max', 'text/enum-value', /did you mean `MAX`/],
  [poolMethod, 'NONE_OF_THEM', 'text/enum-value', /valid values: `MAX`, `AVE`, `STOCHASTIC`/],
  [poolMethod, '"MAX"', 'text/enum-token', /use `MAX`/],
  [poolMethod, '7', 'text/enum-value', /has no value with the number `7`/],
  [poolMethod, '99999999999', 'text/int-range', /valid values/],
  [dataType, 'CONVOLUTON', 'text/enum-value', /did you mean `CONVOLUTION`/],
];

for (const [type, text, check, message] of refused) {
  test(`${type.name} rejects ${text}`, () => {
    const reading = read(type, text);
    assert.ok(!reading.ok);
    assert.equal(reading.check, check);
    assert.match(reading.message, message);
  });
}
