import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSchema } from '../server/src/schema/check.ts';
import { bvlc } from '../server/src/schema/dialect.ts';
import { parse } from '../server/src/syntax/parse.ts';
import { plainTree } from './support/snapshot.ts';

const pieces = fc.constantFrom(
  'layer {\n',
  'layers <',
  '  name: "a"\n',
  '  convolution_param {\n',
  'num_output: 0x1F ',
  'dim: [1, -2',
  'type:\n',
  '}\n',
  '  }\n',
  '>',
  ']',
  ',',
  ';',
  '"',
  "'",
  '\\',
  '# {\n',
  '-',
  ':',
  '[a.b/c]',
  '1.5.2',
  '\ufeff',
  '“x”',
  '\0',
  '\n',
);

const prototxt = fc
  .array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.oneof(pieces, fc.constant('')),
  }),
  { maxLength: 8 },
);

function apply(text: string, { at, remove, insert }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

function netOf(layers: number): string {
  const text = Array.from(
    { length: layers },
    (_, index) => `layer {\n  name: "${index}"\n  type: "ReLU"\n}\n`,
  );
  return `name: "net"\n${text.join('')}`;
}

test('after any edits, the tree is the same as for a new text', () => {
  fc.assert(
    fc.property(prototxt, edits, (first, steps) => {
      let tree = parse(netOf(3) + first);
      for (const step of steps) {
        tree = parse(apply(tree.text, step), tree);
        assert.deepEqual(plainTree(tree), plainTree(parse(tree.text)));
        assert.equal(new Set(tree.blocks).size, tree.blocks.length);
      }
    }),
  );
});

test('the parser and the schema check accept any text, and blocks are disjoint parts of it', () => {
  fc.assert(
    fc.property(prototxt, (text) => {
      const tree = parse(text);
      checkSchema(tree, bvlc.schema, 'NetParameter');
      let end = 0;
      for (const block of tree.blocks) {
        const start = tree.startOf(block);
        assert.ok(start >= end);
        end = start + block.text.length;
        assert.equal(text.slice(start, end), block.text);
      }
    }),
    { numRuns: 500 },
  );
});

test('the range of every problem is in the file, and exactly one problem is the first', () => {
  fc.assert(
    fc.property(prototxt, (text) => {
      const errors = checkSchema(parse(text), bvlc.schema, 'NetParameter');
      for (const { range, caffeRange } of errors) {
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        assert.ok(!caffeRange || (0 <= caffeRange.start && caffeRange.end <= text.length));
      }
      assert.equal(errors.filter((error) => error.first).length, errors.length > 0 ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});

test('an edit in one layer parses one block again', () => {
  const before = parse(netOf(50));
  const after = parse(before.text.replace('"25"', '"25b"'), before);
  const known = new Set(before.blocks);
  assert.equal(after.blocks.filter((block) => !known.has(block)).length, 1);
});

test('a line above all layers, a moved layer and a removed brace keep the other blocks', () => {
  const before = parse(netOf(50));
  const known = new Set(before.blocks);
  const fresh = (text: string) => parse(text, before).blocks.filter((block) => !known.has(block)).length;
  const moved = 'layer {\n  name: "7"\n  type: "ReLU"\n}\n';
  assert.equal(fresh(`# a comment\n${before.text}`), 1);
  assert.equal(fresh(before.text.replace(moved, '') + moved), 0);
  const brace = before.text.indexOf('}', before.text.indexOf('"25"'));
  assert.equal(fresh(before.text.slice(0, brace) + before.text.slice(brace + 1)), 1);
});

for (const part of [
  '{',
  '[',
  '<',
  'a{',
  'a:[',
  'a<',
  '}',
  '"',
  '"\\',
  'a:',
  '-',
  '\0',
  '\ufffd',
  'layer {\n',
]) {
  test(`10,000 times ${JSON.stringify(part)} gives a tree with problems`, () => {
    const tree = parse(part.repeat(10_000));
    assert.notDeepEqual(checkSchema(tree, bvlc.schema, 'NetParameter'), []);
  });
}

test('5,000 layers and 100,000 values are parsed', () => {
  assert.equal(parse(netOf(5000)).blocks.length, 5001);
  const values = 'data: 1.5 '.repeat(100_000);
  const tree = parse(`layer { name: "a" type: "ReLU" blobs { ${values} diff: [${'1,'.repeat(100_000)}2] } }`);
  assert.deepEqual(checkSchema(tree, bvlc.schema, 'NetParameter'), []);
});
