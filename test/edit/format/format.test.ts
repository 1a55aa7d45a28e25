import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, formatRange } from '../../../server/src/edit/format/format.ts';
import { defaultFormat, type FormatOptions } from '../../../server/src/edit/format/options.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.ts';

const usual = { ...defaultFormat, indent: '  ' };

/** The formatted text, which must not change when it is formatted again. */
function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  const all = { ...usual, ...options };
  const once = applyEdits(text, format(parse(text), all));
  assert.equal(applyEdits(once, format(parse(once), all)), once, 'formatting again changes the text');
  return once;
}

const cases: readonly (readonly [shows: string, before: string, after: string])[] = [
  ['spaces around colons and braces', 'name :"x"\nlayer{name:"a"}', 'name: "x"\nlayer { name: "a" }\n'],
  ['a colon before a message stays', 'shape:{dim:1}', 'shape: { dim: 1 }\n'],
  [
    'indentation',
    'layer {\nname: "a"\n     p {\n q: 1\n}\n}\n',
    'layer {\n  name: "a"\n  p {\n    q: 1\n  }\n}\n',
  ],
  ['short messages stay on one line', 'p { shape { dim: 1 } }\n', 'p { shape { dim: 1 } }\n'],
  ['several fields on one line stay', 'a: 1   b: 2\n', 'a: 1 b: 2\n'],
  [
    'a message on several lines has its braces on the first and the last',
    'param { lr_mult: 1\n  decay_mult: 2 }\n',
    'param {\n  lr_mult: 1\n  decay_mult: 2\n}\n',
  ],
  ['a brace on the next line', 'layer\n{\n  a: 1\n}\n', 'layer {\n  a: 1\n}\n'],
  [
    'messages at the top level are on separate lines',
    'a {} b {\n c: 1\n} d: 1',
    'a {}\nb {\n  c: 1\n}\nd: 1\n',
  ],
  ['empty messages', 'a { }\nb {\n}\n', 'a {}\nb {}\n'],
  ['one blank line stays', '\n\na: 1\n\n\n\nb: 1\n\n', 'a: 1\n\nb: 1\n'],
  ['blank lines inside braces', 'a {\n\n  b: 1\n\n  c: 1\n\n}\n', 'a {\n  b: 1\n\n  c: 1\n}\n'],
  ['comments', '# a\nl {   # b\n # c\n  d: 1# e\n}# f\n', '# a\nl {   # b\n  # c\n  d: 1 # e\n} # f\n'],
  ['commented fields at the margin stay there', 'l {\n#  a: 1\n b: 1\n}\n', 'l {\n#  a: 1\n  b: 1\n}\n'],
  ['aligned values', 'l {\n a:   1\n bcd: 2\n}\n', 'l {\n  a:   1\n  bcd: 2\n}\n'],
  ['values aligned by an indentation that is removed', '\ta: 1\nb:  2\n', 'a: 1\nb: 2\n'],
  ['values that are not aligned', 'a:  1\nbc:  2\n', 'a: 1\nbc: 2\n'],
  ['lists', 'a: [ 1,2 , 3 ]\nb: [\n"x" ,\n   "y" ]\n', 'a: [1, 2, 3]\nb: [\n  "x",\n  "y"\n]\n'],
  ['lists of messages', 'a: [{b:1},{b:2}]\n', 'a: [{ b: 1 }, { b: 2 }]\n'],
  ['adjacent strings', 'a: "b"   "c"\nd: "e"\n"f"\n', 'a: "b" "c"\nd: "e"\n  "f"\n'],
  ['angle brackets stay', 'a<b:1>\n', 'a < b: 1 >\n'],
  ['signs and separators', 'a: - 1 ;b: 2 ,\n', 'a: -1; b: 2,\n'],
  ['extension names', '[ a . b ]: 1\nc { [x.y/z . w] { d: 1 } }\n', '[a.b]: 1\nc { [x.y/z.w] { d: 1 } }\n'],
  ['white space at the end of lines', 'a: 1  \n# b \t\nc {  \n}  \n', 'a: 1\n# b\nc {}\n'],
  ['Windows line ends', 'a{\r\nb:1\r\n}\r\n', 'a {\r\n  b: 1\r\n}\r\n'],
  ['nothing precedes a message at the top level', 'a: 1 b { c: 1 } d: 1\n', 'a: 1\nb { c: 1 }\nd: 1\n'],
  ['a value after a comment', 'l {\n  a: "x" # c\n  "y"\n}\n', 'l {\n  a: "x" # c\n    "y"\n}\n'],
  ['an empty file', '', ''],
  ['only comments', '\n # a\n\n\n# b', '# a\n\n# b\n'],
];

for (const [shows, before, after] of cases) {
  test(`format: ${shows}`, () => assert.equal(formatted(before), after));
}

test('format: tabs', () => {
  assert.equal(formatted('a {\n  b: 1\n}\n', { indent: '\t' }), 'a {\n\tb: 1\n}\n');
});

test('format: quotes', () => {
  const text = `a: 'x' b: "y" c: 'it"s' d: "\\'"\n`;
  assert.equal(formatted(text, { quotes: 'double' }), `a: "x" b: "y" c: 'it"s' d: "\\'"\n`);
  assert.equal(formatted(text, { quotes: 'single' }), `a: 'x' b: 'y' c: 'it"s' d: "\\'"\n`);
});

test('format: separators after fields are removed, those in lists are not', () => {
  const text = 'a: 1, b: 2;\nc { d: [1, 2], e: 3; }\n';
  assert.equal(formatted(text, { separators: 'remove' }), 'a: 1 b: 2\nc { d: [1, 2] e: 3 }\n');
});

test('format: separators that are removed leave no lines, and the line breaks that would be there without them', () => {
  const remove = { separators: 'remove' } as const;
  assert.equal(formatted('b { }; c: 1\n', remove), 'b {}\nc: 1\n');
  assert.equal(formatted('a: 1 # x\n;\nb: 2\n, c: 3\n', remove), 'a: 1 # x\nb: 2\nc: 3\n');
  assert.equal(formatted('d: [1,\n3]; e { f: 1 }\n', remove), 'd: [\n  1,\n  3\n]\ne { f: 1 }\n');
});

test('format: lines that are too long are expanded from the outside', () => {
  const text = 'layer { name: "a" param { lr_mult: 1 } param { lr_mult: 2 decay_mult: 0 } }\n';
  assert.equal(formatted(text, { oneLineLimit: 80 }), text);
  assert.equal(
    formatted(text, { oneLineLimit: 35 }),
    `layer {
  name: "a"
  param { lr_mult: 1 }
  param {
    lr_mult: 2
    decay_mult: 0
  }
}
`,
  );
});

test('format: the lines between two directives of txtpbfmt stay', () => {
  const kept = '  # txtpbfmt: off\n a   {b:1}\n# txtpbfmt: on';
  assert.equal(formatted(`x{y:1}\n${kept}\nz{y:1}\n`), `x { y: 1 }\n${kept}\nz { y: 1 }\n`);
  assert.equal(
    formatted('x{y:1}\n# txtpbfmt: off\na{b:1}\n\n\n'),
    'x { y: 1 }\n# txtpbfmt: off\na{b:1}\n\n\n',
  );
});

test('format: no colons before messages if a directive of txtpbfmt asks for it', () => {
  const head = '# txtpbfmt: skip_all_colons\n';
  assert.equal(formatted(`${head}a: { b: 1 c : < d: [1] > }\n`), `${head}a { b: 1 c < d: [1] > }\n`);
  assert.equal(formatted(`${head}a: [{ b: 1 }]\n`), `${head}a: [{ b: 1 }]\n`);
});

test('format: directives of txtpbfmt above the first field', () => {
  const text = 'a{b{c:1}}\n';
  assert.equal(formatted(`# txtpbfmt: disable\n${text}`), `# txtpbfmt: disable\n${text}`);
  assert.equal(
    formatted(`# head\n# txtpbfmt: expand_all_children\n${text}`),
    '# head\n# txtpbfmt: expand_all_children\na {\n  b {\n    c: 1\n  }\n}\n',
  );
  assert.equal(formatted(`${text}# txtpbfmt: disable\n`), 'a { b { c: 1 } }\n# txtpbfmt: disable\n');
});

test('format: blocks with syntax errors stay as they are', () => {
  assert.equal(formatted('a{b:1}\nlayer{ name }\nc{d:1}\n'), 'a { b: 1 }\nlayer{ name }\nc { d: 1 }\n');
  assert.equal(formatted('a{b:1}\nc{'), 'a{b:1}\nc{');
  assert.equal(formatted('\ufeffa{b:1}'), '\ufeffa { b: 1 }\n');
});

test('format: a range of lines', () => {
  const text = 'a{b:1}\nc{d:1}\ne{f:1}\n';
  const at = text.indexOf('d');
  const edits = formatRange(parse(text), { start: at, end: at }, usual);
  assert.equal(applyEdits(text, edits), 'a{b:1}\nc { d: 1 }\ne{f:1}\n');
});

test('format: the lines of a range are laid out as in the whole file', () => {
  const text = 'a{b:1}\n\n\n\n# note\nc{d:1}# end\n\nname :"x"\ne{\nf:1}\n   # last\n';
  const edits = format(parse(text), usual);
  for (let start = 0; start < text.length; start++) {
    const ranged = formatRange(parse(text), { start, end: start }, usual);
    for (const edit of ranged)
      assert.ok(
        edits.some((each) => isSame(each, edit)),
        JSON.stringify(edit),
      );
  }
  const whole = formatRange(parse(text), { start: 0, end: text.length }, usual);
  assert.equal(applyEdits(text, whole), applyEdits(text, edits));
});

function isSame(one: TextEdit, other: TextEdit): boolean {
  return (
    one.range.start === other.range.start &&
    one.range.end === other.range.end &&
    one.newText === other.newText
  );
}

test('format: 20,000 fields and deep nesting take linear time', () => {
  const deep = `${'a{'.repeat(90)}${'}'.repeat(90)}`;
  assert.ok(formatted(deep, { oneLineLimit: 40 }).length > deep.length);
  assert.equal(formatted('a:1\n'.repeat(20_000)), 'a: 1\n'.repeat(20_000));
});
