import assert from 'node:assert/strict';
import test from 'node:test';
import type { FieldDescriptor, Schema } from '../../server/src/schema/descriptor.ts';
import { readProtoFile, rootMessages } from '../../server/src/schema/protoFile.ts';

/** The schema of a file that may lack the messages that every Caffe has. */
function read(text: string, root = 'M'): Schema {
  const { schema, problems: errors } = readProtoFile(text, { root });
  assert.deepEqual(errors, []);
  assert.ok(schema);
  return schema;
}

function field(schema: Schema, message: string, name: string): FieldDescriptor {
  const found = schema.message(message)?.fields.get(name);
  assert.ok(found, `${message}.${name}`);
  return found;
}

/** `optional int32 = 0`, with `declared` if the file declares the default. */
function describe({ label, type, default: value, declaresDefault }: FieldDescriptor): string {
  return `${label} ${type.kind} ${type.name} = ${value}${declaresDefault ? ' declared' : ''}`;
}

/** The problems of a text, each with the text of its range. */
function problems(text: string, root = 'M'): string[] {
  return readProtoFile(text, { root }).problems.map(
    ({ message, range }) => `${text.slice(range.start, range.end)} | ${message}`,
  );
}

const proto2 = (body: string) => `syntax = "proto2";\npackage caffe;\nmessage M {\n${body}\n}\n`;

test('scalar types have no encodings', () => {
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

test('numbers and case of names are preserved', () => {
  const schema = read(proto2('optional int32 camelCase = 7; optional int32 snake_case = 536870911;'));
  assert.equal(field(schema, 'M', 'camelCase').number, 7);
  assert.equal(field(schema, 'M', 'snake_case').number, 536870911);
});

test('an enum keeps the order of its values, aliases and comments', () => {
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

test('comments before and after a declaration document it', () => {
  const schema = read(`
    // The first
    // of messages.
    message M {
      // before
      optional int32 a = 1;
      optional int32 b = 2; // after
      // of several
      optional int32 c = 3; // of this one
      /* a block */
      optional int32 d = 4;
      optional int32 e = 5;
    }`);
  assert.equal(schema.message('M')?.doc, 'The first\nof messages.');
  const docs = ['a', 'b', 'c', 'd', 'e'].map((name) => field(schema, 'M', name).doc);
  assert.deepEqual(docs, ['before', 'after', 'of this one', 'a block', '']);
});

test('fields are deprecated by their option, or by a comment as in Caffe', () => {
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

test('nested types are named with their enclosing types, without the package', () => {
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

test('the first part of a type determines where the rest is resolved', () => {
  const text = 'message N { message Inner {} } message M { message N {} optional N.Inner f = 1; }';
  assert.deepEqual(problems(text), ['N.Inner | Unknown type `N.Inner`. Did you mean `.N.Inner`?']);
});

test('a field does not hide a type of the same name', () => {
  const schema = read('message T {} message M { optional int32 T = 1; optional T f = 2; }');
  assert.equal(field(schema, 'M', 'f').type.name, 'T');
});

test('a group is a message and a field of its name', () => {
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

test('declarations without meaning for text format are skipped', () => {
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

test('names from JavaScript have no special meaning', () => {
  const schema = read(
    'message M { optional int32 constructor = 1; optional hasOwnProperty toString = 2; } message hasOwnProperty {}',
  );
  assert.equal(field(schema, 'M', 'toString').type.name, 'hasOwnProperty');
  assert.equal(field(schema, 'M', 'constructor').number, 1);
  assert.equal(schema.message('toString'), undefined);
});

test('every Caffe has a net and layers', () => {
  const missing = (text: string) =>
    readProtoFile(text).problems.map(({ message, range }) => [message, range.start, range.end]);
  assert.deepEqual(missing('message NetParameter {} message LayerParameter {}'), []);
  assert.deepEqual(missing(''), [
    ['The file does not declare `NetParameter`, which every Caffe has.', 0, 0],
    ['The file does not declare `LayerParameter`, which every Caffe has.', 0, 0],
  ]);
  assert.deepEqual(missing('// a\nmessage NetParameter {} message LayerParam {}'), [
    ['The file does not declare `LayerParameter`, which every Caffe has.', 0, 4],
  ]);
});

test('a requested root replaces the required messages', () => {
  const text = 'message TextPipeline { optional Part part = 1; } message Part {}';
  assert.deepEqual(readProtoFile(text, { root: 'TextPipeline' }).problems, []);
  assert.deepEqual(problems(text, 'NetParameter'), [
    `${text} | The file does not declare the message \`NetParameter\`; possible roots: \`TextPipeline\`.`,
  ]);
});

test('roots are nets, solvers, and messages that are not part of another', () => {
  const text = `message Layer { optional Layer inner = 1; } message Datum { repeated Datum more = 1; }
    message SolverParameter { optional NetParameter net = 1; } message NetParameter { repeated Layer layer = 1; }`;
  assert.deepEqual(rootMessages(read(text, 'Layer')), ['NetParameter', 'SolverParameter', 'Datum']);
});

test('problems are in file order', () => {
  const text = 'message M { optional A1x a = 0; optional B2y b = 1; }';
  assert.deepEqual(
    problems(text).map((problem) => problem.split(' |')[0]),
    ['A1x', '0', 'B2y'],
  );
});
