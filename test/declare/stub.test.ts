import assert from 'node:assert/strict';
import test from 'node:test';
import { readDeclarations } from '../../server/src/declare/declarations.ts';
import { declareStub } from '../../server/src/declare/stub.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

/** The text with a stub for the layer `New`, which has 1 bottom and 1 top. */
function withStub(text: string, type = 'New', example = { bottoms: 1, tops: 1 }): string {
  return applyEdits(text, declareStub(text, type, example));
}

/** The stub with the given indentation level. */
function stub(levels: number, indent = '  '): string {
  const lines = [
    '"New": {',
    '\t"doc": "",',
    '\t"bottoms": 1,',
    '\t"tops": 1,',
    '\t"shapes": [',
    '\t\t"bottom[0]"',
    '\t]',
    '}',
  ];
  return lines.map((line) => indent.repeat(levels) + line.replaceAll('\t', indent)).join('\n');
}

test('an empty file becomes a complete one', () => {
  assert.equal(withStub(''), `{\n  "layers": {\n${stub(2)}\n  }\n}\n`);
});

test('comments of an empty file are kept before it', () => {
  assert.equal(withStub('// ours'), `// ours\n{\n  "layers": {\n${stub(2)}\n  }\n}\n`);
});

test('a file without layers has them first, after its schema', () => {
  assert.equal(
    withStub('{\n  "dialect": "ssd"\n}\n'),
    `{\n  "layers": {\n${stub(2)}\n  },\n  "dialect": "ssd"\n}\n`,
  );
  assert.equal(
    withStub('{\n  "$schema": "s",\n  "dialect": "ssd"\n}\n'),
    `{\n  "$schema": "s",\n  "layers": {\n${stub(2)}\n  },\n  "dialect": "ssd"\n}\n`,
  );
});

test('existing layers keep their comments and the trailing comma', () => {
  assert.equal(
    withStub('{\n  "layers": {\n    // of old\n    "Old": {}, // as it was\n  },\n}\n'),
    `{\n  "layers": {\n${stub(2)},\n    // of old\n    "Old": {}, // as it was\n  },\n}\n`,
  );
});

test('tabs and line ends are kept', () => {
  assert.equal(
    withStub('{\r\n\t"layers": {\r\n\t\t"Old": {}\r\n\t}\r\n}\r\n'),
    `{\r\n\t"layers": {\r\n${stub(2, '\t').replaceAll('\n', '\r\n')},\r\n\t\t"Old": {}\r\n\t}\r\n}\r\n`,
  );
});

test('one shape per top, each of a bottom', () => {
  const rules = (bottoms: number, tops: number) =>
    JSON.parse(withStub('', 'New', { bottoms, tops })).layers.New;
  assert.deepEqual(rules(2, 3), {
    doc: '',
    bottoms: 2,
    tops: 3,
    shapes: ['bottom[0]', 'bottom[1]', 'bottom[1]'],
  });
  assert.deepEqual(rules(0, 1), { doc: '', bottoms: 0, tops: 1, shapes: ['?'] });
  assert.deepEqual(rules(1, 0), { doc: '', bottoms: 1, tops: 0, shapes: [] });
});

for (const type of ['New', 'Python a.b.C', '__proto__', 'With"Quotes"']) {
  test(`the declaration of ${type} is valid`, () => {
    const { declarations, problems: diagnostics } = readDeclarations(
      withStub('{ "layers": { "Old": {} } }', type),
    );
    assert.deepEqual(diagnostics, []);
    assert.deepEqual([...declarations.layers.keys()], [type, 'Old']);
    assert.deepEqual([...readDeclarations(withStub('', type)).declarations.layers.keys()], [type]);
  });
}

const untouched = [
  '{ "layers": { "New": {} } }',
  '{ "layers": 5 }',
  '{ "layers": [] }',
  '[]',
  '5',
  '{ "layers": {',
  '{ "dialect": }',
  '['.repeat(10_000),
  '\x00\x01',
];

for (const text of untouched) {
  test(`nothing changes in ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.deepEqual(declareStub(text, 'New', { bottoms: 1, tops: 1 }), []);
  });
}
