import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSchema } from '../../server/src/schema/check.ts';
import { readProtoFile } from '../../server/src/schema/protoFile.ts';
import { parse } from '../../server/src/syntax/parse.ts';

test('fields of a message from an imported file are not checked', () => {
  const { schema } = readProtoFile(`syntax = "proto2"; import "other.proto";
    message NetParameter { repeated LayerParameter layer = 1; }
    message LayerParameter { optional other.Mine mine = 1; optional string name = 2; }`);
  assert.ok(schema);
  const problems = (text: string) =>
    checkSchema(parse(text), schema, 'NetParameter').map(({ check }) => check);
  assert.deepEqual(problems('layer { mine { a: 1 b { c: "x" } } name: "n" }'), []);
  assert.deepEqual(problems('layer { mine { a: 1 } nam: "n" }'), ['text/unknown-field']);
});
