import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIgnores } from '../../server/src/document/ignores.ts';
import { parse } from '../../server/src/syntax/parse.ts';

function ignoresOf(text: string) {
  return readIgnores(parse(text)).map(({ codes, scope }) => ({
    codes: codes.map(({ code }) => code),
    scope: scope && text.slice(scope.start, scope.end),
  }));
}

test('alone on a line: the field that follows, be it a layer, a message or a value', () => {
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

test('behind a value: its line', () => {
  assert.deepEqual(ignoresOf('layer {\n  name: "x" type: "y" # caffe-ignore: one\n}\n'), [
    { codes: ['one'], scope: '  name: "x" type: "y" # caffe-ignore: one' },
  ]);
});

test('for a file: all of it, wherever it stands', () => {
  const text = 'layer { }\n#caffe-ignore-file: one two\n';
  assert.deepEqual(ignoresOf(text), [{ codes: ['one', 'two'], scope: text }]);
});

test('before a closing brace, or at the end: nothing follows', () => {
  assert.deepEqual(ignoresOf('layer {\n  # caffe-ignore: one\n}\n# caffe-ignore: two'), [
    { codes: ['one'], scope: undefined },
    { codes: ['two'], scope: undefined },
  ]);
});

test('a string is no comment, and other words are no request', () => {
  assert.deepEqual(
    ignoresOf('name: "# caffe-ignore: one"\n# caffe-ignored: two\n# please caffe-ignore: three\n'),
    [],
  );
});

test('codes know their places', () => {
  const text = 'name: "x"\r\n  # caffe-ignore:  one,  two \r\nname: "y"\r\n';
  const [ignore] = readIgnores(parse(text));
  assert.deepEqual(
    ignore?.codes.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
    [
      ['one', 'one'],
      ['two', 'two'],
    ],
  );
  assert.equal(text.slice(ignore?.range.start, ignore?.range.end), '# caffe-ignore:  one,  two ');
});
