import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { FieldDescriptor, Schema } from '../../server/src/schema/descriptor.ts';
import { readProtoFile, rootMessages } from '../../server/src/schema/protoFile.ts';

/** The schema of a file that may lack what every Caffe has. */
function read(text: string, root = 'M'): Schema {
  const { schema, problems } = readProtoFile(text, { root });
  assert.deepEqual(problems, []);
  assert.ok(schema);
  return schema;
}

function field(schema: Schema, message: string, name: string): FieldDescriptor {
  const found = schema.message(message)?.fields.get(name);
  assert.ok(found, `${message}.${name}`);
  return found;
}

/** `optional int32 = 0`, with `declared` where the file states the default. */
function describe({ label, type, default: value, declaresDefault }: FieldDescriptor): string {
  return `${label} ${type.kind} ${type.name} = ${value}${declaresDefault ? ' declared' : ''}`;
}

/** What is wrong with a text, each with the piece of the text that it speaks of. */
function problems(text: string, root = 'M'): string[] {
  return readProtoFile(text, { root }).problems.map(
    ({ message, range }) => `${text.slice(range.start, range.end)} | ${message}`,
  );
}

const proto2 = (body: string) => `syntax = "proto2";\npackage caffe;\nmessage M {\n${body}\n}\n`;

test('scalar types, with their encodings left out', () => {
  const types: Readonly<Record<string, string>> = {
    double: 'double',
    float: 'float',
    int32: 'int32',
    sint32: 'int32',
    sfixed32: 'int32',
    int64: 'int64',
    sint64: 'int64',
    sfixed64: 'int64',
    uint32: 'uint32',
    fixed32: 'uint32',
    uint64: 'uint64',
    fixed64: 'uint64',
    bool: 'bool',
    string: 'string',
    bytes: 'bytes',
  };
  const names = Object.keys(types);
  const schema = read(proto2(names.map((name, at) => `optional ${name} f_${name} = ${at + 1};`).join('\n')));
  const found = names.map((name) => field(schema, 'M', `f_${name}`).type);
  assert.deepEqual(
    found,
    names.map((name) => ({ kind: 'scalar', name: types[name] })),
  );
});

const defaults: readonly (readonly [declaration: string, expected: string])[] = [
  ['optional int32 f = 1;', 'optional scalar int32 = 0'],
  ['optional int32 f = 1 [default = -7];', 'optional scalar int32 = -7 declared'],
  ['optional uint32 f = 1 [default = 0x10];', 'optional scalar uint32 = 16 declared'],
  ['optional uint32 f = 1 [default = 010];', 'optional scalar uint32 = 8 declared'],
  ['optional float f = 1 [default = 1e-8];', 'optional scalar float = 1e-8 declared'],
  ['optional float f = 1 [default = .5];', 'optional scalar float = 0.5 declared'],
  ['optional float f = 1 [default = 0x1F];', 'optional scalar float = 31 declared'],
  ['optional double f = 1 [default = -inf];', 'optional scalar double = -Infinity declared'],
  ['optional double f = 1 [default = inf];', 'optional scalar double = Infinity declared'],
  ['optional double f = 1 [default = nan];', 'optional scalar double = NaN declared'],
  ['optional bool f = 1;', 'optional scalar bool = false'],
  ['optional bool f = 1 [default = true];', 'optional scalar bool = true declared'],
  ['optional string f = 1;', 'optional scalar string = '],
  ['optional string f = 1 [default = ""];', 'optional scalar string =  declared'],
  [
    String.raw`optional string f = 1 [default = "a\"b\\" 'c'];`,
    String.raw`optional scalar string = a"b\c declared`,
  ],
  ['optional bytes f = 1 [default = "x"];', 'optional scalar bytes = x declared'],
  ['optional E f = 1; enum E { A = 3; B = 1; }', 'optional enum M.E = A'],
  ['optional E f = 1 [default = B]; enum E { A = 3; B = 1; }', 'optional enum M.E = B declared'],
  ['required int32 f = 1;', 'required scalar int32 = 0'],
  ['repeated int32 f = 1 [packed = true];', 'repeated scalar int32 = undefined'],
  ['optional M f = 1;', 'optional message M = undefined'],
  ['optional int32 f = 1 [deprecated = true, default = 2];', 'optional scalar int32 = 2 declared'],
];

for (const [declaration, expected] of defaults) {
  test(`default: ${declaration}`, () => {
    assert.equal(describe(field(read(proto2(declaration)), 'M', 'f')), expected);
  });
}

test('numbers and case of names stay', () => {
  const schema = read(proto2('optional int32 camelCase = 7; optional int32 snake_case = 536870911;'));
  assert.equal(field(schema, 'M', 'camelCase').number, 7);
  assert.equal(field(schema, 'M', 'snake_case').number, 536870911);
});

test('an enum keeps its values in order, several names of one value and their comments', () => {
  const schema = read(
    proto2(`// Ways to go.
      enum E {
        option allow_alias = true;
        LEFT = 1; // to the west
        RIGHT = -1;
        // starboard, too
        STEUERBORD = -1;
      }`),
  );
  const found = schema.enum('M.E');
  assert.deepEqual(
    [...(found?.values ?? [])],
    [
      ['LEFT', 1],
      ['RIGHT', -1],
      ['STEUERBORD', -1],
    ],
  );
  assert.equal(found?.doc, 'Ways to go.');
  assert.deepEqual(
    [...(found?.valueDocs ?? [])],
    [
      ['LEFT', 'to the west'],
      ['RIGHT', ''],
      ['STEUERBORD', 'starboard, too'],
    ],
  );
});

test('comments before and behind a declaration document it', () => {
  const schema = read(`
    // The first
    // of messages.
    message M {
      // before
      optional int32 a = 1;
      optional int32 b = 2; // behind
      // of several
      optional int32 c = 3; // of this one
      /* a block */
      optional int32 d = 4;
      optional int32 e = 5;
    }`);
  assert.equal(schema.message('M')?.doc, 'The first\nof messages.');
  const docs = ['a', 'b', 'c', 'd', 'e'].map((name) => field(schema, 'M', name).doc);
  assert.deepEqual(docs, ['before', 'behind', 'of this one', 'a block', '']);
});

test('fields are deprecated by their option, or by a comment as Caffe writes them', () => {
  const schema = read(`
    // DEPRECATED: use M
    message Old { optional int32 a = 1; }
    message M {
      optional int32 a = 1 [deprecated = true];
      optional int32 b = 2 [deprecated = false];
      optional int32 c = 3; // DEPRECATED
      // 4D dimensions -- deprecated.  Use "a" instead.
      optional int32 d = 4;
      optional int32 e = 5; // better than the deprecated ones
    }`);
  const deprecated = ['a', 'b', 'c', 'd', 'e'].filter((name) => field(schema, 'M', name).deprecated);
  assert.deepEqual(deprecated, ['a', 'c', 'd']);
  assert.equal(field(schema, 'Old', 'a').deprecated, true);
});

test('nested types are named by what is around them, without the package', () => {
  const schema = read('package a.b; message M { message N { message O { enum E { X = 0; } } } }');
  assert.deepEqual([...schema.messages.keys()], ['M', 'M.N', 'M.N.O']);
  assert.ok(schema.enum('M.N.O.E'));
});

const references: readonly (readonly [type: string, expected: string])[] = [
  ['T', 'M.T'],
  ['M.T', 'M.T'],
  ['caffe.T', 'T'],
  ['a.caffe.T', 'T'],
  ['.a.caffe.T', 'T'],
  ['.a.caffe.M.T', 'M.T'],
  ['U', 'U'],
  ['M.M', 'M.M.M'],
  ['N.Inner', 'N.Inner'],
];

for (const [type, expected] of references) {
  test(`the type \`${type}\` in M is ${expected}`, () => {
    const text = `package a.caffe;
      message T {} message U {} message N { message Inner {} }
      message M { message T {} optional ${type} f = 1; ${type === 'M.M' ? 'message M { message M {} }' : ''} }`;
    assert.equal(field(read(text), 'M', 'f').type.name, expected);
  });
}

test('the first part of a type decides where the rest is looked for', () => {
  const text = 'message N { message Inner {} } message M { message N {} optional N.Inner f = 1; }';
  assert.deepEqual(problems(text), [
    'N.Inner | The file declares no type `N.Inner`. Did you mean `.N.Inner`?',
  ]);
});

test('a field does not hide a type of its name', () => {
  const schema = read('message T {} message M { optional int32 T = 1; optional T f = 2; }');
  assert.equal(field(schema, 'M', 'f').type.name, 'T');
});

test('a group is a field of its name and a message', () => {
  const schema = read(
    proto2('repeated group Result = 1 { optional int32 a = 1; required group Url = 2 { } }'),
  );
  assert.equal(describe(field(schema, 'M', 'Result')), 'repeated message M.Result = undefined');
  assert.equal(describe(field(schema, 'M.Result', 'Url')), 'required message M.Result.Url = undefined');
  assert.equal(field(schema, 'M.Result', 'a').number, 1);
});

test('a map is a repeated message of keys and values', () => {
  const schema = read(proto2('map<string, E> my_map = 3; enum E { A = 0; }'));
  assert.equal(describe(field(schema, 'M', 'my_map')), 'repeated message M.MyMapEntry = undefined');
  assert.equal(describe(field(schema, 'M.MyMapEntry', 'key')), 'optional scalar string = ');
  assert.equal(describe(field(schema, 'M.MyMapEntry', 'value')), 'optional enum M.E = A');
});

test('what the text format cannot use is read over', () => {
  const schema = read(`syntax = "proto2";
    import "other.proto";
    package caffe;
    option java_package = "x";
    option (my).option = { a: 1 b { c: "}" } };
    message M {
      option (x) = 1;
      reserved 5, 7 to 9; reserved "old";
      extensions 100 to max;
      oneof kind { int32 a = 1; string b = 2; }
      optional int32 c = 3 [(my.option) = { a: [1, 2] }, json_name = "d"];
      extend M { optional int32 inside = 101; }
      ;
    }
    extend M { optional int32 outside = 100; repeated Unknown more = 102; }
    extend Elsewhere { optional int32 there = 1; }
    service S { rpc Call (M) returns (stream M) { option x = 1; } }
  `);
  assert.deepEqual([...(schema.message('M')?.fields.keys() ?? [])], ['a', 'b', 'c']);
  assert.deepEqual([...schema.messages.keys()], ['M']);
});

test('fields of proto3 have no label', () => {
  const schema =
    read(`syntax = "proto3"; message M { int32 a = 1; repeated M b = 2; optional float c = 3; E e = 4; }
    enum E { ZERO = 0; }`);
  const found = ['a', 'b', 'c', 'e'].map((name) => describe(field(schema, 'M', name)));
  assert.deepEqual(found, [
    'optional scalar int32 = 0',
    'repeated message M = undefined',
    'optional scalar float = 0',
    'optional enum E = ZERO',
  ]);
});

test('names of JavaScript are names like others', () => {
  const schema = read(
    'message M { optional int32 constructor = 1; optional hasOwnProperty toString = 2; } message hasOwnProperty {}',
  );
  assert.equal(field(schema, 'M', 'toString').type.name, 'hasOwnProperty');
  assert.equal(field(schema, 'M', 'constructor').number, 1);
  assert.equal(schema.message('toString'), undefined);
});

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

test('every Caffe has a net and layers', () => {
  const missing = (text: string) =>
    readProtoFile(text).problems.map(({ message, range }) => [message, range.start, range.end]);
  assert.deepEqual(missing('message NetParameter {} message LayerParameter {}'), []);
  assert.deepEqual(missing(''), [
    ['The file declares no message `NetParameter`, which every Caffe has.', 0, 0],
    ['The file declares no message `LayerParameter`, which every Caffe has.', 0, 0],
  ]);
  assert.deepEqual(missing('// a\nmessage NetParameter {} message LayerParam {}'), [
    ['The file declares no message `LayerParameter`, which every Caffe has.', 0, 4],
  ]);
});

test('a root that is asked for is looked for instead', () => {
  const text = 'message TextPipeline { optional Part part = 1; } message Part {}';
  assert.deepEqual(readProtoFile(text, { root: 'TextPipeline' }).problems, []);
  assert.deepEqual(problems(text, 'NetParameter'), [
    `${text} | The file declares no message \`NetParameter\`; a text could hold one of these: \`TextPipeline\`.`,
  ]);
});

test('roots are nets, solvers, and what is no part of anything', () => {
  const text = `message Layer { optional Layer inner = 1; } message Datum { repeated Datum more = 1; }
    message SolverParameter { optional NetParameter net = 1; } message NetParameter { repeated Layer layer = 1; }`;
  assert.deepEqual(rootMessages(read(text, 'Layer')), ['NetParameter', 'SolverParameter', 'Datum']);
});

test('problems stand in the order of the file', () => {
  const text = 'message M { optional A1x a = 0; optional B2y b = 1; }';
  assert.deepEqual(
    problems(text).map((problem) => problem.split(' |')[0]),
    ['A1x', '0', 'B2y'],
  );
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
