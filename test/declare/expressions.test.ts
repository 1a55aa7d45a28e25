import assert from 'node:assert/strict';
import test from 'node:test';
import { type Example, setUp } from './support/declared.ts';

/** The shape of the only top of a layer from an expression, or why it is unknown. */
function evaluate(expression: string | readonly (string | number)[], example: Example): string {
  const { tops, why, errors } = setUp({ My: { param: 'my_param', shapes: [expression] } }, example);
  assert.deepEqual(errors, []);
  return tops[0]?.includes('?') ? `${tops[0]} ${why.join(' ')}` : (tops[0] ?? '');
}

const image: Example = { bottoms: ['2x3x9x8'] };
const two: Example = { bottoms: ['2x3x9x8', '5x7'] };
const my = (text: string): Example => ({ ...image, text: `my_param { ${text} }` });

/** An expression for one axis, and its value. */
const numbers: readonly (readonly [expression: string, value: number, example?: Example])[] = [
  ['7', 7],
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 4 - 3', 3],
  ['-2 + 5', 3],
  ['7 % 4', 3],
  ['-7 % 4 + 10', 7], // the remainder has the sign of the dividend, as in C++
  // Integer division truncates toward 0.
  ['7 / 2', 3],
  ['(0 - 7) / 2 + 10', 7],
  ['2 * 7 / 2', 7],
  ['7 / 2 * 2', 6],
  ['1 / 2 + 1 / 2', 0],
  // Rounding functions keep the fraction of their operand.
  ['ceil(7 / 2)', 4],
  ['floor(7 / 2)', 3],
  ['floor((0 - 7) / 2) + 10', 6],
  ['round(7 / 2)', 4],
  ['round((0 - 7) / 2) + 10', 6], // rounds halves away from 0
  ['round(10 / 3)', 3],
  ['ceil(7 / 2 + 1 / 2)', 4],
  ['ceil(bottom[0][7 / 3] / 2)', 5], // the index is an integer: axis 2 has 9
  ['ceilDiv(7, 2)', 4],
  ['ceilDiv(8, 2)', 4],
  ['floor(2.5 * 3)', 7],
  ['2.0 * 3', 6],
  ['1e1', 10],
  ['min(4, 2, 3)', 2],
  ['max(4, 2, 3)', 4],
  ['max(5)', 5],
  ['floor(min(2.5, 3))', 2],
  ['1 < 2 ? 10 : 20', 10],
  ['2 <= 2 && 3 >= 3 && 3 > 2 && 1 != 2 ? 1 : 0', 1],
  ['1 > 2 || 2 == 3 ? 1 : 0', 0],
  ['!(1 > 2) ? 1 : 0', 1],
  ['!0 ? 1 : 0', 1],
  ['true && !false ? 1 : 0', 1],
  ['false ? 1 / 0 : 6', 6], // the other branch is not evaluated
  ['false && 1 / 0 > 1 ? 5 : 6', 6],
  ['true || 1 / 0 > 1 ? 5 : 6', 5],
  ['1 ? 2 ? 3 : 4 : 5', 3],
  ["'a' == 'a' ? 1 : 0", 1],
  ["'a' != 'a' ? 1 : 0", 0],
  ['1 == 1.0 ? 1 : 0', 1],
  // blobs
  ['bottom[0][2]', 9],
  ['bottom[0][-1]', 8],
  ['bottom[0][-4]', 2],
  ['bottom[0][1 + 1]', 9],
  ['bottom[num_bottoms - 1][0]', 5, two],
  ['rank(bottom[0])', 4],
  ['rank(bottom[1])', 2, two],
  ['count(bottom[0])', 432], // 2·3·9·8
  ['count(bottom[0], 1)', 216],
  ['count(bottom[0], 1, 3)', 27],
  ['count(bottom[0], -2)', 72],
  ['count(bottom[0], 0, -2)', 6],
  ['count(bottom[0], 2, 2)', 1],
  ['count(bottom[0], 4)', 1],
  ['count(bottom[0])', 1, { bottoms: ['scalar'] }],
  ['rank(bottom[0])', 0, { bottoms: ['scalar'] }],
  ['axes(bottom[0], 2)[1]', 8],
  ['[4, 5, 6][1]', 5],
  ['rank([bottom[0], 1])', 5],
  ['count(true ? bottom[0] : [1])', 432],
  ['num_bottoms', 2, two],
  ['num_bottoms', 0, {}],
  ['num_tops', 1],
  ['index + 4', 4],
  // fields
  ['my_param.scale', 2],
  ['my_param.scale', 5, my('scale: 5')],
  ['my_param.num_output', 0],
  ['my_param.num_output + 11', 10, my('num_output: 4294967295')], // an int of Caffe: -1
  ['my_param.big', 7, my('big: 4294967303')], // 2³² + 7
  ['my_param.kernel[1]', 5, my('kernel: 3 kernel: 5')],
  ['my_param.kernel[index]', 3, my('kernel: 3 kernel: 5')],
  ['my_param.kernel[size(my_param.kernel) - 1]', 5, my('kernel: [3, 5]')],
  ['size(my_param.kernel)', 2, my('kernel: 3 kernel: 5')],
  ['size(my_param.kernel)', 0],
  ['size(my_param.kernel) > 0 ? my_param.kernel[0] : 1', 1],
  ['has(my_param.scale) ? 1 : 0', 0],
  ['has(my_param.scale) ? 1 : 0', 1, my('scale: 2')],
  ['has(my_param) ? 1 : 0', 1, my('')],
  ['has(my_param.part.size) ? 1 : 0', 1, my('part { size: 4 }')],
  ['my_param.part.size', 4],
  ['my_param.part.size', 6, my('part { size: 6 }')],
  ['my_param.part.sides[0]', 8, my('part { sides: 8 }')],
  ['my_param.parts[1].size', 9, my('parts { size: 7 } parts { size: 9 }')],
  ['my_param.bias_term ? 1 : 0', 1],
  ['my_param.bias_term ? 1 : 0', 0, my('bias_term: false')],
  ['my_param.bias_term == false ? 1 : 0', 1, my('bias_term: false')],
  ['my_param.flags[1] ? 1 : 0', 1, my('flags: false flags: true')],
  ['my_param.mode == UP ? 1 : 0', 1],
  ["my_param.mode == 'DOWN' ? 1 : 0", 1, my('mode: DOWN')],
  ['DOWN != my_param.mode ? 1 : 0', 1],
  ['my_param.modes[1] == DOWN ? 1 : 0', 1, my('modes: UP modes: DOWN')],
  ["my_param.label == 'x' ? 1 : 0", 1, my('label: "x"')],
  ['phase == TRAIN ? 1 : 0', 1],
  ['floor(bottom[0][2] * my_param.ratio)', 4], // 4.5
  ['ceil(bottom[0][2] * my_param.exact)', 3], // 2.25
  ['floor(my_param.weights[1] * 4)', 6, my('weights: 1 weights: 1.5')],
  ['floor(my_param.exacts[0] * 10)', 1, my('exacts: 0.1')],
  // 0.1 as a float is slightly more than 0.1, but 30 times it is rounded to the float 3, as in Caffe.
  ['ceil(30 * my_param.ratio)', 3, my('ratio: 0.1')],
  // With a double it is not rounded to a float.
  ['ceil(30.0 * my_param.ratio)', 4, my('ratio: 0.1')],
];

for (const [expression, value, example = image] of numbers) {
  test(`number: ${expression} = ${value}`, () =>
    assert.equal(evaluate([expression], example), String(value)));
}

/** The shape rule of a top, and the resulting shape. */
const shapes: readonly (readonly [
  shape: string | readonly (string | number)[],
  expected: string,
  example?: Example,
])[] = [
  ['bottom[0]', '2x3x9x8'],
  [['bottom[0]'], '2x3x9x8'],
  [[1, 2, 'bottom[0][3]'], '1x2x8'],
  [[], 'scalar'],
  ['[]', 'scalar'],
  ['bottom[0]', 'scalar', { bottoms: ['scalar'] }],
  ['[bottom[0][0], 2 * bottom[0][1]]', '2x6'],
  ['[bottom[1], axes(bottom[0], 2)]', '5x7x9x8', two],
  [['bottom[1]', 4, 'axes(bottom[0], 2)'], '5x7x4x9x8', two],
  ['axes(bottom[0], 1, 3)', '3x9'],
  ['axes(bottom[0], -2)', '9x8'],
  ['axes(bottom[0], 0, -1)', '2x3x9'],
  ['axes(bottom[0], 2, 2)', 'scalar'],
  ['axes(axes(bottom[0], 1), 1)', '9x8'],
  ['rank(bottom[0]) == 4 ? axes(bottom[0], 0, 2) : bottom[0]', '2x3'],
  ['rank(bottom[0]) == 4 ? axes(bottom[0], 0, 2) : bottom[0]', '5x7', { bottoms: ['5x7'] }],
  ['bottom[rank(bottom[0]) == 4 ? 1 : 0]', '5x7', two],
  ['my_param.bias_term ? [1] : my_param.scale == 2 ? [2] : [3]', '1'],
  [['0 * 5'], '0'],
];

for (const [shape, expected, example = image] of shapes) {
  test(`shape: ${JSON.stringify(shape)} = ${expected}`, () =>
    assert.equal(evaluate(shape, example), expected));
}

const open = 'The declaration of `Source` leaves this size open.';
const undeclared = 'The declaration of `Open` does not specify its tops.';

/** Results with an unknown axis or rank. The bottoms are ?x3x?, one of unknown rank, and 5x7. */
const unknowns: readonly (readonly [shape: string | readonly (string | number)[], expected: string])[] = [
  ['bottom[0]', `?x3x? ${open}`],
  [['bottom[0][1]', 'bottom[0][2] * 2', 'ceil(bottom[0][2] / 2)'], `3x?x? ${open}`],
  [['0 * bottom[0][0]', 'bottom[0][0] - bottom[0][0]'], `0x? ${open}`],
  [['max(bottom[0][0], 4)', 'min(1, 2)'], `?x1 ${open}`],
  [['bottom[0][0] > 2 ? 1 : 2', 'bottom[0][0] == bottom[0][0] ? 3 : 4'], `?x3 ${open}`],
  [['bottom[0][0] == bottom[0][2] ? 3 : 4'], `? ${open}`],
  [['count(bottom[0])', 'rank(bottom[0])'], `?x3 ${open}`],
  [['!bottom[0][0] ? 1 : 2', '-bottom[0][0]'], `?x? ${open}`],
  [['bottom[0][0] > 1 && true ? 1 : 2', 'false && bottom[0][0] > 1 ? 1 : 2'], `?x2 ${open}`],
  ['bottom[0][0] > 2 ? bottom[0] : bottom[2]', `? ${open}`],
  [['bottom[2][bottom[0][0]]'], `? ${open}`], // an index must be known
  ['bottom[1]', `? ${undeclared}`],
  [[2, 'bottom[1]'], `? ${undeclared}`],
  [[2, 'bottom[1][1]', 'rank(bottom[1])', 'count(bottom[1], 1)'], `2x?x?x? ${undeclared}`],
  ['axes(bottom[1], 1)', `? ${undeclared}`],
  ['[axes(bottom[1], 1), 2]', `? ${undeclared}`],
  ['?', '? The declaration of `My` leaves this size open.'],
  [['?', 5], '?x5 The declaration of `My` leaves this size open.'],
];

for (const [shape, expected] of unknowns) {
  test(`unknown: ${JSON.stringify(shape)}`, () => {
    assert.equal(evaluate(shape, { bottoms: ['?x3x?', 'unknown', '5x7'] }), expected);
  });
}

/** Expressions that a layer does not match: the part with the mismatch, and why. */
const misfits: readonly (readonly [expression: string, why: string, example?: Example])[] = [
  ['bottom[0][4]', '`4` is out of range: the shape is 2×3×9×8'],
  ['bottom[0][-5]', '`-5` is out of range: the shape is 2×3×9×8'],
  ['bottom[0][0]', '`0` is out of range: the shape is scalar', { bottoms: ['scalar'] }],
  ['bottom[1][0]', '`1` is out of range: the layer has 1 bottom'],
  ['bottom[-1][0]', '`-1` is out of range: the layer has 1 bottom'],
  ['bottom[0][0]', '`0` is out of range: the layer has 0 bottoms', {}],
  ['count(bottom[0], 5)', '`5` is out of range: the shape is 2×3×9×8'],
  ['axes(bottom[0], 1, -5)[0]', '`-5` is out of range: the shape is 2×3×9×8'],
  ['axes(bottom[0], 1, 1)[0]', '`0` is out of range: the shape is scalar'],
  ['my_param.kernel[0]', '`kernel` has no value at index 0; the layer sets 0'],
  ['my_param.kernel[1]', '`kernel` has no value at index 1; the layer sets 1', my('kernel: 3')],
  ['my_param.kernel[0 - 1]', '`kernel` has no value at index -1; the layer sets 1', my('kernel: 3')],
  ['my_param.parts[0].size', '`parts` has no value at index 0; the layer sets 0'],
  ['my_param.kernel', '`kernel` is repeated; `kernel[0]` is the first value'],
  ['my_param.parts.size', '`parts` is repeated; `parts[0]` is the first value'],
  ['my_param.scale[0]', '`scale` is not repeated and has no index'],
  ['my_param.scal', '`scal` is not a field of MyParameter; did you mean `scale`?'],
  ['my_parm.scale', '`my_parm` is not a field of LayerParameter; did you mean `my_param`?'],
  ['zebra', '`zebra` is not a field of LayerParameter'],
  ['constructor', '`constructor` is not a field of LayerParameter'],
  ['my_param.__proto__', '`__proto__` is not a field of MyParameter'],
  ['my_param.scale.x', '`scale` is not a message and has no fields'],
  ['my_param.part', '`part` is a message; name one of its fields'],
  ['5 / (2 - 2)', '`(2 - 2)` is 0, which is not a valid divisor'],
  ['5 % my_param.num_output', '`my_param.num_output` is 0, which is not a valid divisor'],
  ['5 / 0.0', '`0.0` is 0, which is not a valid divisor'],
  ['ceilDiv(5, 0)', '`0` is 0, which is not a valid divisor'],
  ['ceil(5 / 0)', '`0` is 0, which is not a valid divisor'],
  [
    'bottom[0][2] * my_param.ratio',
    '`bottom[0][2] * my_param.ratio` is 4.5, not an integer; use `floor` or `ceil`',
  ],
  ['bottom[0][0.5]', '`0.5` is 0.5, not an integer; use `floor` or `ceil`'],
  ['1e300 * 1e300', '`1e300 * 1e300` is Infinity, not an integer; use `floor` or `ceil`'],
  ['65536 * 32768', '`65536 * 32768` is 2147483648, which exceeds the range of an int'],
  ['my_param.mode', "`my_param.mode` is the string 'UP', not a number"],
  ['my_param.bias_term', '`my_param.bias_term` is the boolean true, not a number'],
  ['1 + my_param.label', "`my_param.label` is the string '', not a number"],
  ['my_param.label ? 1 : 2', "`my_param.label` is the string '', not a boolean"],
  ['my_param.mode == DWON ? 1 : 2', '`DWON` is not a value of `mode`; did you mean `DOWN`?'],
  ["'SIDEWAYS' == my_param.mode ? 1 : 2", "`'SIDEWAYS'` is not a value of `mode`"],
  ['my_param.mode == 1 ? 1 : 2', "`my_param.mode == 1` compares the string 'UP' with the number 1"],
  ['my_param.mode < DOWN ? 1 : 2', "`my_param.mode < DOWN` compares the string 'UP' with the string 'DOWN'"],
  ['true < false ? 1 : 2', '`true < false` compares the boolean true with the boolean false'],
  ['true == 1 ? 1 : 2', '`true == 1` compares the boolean true with the number 1'],
];

for (const [expression, why, example = image] of misfits) {
  test(`mismatch: ${expression}`, () => {
    assert.equal(evaluate([expression], example), `? The declaration of \`My\` does not match: ${why}.`);
  });
}
