import assert from 'node:assert/strict';
import test from 'node:test';
import { readDeclarations } from '../../server/src/declare/declarations.ts';

/** The problems of a text, each with the text of its range; warnings begin with `~`. */
function problems(text: string): string[] {
  return readDeclarations(text).problems.map(
    ({ message, range, severity }) =>
      `${severity === 'warning' ? '~' : ''}${text.slice(range.start, range.end)} | ${message}`,
  );
}

/** A file with one layer. */
const layer = (rules: string) => `{ "layers": { "My": ${rules} } }`;
/** A file with one expression for one axis; its quotes are those of the expression. */
const axis = (expression: string) => layer(`{ "shapes": [["${expression}"]] }`);

test('a file with all properties', () => {
  const text = `// custom layers
    {
      "$schema": "https://example.org/schema.json",
      "layers": {
        "MyUpsample": { "doc": "Doubles.", "param": "my_param", "bottoms": 1, "tops": 1, "shapes": ["bottom[0]"], },
        "Python a.b.C": {},
      },
      "inputShapes": {
        "models/**/train*.prototxt": { "data": "32x3x224x224", "label": [32] },
        "deploy.prototxt": { "data": "1 × 3 × 10 × 10", "scalar": [], "list": "1,2", "empty": "0x4" }
      },
      "dialect": "ssd",
      "proto": "src/caffe.proto",
    }`;
  const { declarations, problems: found } = readDeclarations(text);
  assert.deepEqual(found, []);
  assert.deepEqual([...declarations.layers.keys()], ['MyUpsample', 'Python a.b.C']);
  const upsample = declarations.layers.get('MyUpsample');
  assert.deepEqual(
    [upsample?.type, upsample?.doc, upsample?.paramField],
    ['MyUpsample', 'Doubles.', 'my_param'],
  );
  assert.equal(declarations.layers.get('Python a.b.C')?.paramField, 'python_param');
  assert.deepEqual(
    declarations.inputShapes.map(({ pattern, shapes }) => [pattern, Object.fromEntries(shapes)]),
    [
      ['models/**/train*.prototxt', { data: [32, 3, 224, 224], label: [32] }],
      ['deploy.prototxt', { data: [1, 3, 10, 10], scalar: [], list: [1, 2], empty: [0, 4] }],
    ],
  );
  assert.deepEqual([declarations.dialect, declarations.proto], ['ssd', 'src/caffe.proto']);
});

for (const text of ['', ' \n', '// nothing yet', '{}', '\ufeff{}', '{ /* a */ }']) {
  test(`${JSON.stringify(text)} declares nothing`, () => {
    const { declarations, problems: found } = readDeclarations(text);
    assert.deepEqual(found, []);
    assert.deepEqual([declarations.layers.size, declarations.inputShapes.length], [0, 0]);
    assert.deepEqual([declarations.dialect, declarations.proto], [undefined, undefined]);
  });
}

const arity = 'must be a number, or a minimum and maximum: `[1, 4]`, `[1, null]`.';
const shape = 'A shape has the form `"1x3x224x224"` or `[1, 3, 224, 224]`, with axes from 0 to 2147483647.';
const keys = '`doc`, `param`, `bottoms`, `tops`, `loss`, `shapes`, `params`, `macs`';

const mistakes: readonly (readonly [text: string, ...problems: string[]])[] = [
  // JSON
  ['{ "dialect": "ssd" "proto": "a" }', '"proto" | Missing `,` before this.'],
  ['{ "dialect" "ssd" }', '"ssd" | Missing `:`.'],
  ['{ dialect: "ssd" }', 'dialect | Property names and strings must be double-quoted.'],
  ['{ "dialect": ssd }', 'ssd | Property names and strings must be double-quoted.'],
  ['[]', '[] | The file must be an object: `{ … }`.'],
  ['"x"', '"x" | The file must be an object: `{ … }`.'],
  // the file
  ['{ "layer": {} }', '~"layer" | The file has no property `layer`; did you mean `layers`?'],
  [
    '{ "zebra": 1 }',
    '~"zebra" | The file has no property `zebra`; valid properties: `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
  ],
  [
    '{ "__proto__": {}, "constructor": 1 }',
    '~"__proto__" | The file has no property `__proto__`; valid properties: `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
    '~"constructor" | The file has no property `constructor`; valid properties: `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
  ],
  ['{ "proto": "a", "proto": "b" }', '~"proto" | Duplicate `proto`; only the last one is used.'],
  ['{ "layers": [] }', '[] | `layers` must be an object: `{ … }`.'],
  ['{ "inputShapes": 1 }', '1 | `inputShapes` must be an object: `{ … }`.'],
  ['{ "dialect": 5 }', '5 | `dialect` must be a string in double quotes.'],
  ['{ "dialect": "sdd" }', '"sdd" | There is no dialect `sdd`. Did you mean `ssd`?'],
  [
    '{ "dialect": "ssd+zebra" }',
    '"ssd+zebra" | There is no dialect `zebra`. Known dialects include `bvlc`, `ssd` and `intel`; the README lists all of them.',
  ],
  ['{ "proto": ["a"] }', '["a"] | `proto` must be a string in double quotes.'],
  ['{ "proto": "" }', '"" | `proto` must be the path of a caffe.proto.'],
  // input shapes
  ['{ "inputShapes": { "*": 5 } }', '5 | The value of a file pattern must be an object: `{ … }`.'],
  ['{ "inputShapes": { "*": { "data": "1x-3" } } }', `"1x-3" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": "" } } }', `"" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": [1, "3"] } } }', `[1, "3"] | ${shape}`],
  ['{ "inputShapes": { "*": { "data": [1.5] } } }', `[1.5] | ${shape}`],
  ['{ "inputShapes": { "*": { "data": "2147483648" } } }', `"2147483648" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": 5 } } }', `5 | ${shape}`],
  // layers
  [
    '{ "layers": { "Convolution": {} } }',
    '~"Convolution" | `Convolution` is a built-in layer type; this declaration has no effect.',
  ],
  ['{ "layers": { "My Layer": {} } }', '"My Layer" | Invalid layer type.'],
  ['{ "layers": { "": {} } }', '"" | Invalid layer type.'],
  ['{ "layers": { "Python": {} } }', '"Python" | The key of a Python layer must be `Python module.Class`.'],
  [
    '{ "layers": { "Python Class": {} } }',
    '"Python Class" | The key of a Python layer must be `Python module.Class`.',
  ],
  [layer('5'), '5 | A layer declaration must be an object: `{ … }`.'],
  [
    layer('{ "shape": [] }'),
    '~"shape" | A layer declaration has no property `shape`; did you mean `shapes`?',
  ],
  [
    layer('{ "zebra": [] }'),
    `~"zebra" | A layer declaration has no property \`zebra\`; valid properties: ${keys}.`,
  ],
  [layer('{ "doc": 1 }'), '1 | `doc` must be a string in double quotes.'],
  [layer('{ "param": null }'), 'null | `param` must be a string in double quotes.'],
  [layer('{ "loss": 1 }'), '1 | `loss` must be true or false.'],
  [layer('{ "bottoms": -1 }'), `-1 | \`bottoms\` ${arity}`],
  [layer('{ "bottoms": 1.5 }'), `1.5 | \`bottoms\` ${arity}`],
  [layer('{ "bottoms": "1" }'), `"1" | \`bottoms\` ${arity}`],
  [layer('{ "tops": [1] }'), `[1] | \`tops\` ${arity}`],
  [layer('{ "tops": [2, 1] }'), `[2, 1] | \`tops\` ${arity}`],
  [layer('{ "tops": [null, 1] }'), `[null, 1] | \`tops\` ${arity}`],
  [layer('{ "shapes": "bottom[0]" }'), '"bottom[0]" | `shapes` must be a list with one shape per top.'],
  [layer('{ "tops": 1, "shapes": [[1], [2]] }'), '~[2] | No top has this shape; `tops` is at most 1.'],
  [
    layer('{ "shapes": [5] }'),
    '5 | A shape must be a list such as `["bottom[0][0]", 10]`, or an expression in quotes.',
  ],
  [layer('{ "shapes": [[[1]]] }'), '[1] | An axis must be a number, or an expression in quotes.'],
  [layer('{ "shapes": [[-1]] }'), '-1 | An axis length must be an integer from 0 to 2147483647.'],
  [layer('{ "shapes": [[1.5]] }'), '1.5 | An axis length must be an integer from 0 to 2147483647.'],
  [
    layer('{ "shapes": ["none"] }'),
    '"none" | `none` is only valid for parameter blobs; a top always has a shape.',
  ],
  [layer('{ "params": [] }'), '[] | `params` must be an object of names and shapes.'],
  [
    layer('{ "params": { "weight": 5 } }'),
    '5 | A shape must be a list such as `["bottom[0][0]", 10]`, or an expression in quotes.',
  ],
  [layer('{ "macs": 5 }'), '5 | Expected an expression in quotes.'],
  // expressions
  [axis(''), '"" | The expression is empty.'],
  [axis('1 +'), '+ | Expected an operand after this.'],
  [axis('1 2'), '2 | Missing operator before this.'],
  [axis('2 * ()'), '( | The brackets are empty.'],
  [axis('(1 + 2'), '2 | Missing `)`.'],
  [axis('min(1, 2'), '2 | Missing `)`.'],
  [axis('min(1 2)'), '2 | Missing `,` before this.'],
  [axis('bottom[0][1'), '1 | Missing `]`.'],
  [axis("my.mode == 'UP"), 'P | Unclosed string.'],
  [axis('1 ? 2'), '2 | Missing `:`; a conditional has the form `test ? value : other`.'],
  [axis('3x'), 'x | A name cannot start with a digit.'],
  [axis('1..2'), '. | Invalid number.'],
  [axis('a = b'), '= | Unexpected `=`.'],
  [axis('#'), '# | Unexpected `#`.'],
  [axis('(1, 2)'), '(1, 2) | This is not supported in expressions.'],
  [axis('this'), 'this | This is not supported in expressions.'],
  [axis('null'), 'null | `null` is not supported; use `none` for no blob.'],
  [axis('2 ** 3'), '2 ** 3 | Unknown operator `**`.'],
  [axis('1 + (a === b)'), '(a === b) | Unknown operator `===`.'],
  [axis('1 + ~2'), '~2 | Unknown unary operator `~`.'],
  [
    axis('1 + foo(2)'),
    'foo | Unknown function `foo`; valid functions: min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [
    axis('1 + cnt(bottom[0])'),
    'cnt | Unknown function `cnt`; valid functions: min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [axis('2 * cell(3)'), 'cell | Unknown function `cell`; did you mean `ceil`?'],
  [
    axis('a.b(1)'),
    'a.b(1) | Only functions can be called; valid functions: min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [axis('1 + ceil(1, 2)'), 'ceil(1, 2) | `ceil` requires 1 arguments, not 2.'],
  [axis('min()'), 'min() | `min` requires 1 or more arguments, not 0.'],
  [
    axis('count(bottom[0], 1, 2, 3)'),
    'count(bottom[0], 1, 2, 3) | `count` requires 1 to 3 arguments, not 4.',
  ],
  [axis('2 * bottom'), 'bottom | Expected a number, found a shape; `bottom[0][1]` is one axis of a shape.'],
  [
    axis('2 * bottom[0]'),
    'bottom[0] | Expected a number, found a shape; `bottom[0][1]` is one axis of a shape.',
  ],
  [axis('rank(2 * 3)'), '2 * 3 | Expected a shape, found a single number; a shape is a list `[…]`.'],
  [axis('rank(bottom)'), 'bottom | An index is missing: `bottom[0]` is the shape of the first bottom.'],
  [axis('axes(bottom[0], 1).x'), 'x | A shape has only axes: `bottom[0][1]`.'],
  [axis('bottom.x'), 'bottom | An index is missing: `bottom[0]` is the shape of the first bottom.'],
  [axis('1 + top[0][1]'), 'top[0] | The shapes of tops are available only in `macs`.'],
  [axis('my.kernel[0][1]'), 'my.kernel[0][1] | A field has only one index.'],
  [axis('my?.kernel'), 'my?.kernel | A field of the layer has the form `convolution_param.pad`.'],
  [axis('(1 + 2).kernel'), '(1 + 2) | A field of the layer has the form `convolution_param.pad`.'],
  [axis('has(1 + 2)'), '1 + 2 | `has` requires a field: `has(convolution_param.pad)`.'],
  [axis('size(my.kernel[0])'), 'my.kernel[0] | `size` requires a field: `size(convolution_param.pad)`.'],
  [axis('none'), 'none | `none` cannot be part of a larger expression.'],
  [
    axis('rank(1 ? bottom[0] : none)'),
    '1 ? bottom[0] : none | `none` cannot be part of a larger expression.',
  ],
  [axis('[1,,2]'), '[1,,2] | A list item is missing.'],
  [axis('1'.repeat(501)), `${'1'.repeat(501)} | The expression exceeds 500 characters.`],
  [
    layer('{ "shapes": ["2 * 3"] }'),
    '2 * 3 | Expected a shape, found a single number; a shape is a list `[…]`.',
  ],
  [
    layer('{ "shapes": ["1 ? bottom[0] : 2"] }'),
    '2 | Expected a shape, found a single number; a shape is a list `[…]`.',
  ],
  [
    layer('{ "macs": "bottom[0]" }'),
    'bottom[0] | Expected a number, found a shape; `bottom[0][1]` is one axis of a shape.',
  ],
  // several at once, in file order
  [
    layer('{ "tops": -1, "shapes": [["1 +", 2, "* 3"], "x +"], "tpos": 1 }'),
    `-1 | \`tops\` ${arity}`,
    '+ | Expected an operand after this.',
    '* | Unexpected `*`.',
    '+ | Expected an operand after this.',
    '~"tpos" | A layer declaration has no property `tpos`; did you mean `tops`?',
  ],
];

for (const [text, ...expected] of mistakes) {
  test(`error: ${text.slice(0, 100)}`, () => assert.deepEqual(problems(text), expected));
}

test('escapes in a string do not shift the range of an error', () => {
  const text = layer(String.raw`{ "shapes": [["\u0031 \t+ foo(\"a\") + 2"]] }`);
  assert.match(problems(text)[0] ?? '', /^foo \| Unknown function/);
});

test('the rest of a file with errors is used', () => {
  const { declarations } = readDeclarations(`{
    "layers": { "A": { "shapes": ["1 +", [2]], "tops": 2 }, "B": 5, "C": { "doc": "c" }, "D":
    "inputShapes": { "a": { "x": "1x2", "y": "?" } }, "dialect": 1, "proto": "p" }`);
  assert.deepEqual([...declarations.layers.keys()].slice(0, 2), ['A', 'C']);
  assert.equal(declarations.layers.get('C')?.doc, 'c');
});

test('every prefix of a file can be read', () => {
  const text = layer(
    '{ "doc": "\\u0041", "bottoms": [1, null], "shapes": [["bottom[0][0] * 2", 3]], "params": {} }',
  );
  for (let length = 0; length <= text.length; length++) {
    for (const { range } of readDeclarations(text.slice(0, length)).problems) {
      assert.ok(0 <= range.start && range.start <= range.end && range.end <= length);
    }
  }
});

const dreadful: readonly (readonly [shows: string, text: string, says: RegExp])[] = [
  ['10,000 open brackets', '['.repeat(10_000), /deeper than 100 levels/],
  ['10,000 open objects', '{"a":'.repeat(10_000), /deeper than 100 levels/],
  ['10,000 parentheses', axis('('.repeat(10_000)), /exceeds 500 characters/],
  ['400 parentheses', axis('('.repeat(400)), /deeper than 50 levels/],
  ['50 parentheses', axis('('.repeat(50)), /Missing `\)`/],
  ['50 pairs of parentheses', axis('('.repeat(50) + ')'.repeat(50)), /^The brackets are empty/],
  ['500 minus signs', axis(`${'-'.repeat(499)}1`), /^$/],
  ['250 indices', axis('a['.repeat(250)), /deeper than 50 levels/],
  ['binary garbage', '\x00\x7fELF\x01\ufffd'.repeat(1000), /./],
  ['a megabyte of words', 'a '.repeat(500_000), /./],
];

for (const [shows, text, says] of dreadful) {
  test(shows, { timeout: 20_000 }, () =>
    assert.match(readDeclarations(text).problems[0]?.message ?? '', says),
  );
}

test('names from JavaScript have no special meaning', () => {
  const text =
    '{ "layers": { "__proto__": { "doc": "p" }, "constructor": {}, "toString": { "params": { "__proto__": [1] } } }, "inputShapes": { "__proto__": { "__proto__": "1" } } }';
  const { declarations, problems: found } = readDeclarations(text);
  assert.deepEqual(found, []);
  assert.deepEqual([...declarations.layers.keys()], ['__proto__', 'constructor', 'toString']);
  assert.equal(declarations.layers.get('__proto__')?.doc, 'p');
  assert.deepEqual(declarations.inputShapes[0]?.shapes.get('__proto__'), [1]);
  assert.equal(Object.hasOwn(Object.prototype, 'doc'), false);
});

test('a misspelled blob', () => {
  const text = '{ "layers": { "Mine": { "shapes": ["botom[0]"] } } }';
  const [diagnostic] = readDeclarations(text).problems;
  assert.equal(diagnostic?.message, 'Unknown blob `botom`; did you mean `bottom`?');
});

test('the dialect `auto` is that of a file without one', () => {
  const { declarations, problems } = readDeclarations('{ "dialect": "auto" }');
  assert.deepEqual([declarations.dialect, problems], [undefined, []]);
});
