import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextFormatParser } from '../../server/src/syntax/grammar.ts';
import { nodeAt, parse } from '../../server/src/syntax/parse.ts';
import { tokenize } from '../../server/src/syntax/tokens.ts';
import { outline, problemsOf } from './outline.ts';

const valid: readonly (readonly [text: string, ...fields: string[]])[] = [
  [''],
  ['# only a comment'],
  ['name: "LeNet"', 'name: "LeNet"'],
  [`a: "b" 'c'\n# and\n"d"`, 'a: "bcd"'],
  ['a{b:1}c<d:2>e:{}f:<>', 'a {b: 1}', 'c {d: 2}', 'e {}', 'f {}'],
  ['a: 1, b: 2; c { } , d { };', 'a: 1', 'b: 2', 'c {}', 'd {}'],
  ['a: [1, -2, MAX] b: [] c: ["x" "y", "z"]', 'a: [1, -2, MAX]', 'b: []', 'c: ["xy", "z"]'],
  ['layer: [{ name: "a" }, < >]', 'layer: [{name: "a"}, {}]'],
  [
    'a: .5 b: 1. c: 1e3 d: 10f e: 1.5E-3F',
    'a: float .5',
    'b: float 1.',
    'c: float 1e3',
    'd: float 10f',
    'e: float 1.5E-3F',
  ],
  ['a: 0x1F b: 017 c: - 5 d: -inf e: -\n7', 'a: 0x1F', 'b: 017', 'c: -5', 'd: -inf', 'e: -7'],
  [`a: '\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\"\\?'`, `a: ${JSON.stringify('\x07\b\f\n\r\t\v\\\'"?')}`],
  ['a: "\\101\\7\\x41\\u00e9\\U0001F600"', 'a: "A\\u0007Aé😀"'],
  ['a: "# no comment { }" # } {', 'a: "# no comment { }"'],
  ['a: "größe" # größe', 'a: "größe"'],
  ['a:\r\n  1\t\v\fb:2', 'a: 1', 'b: 2'],
  ['[a.b]: 1 [x.com/p.T] { c: 2 }', '[a.b]: 1', '[x.com/p.T] {c: 2}'],
  ['layer\n{\n}\nlayer # why\n  :\n<\n>', 'layer {}', 'layer {}'],
];

for (const [text, ...fields] of valid) {
  test(`reads ${JSON.stringify(text)}`, () => {
    const tree = parse(text);
    assert.deepEqual(problemsOf(tree), []);
    assert.deepEqual(outline(tree), fields);
  });
}

test('chevrotain accepts the grammar', () => {
  assert.doesNotThrow(() => new TextFormatParser({ skipValidations: false }));
});

test('each braced field starts a block that includes its separator', () => {
  const { blocks } = parse('name: "n"\n# about a\nlayer { a: 1 };\n  layer: { b: 2 } input: "x"\n');
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['name: "n"\n# about a\n', 'layer { a: 1 };', '  layer: { b: 2 }', ' input: "x"\n'],
  );
});

test('ranges are relative to the start of the block', () => {
  const tree = parse('name: "n"\n\nlayer {\n  type: "ReLU"\n}\n');
  const block = tree.blocks[1];
  const value = block?.fields[0]?.value;
  assert.ok(block && value?.kind === 'message');
  const type = value.fields[0];
  assert.ok(type);
  assert.equal(block.text.slice(type.range.start, type.range.end), 'type: "ReLU"');
  const { start, end } = tree.rangeOf({ block, range: type.range });
  assert.equal(tree.text.slice(start, end), 'type: "ReLU"');
});

test('finds the nodes around an offset', () => {
  const text = 'name: "n"\nlayer { pooling_param { pool: MAX } dim: [1, 23] }';
  const tree = parse(text);
  const namesAt = (words: string) => {
    const path = nodeAt(tree, text.indexOf(words));
    return [path?.fields.map((field) => field.name.text).join('/'), path?.value?.kind];
  };
  assert.deepEqual(namesAt('MAX'), ['layer/pooling_param/pool', 'scalar']);
  assert.deepEqual(namesAt('23'), ['layer/dim', 'scalar']);
  assert.deepEqual(namesAt('ooling_param'), ['layer/pooling_param', 'message']);
  assert.deepEqual(namesAt('"n"'), ['name', 'scalar']);
  assert.equal(nodeAt(parse(''), 0), undefined);
});

test('a new line at the end of an unclosed message is inside it', () => {
  const text = 'layer {\n  name: "a"\n  ';
  const names = nodeAt(parse(text), text.length)?.fields.map((field) => field.name.text);
  assert.deepEqual(names, ['layer']);
});

test('the grammar accepts every sequence of tokens', () => {
  const parser = new TextFormatParser();
  const tokens = fc.array(
    fc.constantFrom(
      'a',
      'b:',
      '{',
      '}',
      '<',
      '>',
      '[',
      ']',
      ':',
      ',',
      ';',
      '-',
      '1',
      '"x"',
      '/',
      'é',
      '\n',
      ' ',
    ),
  );
  fc.assert(
    fc.property(tokens, (parts) => {
      const text = parts.join('');
      parser.begin(text, tokenize(text).tokens);
      parser.file();
      assert.deepEqual(parser.errors, []);
    }),
    { numRuns: 2000 },
  );
});
