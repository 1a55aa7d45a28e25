import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDeclarations } from '../../server/src/declare/declarations.ts';

/** What is wrong with a text, each with the piece of the text that it speaks of; warnings begin with `~`. */
function problems(text: string): string[] {
  return readDeclarations(text).problems.map(
    ({ message, range, severity }) =>
      `${severity === 'warning' ? '~' : ''}${text.slice(range.start, range.end)} | ${message}`,
  );
}

/** A file with one layer. */
const layer = (rules: string) => `{ "layers": { "My": ${rules} } }`;
/** A file with one expression for one axis; quotes in it are those of the expression. */
const axis = (expression: string) => layer(`{ "shapes": [["${expression}"]] }`);

test('everything that a file can say', () => {
  const text = `// of ours
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
  test(`nothing is said by ${JSON.stringify(text)}`, () => {
    const { declarations, problems: found } = readDeclarations(text);
    assert.deepEqual(found, []);
    assert.deepEqual([declarations.layers.size, declarations.inputShapes.length], [0, 0]);
    assert.deepEqual([declarations.dialect, declarations.proto], [undefined, undefined]);
  });
}

const arity = 'is a number, or the least and the most: `[1, 4]`, `[1, null]`.';
const shape = 'A shape is written `"1x3x224x224"` or `[1, 3, 224, 224]`, each axis from 0 to 2147483647.';
const keys = '`doc`, `param`, `bottoms`, `tops`, `loss`, `shapes`, `params`, `macs`';

const mistakes: readonly (readonly [text: string, ...problems: string[]])[] = [
  // JSON
  ['{ "dialect": "ssd" "proto": "a" }', '"proto" | A `,` is missing before this.'],
  ['{ "dialect" "ssd" }', '"ssd" | A `:` is missing here.'],
  ['{ dialect: "ssd" }', 'dialect | Names and texts stand in double quotes.'],
  ['{ "dialect": ssd }', 'ssd | Names and texts stand in double quotes.'],
  ['[]', '[] | The file is an object: write `{ … }`.'],
  ['"x"', '"x" | The file is an object: write `{ … }`.'],
  // the file
  ['{ "layer": {} }', '~"layer" | The file has no `layer`; did you mean `layers`?'],
  [
    '{ "zebra": 1 }',
    '~"zebra" | The file has no `zebra`; it has `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
  ],
  [
    '{ "__proto__": {}, "constructor": 1 }',
    '~"__proto__" | The file has no `__proto__`; it has `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
    '~"constructor" | The file has no `constructor`; it has `$schema`, `layers`, `inputShapes`, `states`, `dialect`, `proto`, `rules`.',
  ],
  ['{ "proto": "a", "proto": "b" }', '~"proto" | `proto` is given again below, and that counts.'],
  ['{ "layers": [] }', '[] | `layers` is an object: write `{ … }`.'],
  ['{ "inputShapes": 1 }', '1 | `inputShapes` is an object: write `{ … }`.'],
  ['{ "dialect": 5 }', '5 | `dialect` is a string in double quotes.'],
  ['{ "dialect": "sdd" }', '"sdd" | `sdd` is no fork of Caffe that is known; did you mean `ssd`?'],
  [
    '{ "dialect": "ssd+zebra" }',
    '"ssd+zebra" | `zebra` is no fork of Caffe that is known; for instance `bvlc`, `ssd` and `intel` are.',
  ],
  ['{ "proto": ["a"] }', '["a"] | `proto` is a string in double quotes.'],
  ['{ "proto": "" }', '"" | `proto` is the path of a caffe.proto.'],
  // input shapes
  ['{ "inputShapes": { "*": 5 } }', '5 | What stands behind a file pattern is an object: write `{ … }`.'],
  ['{ "inputShapes": { "*": { "data": "1x-3" } } }', `"1x-3" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": "" } } }', `"" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": [1, "3"] } } }', `[1, "3"] | ${shape}`],
  ['{ "inputShapes": { "*": { "data": [1.5] } } }', `[1.5] | ${shape}`],
  ['{ "inputShapes": { "*": { "data": "2147483648" } } }', `"2147483648" | ${shape}`],
  ['{ "inputShapes": { "*": { "data": 5 } } }', `5 | ${shape}`],
  // layers
  [
    '{ "layers": { "Convolution": {} } }',
    '~"Convolution" | `Convolution` is a layer of every Caffe; this declaration has no effect.',
  ],
  ['{ "layers": { "My Layer": {} } }', '"My Layer" | This cannot be the type of a layer.'],
  ['{ "layers": { "": {} } }', '"" | This cannot be the type of a layer.'],
  ['{ "layers": { "Python": {} } }', '"Python" | A Python layer is declared as `Python module.Class`.'],
  [
    '{ "layers": { "Python Class": {} } }',
    '"Python Class" | A Python layer is declared as `Python module.Class`.',
  ],
  [layer('5'), '5 | The declaration of a layer is an object: write `{ … }`.'],
  [layer('{ "shape": [] }'), '~"shape" | The declaration of a layer has no `shape`; did you mean `shapes`?'],
  [layer('{ "zebra": [] }'), `~"zebra" | The declaration of a layer has no \`zebra\`; it has ${keys}.`],
  [layer('{ "doc": 1 }'), '1 | `doc` is a string in double quotes.'],
  [layer('{ "param": null }'), 'null | `param` is a string in double quotes.'],
  [layer('{ "loss": 1 }'), '1 | `loss` is true or false.'],
  [layer('{ "bottoms": -1 }'), `-1 | \`bottoms\` ${arity}`],
  [layer('{ "bottoms": 1.5 }'), `1.5 | \`bottoms\` ${arity}`],
  [layer('{ "bottoms": "1" }'), `"1" | \`bottoms\` ${arity}`],
  [layer('{ "tops": [1] }'), `[1] | \`tops\` ${arity}`],
  [layer('{ "tops": [2, 1] }'), `[2, 1] | \`tops\` ${arity}`],
  [layer('{ "tops": [null, 1] }'), `[null, 1] | \`tops\` ${arity}`],
  [layer('{ "shapes": "bottom[0]" }'), '"bottom[0]" | `shapes` is a list with one shape for each top.'],
  [layer('{ "tops": 1, "shapes": [[1], [2]] }'), '~[2] | This is the shape of no top; `tops` is 1 at most.'],
  [
    layer('{ "shapes": [5] }'),
    '5 | A shape is a list such as `["bottom[0][0]", 10]`, or an expression in quotes.',
  ],
  [layer('{ "shapes": [[[1]]] }'), '[1] | An axis is a number, or an expression in quotes.'],
  [layer('{ "shapes": [[-1]] }'), '-1 | The length of an axis is a whole number from 0 to 2147483647.'],
  [layer('{ "shapes": [[1.5]] }'), '1.5 | The length of an axis is a whole number from 0 to 2147483647.'],
  [layer('{ "shapes": ["none"] }'), '"none" | `none` is for parameter blobs; a top always has a shape.'],
  [layer('{ "params": [] }'), '[] | `params` is an object of names and shapes.'],
  [
    layer('{ "params": { "weight": 5 } }'),
    '5 | A shape is a list such as `["bottom[0][0]", 10]`, or an expression in quotes.',
  ],
  [layer('{ "macs": 5 }'), '5 | This is an expression in quotes.'],
  // expressions
  [axis(''), '"" | An expression is missing here.'],
  [axis('1 +'), '+ | Something is missing behind this.'],
  [axis('1 2'), '2 | An operator is missing before this.'],
  [axis('2 * ()'), '( | Between these brackets something is missing.'],
  [axis('(1 + 2'), '2 | A `)` is missing here.'],
  [axis('min(1, 2'), '2 | A `)` is missing here.'],
  [axis('min(1 2)'), '2 | A `,` is missing before this.'],
  [axis('bottom[0][1'), '1 | A `]` is missing here.'],
  [axis("my.mode == 'UP"), 'P | The text in quotes is not closed.'],
  [axis('1 ? 2'), '2 | A `:` is missing here; a choice is written `test ? value : other`.'],
  [axis('3x'), 'x | A name cannot start with a digit.'],
  [axis('1..2'), '. | This is not a number.'],
  [axis('a = b'), '= | `=` cannot stand here.'],
  [axis('#'), '# | `#` cannot stand here.'],
  [axis('(1, 2)'), '(1, 2) | This cannot stand in an expression.'],
  [axis('this'), 'this | This cannot stand in an expression.'],
  [axis('null'), 'null | There is no `null` here; for no blob write `none`.'],
  [axis('2 ** 3'), '2 ** 3 | There is no operator `**`.'],
  [axis('1 + (a === b)'), '(a === b) | There is no operator `===`.'],
  [axis('1 + ~2'), '~2 | There is no operator `~` before a value.'],
  [
    axis('1 + foo(2)'),
    'foo | There is no function `foo`; there are min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [
    axis('1 + cnt(bottom[0])'),
    'cnt | There is no function `cnt`; there are min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [axis('2 * cell(3)'), 'cell | There is no function `cell`; did you mean `ceil`?'],
  [
    axis('a.b(1)'),
    'a.b(1) | Only functions can be called; there are min, max, floor, ceil, round, ceilDiv, rank, count, axes, has, size.',
  ],
  [axis('1 + ceil(1, 2)'), 'ceil(1, 2) | `ceil` takes 1 arguments, not 2.'],
  [axis('min()'), 'min() | `min` takes 1 or more arguments, not 0.'],
  [axis('count(bottom[0], 1, 2, 3)'), 'count(bottom[0], 1, 2, 3) | `count` takes 1 to 3 arguments, not 4.'],
  [axis('2 * bottom'), 'bottom | This is a shape, not a number; `bottom[0][1]` is one axis of a shape.'],
  [
    axis('2 * bottom[0]'),
    'bottom[0] | This is a shape, not a number; `bottom[0][1]` is one axis of a shape.',
  ],
  [axis('rank(2 * 3)'), '2 * 3 | This is one number, not a shape; a shape is written `[…]`.'],
  [axis('rank(bottom)'), 'bottom | Which of them? `bottom[0]` is the shape of the first bottom.'],
  [axis('axes(bottom[0], 1).x'), 'x | A shape has axes alone: `bottom[0][1]`.'],
  [axis('bottom.x'), 'bottom | Which of them? `bottom[0]` is the shape of the first bottom.'],
  [axis('1 + top[0][1]'), 'top[0] | The shapes of tops are known in `macs` alone.'],
  [axis('my.kernel[0][1]'), 'my.kernel[0][1] | A field has one index.'],
  [axis('my?.kernel'), 'my?.kernel | Fields of the layer are written `convolution_param.pad`.'],
  [axis('(1 + 2).kernel'), '(1 + 2) | Fields of the layer are written `convolution_param.pad`.'],
  [axis('has(1 + 2)'), '1 + 2 | `has` takes a field, as in `has(convolution_param.pad)`.'],
  [axis('size(my.kernel[0])'), 'my.kernel[0] | `size` takes a field, as in `size(convolution_param.pad)`.'],
  [axis('none'), 'none | `none` cannot be a part of something else.'],
  [axis('rank(1 ? bottom[0] : none)'), '1 ? bottom[0] : none | `none` cannot be a part of something else.'],
  [axis('[1,,2]'), '[1,,2] | A part of the list is missing.'],
  [axis('1'.repeat(501)), `${'1'.repeat(501)} | The expression has more than 500 characters.`],
  [layer('{ "shapes": ["2 * 3"] }'), '2 * 3 | This is one number, not a shape; a shape is written `[…]`.'],
  [
    layer('{ "shapes": ["1 ? bottom[0] : 2"] }'),
    '2 | This is one number, not a shape; a shape is written `[…]`.',
  ],
  [
    layer('{ "macs": "bottom[0]" }'),
    'bottom[0] | This is a shape, not a number; `bottom[0][1]` is one axis of a shape.',
  ],
  // several at once, in the order of the file
  [
    layer('{ "tops": -1, "shapes": [["1 +", 2, "* 3"], "x +"], "tpos": 1 }'),
    `-1 | \`tops\` ${arity}`,
    '+ | Something is missing behind this.',
    '* | `*` cannot stand here.',
    '+ | Something is missing behind this.',
    '~"tpos" | The declaration of a layer has no `tpos`; did you mean `tops`?',
  ],
];

for (const [text, ...expected] of mistakes) {
  test(`mistake: ${text.slice(0, 100)}`, () => assert.deepEqual(problems(text), expected));
}

test('escapes in a string do not shift the place of a mistake', () => {
  const text = layer(String.raw`{ "shapes": [["\u0031 \t+ foo(\"a\") + 2"]] }`);
  assert.match(problems(text)[0] ?? '', /^foo \| There is no function/);
});

test('the rest of a file with mistakes counts', () => {
  const { declarations } = readDeclarations(`{
    "layers": { "A": { "shapes": ["1 +", [2]], "tops": 2 }, "B": 5, "C": { "doc": "c" }, "D":
    "inputShapes": { "a": { "x": "1x2", "y": "?" } }, "dialect": 1, "proto": "p" }`);
  assert.deepEqual([...declarations.layers.keys()].slice(0, 2), ['A', 'C']);
  assert.equal(declarations.layers.get('C')?.doc, 'c');
});

test('every beginning of a file is read', () => {
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
  ['10,000 open brackets', '['.repeat(10_000), /More than 100 brackets/],
  ['10,000 open objects', '{"a":'.repeat(10_000), /More than 100 brackets/],
  ['10,000 parentheses', axis('('.repeat(10_000)), /more than 500 characters/],
  ['400 parentheses', axis('('.repeat(400)), /More than 50 brackets/],
  ['50 parentheses', axis('('.repeat(50)), /A `\)` is missing/],
  ['50 pairs of parentheses', axis('('.repeat(50) + ')'.repeat(50)), /^Between these brackets/],
  ['500 minus signs', axis(`${'-'.repeat(499)}1`), /^$/],
  ['250 indices', axis('a['.repeat(250)), /More than 50 brackets/],
  ['binary garbage', '\x00\x7fELF\x01\ufffd'.repeat(1000), /./],
  ['a megabyte of words', 'a '.repeat(500_000), /./],
];

for (const [shows, text, says] of dreadful) {
  test(shows, { timeout: 20_000 }, () =>
    assert.match(readDeclarations(text).problems[0]?.message ?? '', says),
  );
}

test('names of JavaScript are names like others', () => {
  const text =
    '{ "layers": { "__proto__": { "doc": "p" }, "constructor": {}, "toString": { "params": { "__proto__": [1] } } }, "inputShapes": { "__proto__": { "__proto__": "1" } } }';
  const { declarations, problems: found } = readDeclarations(text);
  assert.deepEqual(found, []);
  assert.deepEqual([...declarations.layers.keys()], ['__proto__', 'constructor', 'toString']);
  assert.equal(declarations.layers.get('__proto__')?.doc, 'p');
  assert.deepEqual(declarations.inputShapes[0]?.shapes.get('__proto__'), [1]);
  assert.equal(Object.hasOwn(Object.prototype, 'doc'), false);
});

test('any expression is read, with places in it', () => {
  const word = fc.constantFrom(
    ...[
      'bottom',
      'top',
      '[',
      ']',
      '(',
      ')',
      '0',
      '1',
      '2.5',
      '+',
      '-',
      '*',
      '/',
      '%',
      '?',
      ':',
      '.',
      ',',
      '==',
      '&&',
      '!',
    ],
    ...[
      'min',
      'axes',
      'count',
      'rank',
      'has',
      'a',
      'A',
      "'x'",
      "'",
      'none',
      'index',
      'true',
      'null',
      'this',
      '?.',
      '=',
      ';',
      '#',
      '=>',
      '`',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 15 }), fc.constantFrom('', ' '), (words, space) => {
      const text = layer(
        JSON.stringify({ shapes: [words.join(space), [words.join(space)]], macs: words.join(space) }),
      );
      for (const { range } of readDeclarations(text).problems) {
        assert.ok(0 < range.start && range.start <= range.end && range.end < text.length);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a misspelt blob', () => {
  const text = '{ "layers": { "Mine": { "shapes": ["botom[0]"] } } }';
  const [problem] = readDeclarations(text).problems;
  assert.equal(problem?.message, '`botom` is no blob; did you mean `bottom`?');
});
