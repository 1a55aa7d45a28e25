import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSuppressions } from '../../server/src/document/suppressions.ts';
import { parse } from '../../server/src/syntax/parse.ts';

function ignoresOf(text: string) {
  return findSuppressions(parse(text)).map(({ codes, scope }) => ({
    codes: codes.map(({ code }) => code),
    scope: scope && text.slice(scope.start, scope.end),
  }));
}

test('alone on a line: applies to the next field, a layer, a message or a value', () => {
  assert.deepEqual(
    ignoresOf(`# caffe-ignore: one
# another comment

layer { name: "x" }
layer {
  # caffe-ignore: two, three -- because
  param {
    lr_mult: 1
  }
  # caffe-ignore: four
  type: "ReLU"
}
`),
    [
      { codes: ['one'], scope: 'layer { name: "x" }' },
      { codes: ['two', 'three'], scope: 'param {\n    lr_mult: 1\n  }' },
      { codes: ['four'], scope: 'type: "ReLU"' },
    ],
  );
});

test('after a value: applies to its line', () => {
  assert.deepEqual(ignoresOf('layer {\n  name: "x" type: "y" # caffe-ignore: one\n}\n'), [
    { codes: ['one'], scope: '  name: "x" type: "y" # caffe-ignore: one' },
  ]);
});

test('for a file: applies to all of it, from any location', () => {
  const text = 'layer { }\n#caffe-ignore-file: one two\n';
  assert.deepEqual(ignoresOf(text), [{ codes: ['one', 'two'], scope: text }]);
});

test('before a closing brace, or at the end: applies to nothing', () => {
  assert.deepEqual(ignoresOf('layer {\n  # caffe-ignore: one\n}\n# caffe-ignore: two'), [
    { codes: ['one'], scope: undefined },
    { codes: ['two'], scope: undefined },
  ]);
});

test('strings and other comments are no suppression comments', () => {
  assert.deepEqual(
    ignoresOf('name: "# caffe-ignore: one"\n# caffe-ignored: two\n# please caffe-ignore: three\n'),
    [],
  );
});

test('codes have ranges', () => {
  const text = 'name: "x"\r\n  # caffe-ignore:  one,  two \r\nname: "y"\r\n';
  const [suppression] = findSuppressions(parse(text));
  assert.deepEqual(
    suppression?.codes.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
    [
      ['one', 'one'],
      ['two', 'two'],
    ],
  );
  assert.equal(text.slice(suppression?.range.start, suppression?.range.end), '# caffe-ignore:  one,  two ');
});
