import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';

import { readProtoFile } from '../../server/src/schema/protoFile.ts';

/** The errors of a text, each with the text of its range. */
function problems(text: string, root = 'M'): string[] {
  return readProtoFile(text, { root }).problems.map(
    ({ message, range }) => `${text.slice(range.start, range.end)} | ${message}`,
  );
}

const errors: readonly (readonly [text: string, problem: string])[] = [
  [
    'message M { int32 a = 1; }',
    'int32 | Expected `optional`, `required` or `repeated` before a field, found `int32`.',
  ],
  ['message M { optional int32 a = 1 }', '1 | Missing `;` after `1`.'],
  ['message M {\n optional int32 a = 1\n optional int32 b = 2; }', '1 | Missing `;` after `1`.'],
  ['message M { optional int32 a 1; }', '1 | Expected `=`, found `1`.'],
  ['message M { optional int32 a = b; }', 'b | `b` is not a valid field number.'],
  ['message M { optional int32 a = -1; }', '-1 | `-1` is not a valid field number.'],
  ['message M { optional int32 1a = 1; }', '1a | `1a` is not a valid name.'],
  ['message 1M { }', '1M | `1M` is not a valid name.'],
  ['message M { optional 1nt a = 1; }', '1nt | `1nt` is not a valid type.'],
  ['message M { map<float, int32> a = 1; }', 'float | `float` is not a valid type.'],
  [
    'message M { optional uint32 a = 1 [default = -1]; }',
    "-1 | `-1` is not an integer in the range of the field's type.",
  ],
  ['message M { optional float a = 1 [default = 1x]; }', '1x | `1x` is not a valid value.'],
  ['message M { optional a a a = 1; }', 'a | Expected `=`, found `a`.'],
  ['syntax = "proto9"; message M {}', '"proto9" | `"proto9"` is not a protobuf syntax; use `"proto2"`.'],
  ['message M { } }', '} | Unexpected `}`.'],
  ['hello', 'hello | Unexpected `hello`.'],
  ['package a; package b; message M {}', 'package | Unexpected `package`.'],
  ['message M {', 'M | Missing `}`: `M` is not closed.'],
  ['message M { message N { } message O { optional int32 a = 1;', 'O | Missing `}`: `O` is not closed.'],
  ['message M { } message', 'message | The file ends inside a declaration.'],
  ['message M { optional string a = 1 [default = "x]; }', '" | Unclosed string.'],
  ['message M { } /* more', '/ | Unclosed comment.'],
  ['message M { optional int32 a = 1; optional int32 a = 2; }', 'a | `a` is declared twice in M.'],
  [
    'message M { optional int32 a = 1; optional int32 b = 0x1; }',
    '0x1 | The number 1 in M is already used by `a`.',
  ],
  [
    'package p.q; message M {} message N { message O { optional M a = 5; oneof x { M b = 5; } } }',
    '5 | The number 5 in N.O is already used by `a`.',
  ],
  [
    'message M {} enum E { A = 0; B = 0; }',
    '0 | The number 0 in E is already used by `A`; to allow several names per value, insert `option allow_alias = true;` before them.',
  ],
  ['message M {} enum E { A = 0; A = 1; }', 'A | `A` is declared twice in E.'],
  ['package p; message M {} message M {}', 'M | `M` is declared twice in the file.'],
  ['message M { reserved 2; optional int32 a = 2; }', '2 | The number 2 is reserved in M.'],
  ['message M { reserved "a"; optional int32 a = 2; }', 'a | `a` is reserved in M.'],
  [
    'message M { optional int32 a = 0; }',
    '0 | Field number 0 is out of range: valid numbers are 1 to 536870911, except 19000 to 19999.',
  ],
  [
    'message M { optional int32 a = 19000; }',
    '19000 | Field number 19000 is out of range: valid numbers are 1 to 536870911, except 19000 to 19999.',
  ],
  ['message M { optional Fop a = 1; } message Foo {}', 'Fop | Unknown type `Fop`. Did you mean `Foo`?'],
  ['message M { optional int23 a = 1; }', 'int23 | Unknown type `int23`. Did you mean `int32`?'],
  [
    'import "x"; message M { repeated some.Other a = 1; }',
    'some.Other | Unknown type `some.Other`; imported files are not read.',
  ],
  [
    'message M { optional E a = 1 [default = UPP]; } enum E { UP = 0; }',
    'a | The default `UPP` is not a value of E; did you mean `UP`?',
  ],
  [
    'message M { optional bool a = 1 [default = 1]; }',
    'a | The default of a bool must be `true` or `false`, not `1`.',
  ],
  [
    'message M { optional float a = 1 [default = "1"]; }',
    'a | The default of a float must be a number, not `1`.',
  ],
  [
    'message M { optional string a = 1 [default = 1]; }',
    'a | The default of a string must be a string, not `1`.',
  ],
  ['message M { optional M a = 1 [default = 1]; }', 'a | A message cannot have a default.'],
  ['message M { repeated int32 a = 1 [default = 1]; }', 'a | A repeated field cannot have a default.'],
  ['message m { }', 'message m { } | The file does not declare the message `M`; did you mean `m`?'],
];

for (const [text, problem] of errors) {
  test(`problem: ${text}`, () => assert.deepEqual(problems(text), [problem]));
}

test('of several equal tokens on a line, the wrong one is reported', () => {
  const text = 'message M { optional int32 a = 1; optional int32 int32 = = 2; optional int32 = 3; }';
  const [error] = readProtoFile(text).problems;
  assert.equal(error?.message, '`=` is not a valid field number.');
  assert.equal(error?.range.start, text.indexOf('= = 2') + 2);
});

test('a duplicate declaration is reported at the second one', () => {
  const text = 'message M { optional int32 a = 1;\n optional int32 b = 1; }';
  assert.deepEqual(readProtoFile(text).problems[0]?.range, { start: 54, end: 55 });
});

test('a field of an unknown type has an undeclared message type', () => {
  const { schema } = readProtoFile('message M { optional Foo a = 1; optional int32 b = 2; }');
  assert.deepEqual(schema?.message('M')?.fields.get('a')?.type, { kind: 'message', name: 'Foo' });
  assert.equal(schema?.message('Foo'), undefined);
  assert.equal(schema?.message('M')?.fields.get('b')?.number, 2);
});

test('an invalid default is replaced by that of the type', () => {
  const { schema } = readProtoFile('message M { optional E a = 1 [default = X]; enum E { A = 0; } }');
  assert.equal(schema?.message('M')?.fields.get('a')?.default, 'A');
});

const many = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join('\n');

const dreadful: readonly (readonly [shows: string, text: string, says: RegExp])[] = [
  ['10,000 open braces', '{'.repeat(10_000), /^Unexpected `\{`/],
  ['10,000 open messages', 'message M {'.repeat(10_000), /nested too deeply/],
  ['10,000 open options', `option a = ${'{a'.repeat(10_000)}`, /too long/],
  ['a megabyte of open messages', 'message M{'.repeat(100_000), /nested too deeply/],
  ['binary garbage', '\x7fELF\x00\x01\x02', /binary/],
  ['garbage', '\x01\x02\ufffd'.repeat(1000), /Unexpected/],
  ['a megabyte of words', 'a '.repeat(500_000), /too long/],
  [
    'a megabyte of fields',
    `message M {${many(30_000, (at) => `optional int32 field${at} = ${at + 1};`)}}`,
    /more than 1000 fields/,
  ],
  [
    'a megabyte of messages',
    many(30_000, (at) => `message M${at} { optional M${at} a = 1; }`),
    /does not declare/,
  ],
  ['a megabyte of the same message', 'message M { }\n'.repeat(70_000), /declared twice/],
  [
    'a megabyte of unknown types',
    many(25_000, (at) => `message M${at} { optional T${at} a = 1; }`),
    /does not declare/,
  ],
  [
    'a megabyte of extensions',
    many(25_000, (at) => `extend X${at} { optional int32 a${at} = 1; } message M${at} {}`),
    /does not declare/,
  ],
  ['a megabyte of an option', `option a = { ${'b:1 '.repeat(250_000)} };`, /too long/],
  ['a megabyte in quotes', 'import "x";'.repeat(90_000), /does not declare/],
  ['a text that exceeds the length limit', ' '.repeat(2_000_001), /exceeds 2000000 characters/],
];

for (const [shows, text, says] of dreadful) {
  test(`${shows}`, { timeout: 20_000 }, () =>
    assert.match(readProtoFile(text).problems[0]?.message ?? '', says),
  );
}

test('the problems of any text have ranges inside it', () => {
  const word = fc.constantFrom(
    ...[
      'message',
      'enum',
      'optional',
      'repeated',
      'group',
      'oneof',
      'map',
      'extend',
      'option',
      'reserved',
      'M',
      'a',
    ],
    ...[
      'int32',
      '1',
      '-1',
      '=',
      ';',
      '{',
      '}',
      '[',
      ']',
      '<',
      '>',
      '(',
      ')',
      ',',
      '"x"',
      '"',
      "'",
      '/',
      '//',
      '/*',
      '\n',
      'null',
    ],
    ...[
      'syntax = "proto3";',
      'package',
      'import',
      'service',
      'rpc',
      'extensions',
      'default',
      'to',
      '__proto__',
      'constructor',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      for (const { range } of readProtoFile(text).problems) {
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
