import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';

import { readProtoFile } from '../../server/src/schema/protoFile.ts';

/** The errors of a text, each with the piece of the text that it marks. */
function problems(text: string, root = 'M'): string[] {
  return readProtoFile(text, { root }).problems.map(
    ({ message, range }) => `${text.slice(range.start, range.end)} | ${message}`,
  );
}

const faults: readonly (readonly [text: string, problem: string])[] = [
  [
    'message M { int32 a = 1; }',
    'int32 | A field begins with `optional`, `required` or `repeated`, not with `int32`.',
  ],
  ['message M { optional int32 a = 1 }', '1 | A `;` is missing behind `1`.'],
  ['message M {\n optional int32 a = 1\n optional int32 b = 2; }', '1 | A `;` is missing behind `1`.'],
  ['message M { optional int32 a 1; }', '1 | Expected `=`, found `1`.'],
  ['message M { optional int32 a = b; }', 'b | `b` cannot be the number of a field.'],
  ['message M { optional int32 a = -1; }', '-1 | `-1` cannot be the number of a field.'],
  ['message M { optional int32 1a = 1; }', '1a | `1a` cannot be a name.'],
  ['message 1M { }', '1M | `1M` cannot be a name.'],
  ['message M { optional 1nt a = 1; }', '1nt | `1nt` cannot be a type here.'],
  ['message M { map<float, int32> a = 1; }', 'float | `float` cannot be a type here.'],
  [
    'message M { optional uint32 a = 1 [default = -1]; }',
    "-1 | `-1` is not a whole number of the field's type.",
  ],
  ['message M { optional float a = 1 [default = 1x]; }', '1x | `1x` is not a value.'],
  ['message M { optional a a a = 1; }', 'a | Expected `=`, found `a`.'],
  ['syntax = "proto9"; message M {}', '"proto9" | `"proto9"` is no syntax of protobuf; write `"proto2"`.'],
  ['message M { } }', '} | `}` cannot stand here.'],
  ['hello', 'hello | `hello` cannot stand here.'],
  ['package a; package b; message M {}', 'package | `package` cannot stand here.'],
  ['message M {', 'M | `M` is not closed: a `}` is missing.'],
  ['message M { message N { } message O { optional int32 a = 1;', 'O | `O` is not closed: a `}` is missing.'],
  ['message M { } message', 'message | The file ends in the middle of a declaration.'],
  ['message M { optional string a = 1 [default = "x]; }', '" | The string is not closed.'],
  ['message M { } /* more', '/ | The comment is not closed.'],
  ['message M { optional int32 a = 1; optional int32 a = 2; }', 'a | `a` is declared twice in M.'],
  [
    'message M { optional int32 a = 1; optional int32 b = 0x1; }',
    '0x1 | The number 1 of M is that of `a` already.',
  ],
  [
    'package p.q; message M {} message N { message O { optional M a = 5; oneof x { M b = 5; } } }',
    '5 | The number 5 of N.O is that of `a` already.',
  ],
  [
    'message M {} enum E { A = 0; B = 0; }',
    '0 | The number 0 of E is that of `A` already; for two names of one value write `option allow_alias = true;` before them.',
  ],
  ['message M {} enum E { A = 0; A = 1; }', 'A | `A` is declared twice in E.'],
  ['package p; message M {} message M {}', 'M | `M` is declared twice in the file.'],
  ['message M { reserved 2; optional int32 a = 2; }', '2 | The number 2 is reserved in M.'],
  ['message M { reserved "a"; optional int32 a = 2; }', 'a | `a` is reserved in M.'],
  [
    'message M { optional int32 a = 0; }',
    '0 | A field has a number from 1 to 536870911, but none from 19000 to 19999; 0 is not one.',
  ],
  [
    'message M { optional int32 a = 19000; }',
    '19000 | A field has a number from 1 to 536870911, but none from 19000 to 19999; 19000 is not one.',
  ],
  [
    'message M { optional Fop a = 1; } message Foo {}',
    'Fop | The file declares no type `Fop`. Did you mean `Foo`?',
  ],
  ['message M { optional int23 a = 1; }', 'int23 | The file declares no type `int23`. Did you mean `int32`?'],
  [
    'import "x"; message M { repeated some.Other a = 1; }',
    'some.Other | The file declares no type `some.Other`; the files that it imports are not read.',
  ],
  [
    'message M { optional E a = 1 [default = UPP]; } enum E { UP = 0; }',
    'a | The default `UPP` is not a value of E; did you mean `UP`?',
  ],
  [
    'message M { optional bool a = 1 [default = 1]; }',
    'a | The default of a bool is `true` or `false`, not `1`.',
  ],
  ['message M { optional float a = 1 [default = "1"]; }', 'a | The default of a float is a number, not `1`.'],
  ['message M { optional string a = 1 [default = 1]; }', 'a | The default of a string is a string, not `1`.'],
  ['message M { optional M a = 1 [default = 1]; }', 'a | A message cannot have a default.'],
  ['message M { repeated int32 a = 1 [default = 1]; }', 'a | A repeated field cannot have a default.'],
  ['message m { }', 'message m { } | The file declares no message `M`; did you mean `m`?'],
];

for (const [text, problem] of faults) {
  test(`problem: ${text}`, () => assert.deepEqual(problems(text), [problem]));
}

test('of several like tokens on a line the one at fault is meant', () => {
  const text = 'message M { optional int32 a = 1; optional int32 int32 = = 2; optional int32 = 3; }';
  const [problem] = readProtoFile(text).problems;
  assert.equal(problem?.message, '`=` cannot be the number of a field.');
  assert.equal(problem?.range.start, text.indexOf('= = 2') + 2);
});

test('a second declaration is the one at fault', () => {
  const text = 'message M { optional int32 a = 1;\n optional int32 b = 1; }';
  assert.deepEqual(readProtoFile(text).problems[0]?.range, { start: 54, end: 55 });
});

test('a field of an unknown type has a message that is not there', () => {
  const { schema } = readProtoFile('message M { optional Foo a = 1; optional int32 b = 2; }');
  assert.deepEqual(schema?.message('M')?.fields.get('a')?.type, { kind: 'message', name: 'Foo' });
  assert.equal(schema?.message('Foo'), undefined);
  assert.equal(schema?.message('M')?.fields.get('b')?.number, 2);
});

test('a default that does not fit leaves that of the type', () => {
  const { schema } = readProtoFile('message M { optional E a = 1 [default = X]; enum E { A = 0; } }');
  assert.equal(schema?.message('M')?.fields.get('a')?.default, 'A');
});

const many = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join('\n');

const dreadful: readonly (readonly [shows: string, text: string, says: RegExp])[] = [
  ['10,000 open braces', '{'.repeat(10_000), /^`\{` cannot stand here/],
  ['10,000 open messages', 'message M {'.repeat(10_000), /too many other messages/],
  ['10,000 open options', `option a = ${'{a'.repeat(10_000)}`, /too long/],
  ['a megabyte of open messages', 'message M{'.repeat(100_000), /too many other messages/],
  ['binary garbage', '\x7fELF\x00\x01\x02', /binary/],
  ['garbage', '\x01\x02\ufffd'.repeat(1000), /cannot stand here/],
  ['a megabyte of words', 'a '.repeat(500_000), /too long/],
  [
    'a megabyte of fields',
    `message M {${many(30_000, (at) => `optional int32 field${at} = ${at + 1};`)}}`,
    /more than 1000 fields/,
  ],
  ['a megabyte of messages', many(30_000, (at) => `message M${at} { optional M${at} a = 1; }`), /no message/],
  ['a megabyte of the same message', 'message M { }\n'.repeat(70_000), /declared twice/],
  [
    'a megabyte of unknown types',
    many(25_000, (at) => `message M${at} { optional T${at} a = 1; }`),
    /no message/,
  ],
  [
    'a megabyte of extensions',
    many(25_000, (at) => `extend X${at} { optional int32 a${at} = 1; } message M${at} {}`),
    /no message/,
  ],
  ['a megabyte of an option', `option a = { ${'b:1 '.repeat(250_000)} };`, /too long/],
  ['a megabyte in quotes', 'import "x";'.repeat(90_000), /no message/],
  ['more than any caffe.proto', ' '.repeat(2_000_001), /more than 2000000 characters/],
];

for (const [shows, text, says] of dreadful) {
  test(`${shows}`, { timeout: 20_000 }, () =>
    assert.match(readProtoFile(text).problems[0]?.message ?? '', says),
  );
}

test('any text gives problems whose ranges are in it', () => {
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
