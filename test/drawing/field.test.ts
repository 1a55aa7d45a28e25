import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toXml } from '../../server/src/drawing/svg/element.ts';
import { drawField, fieldText } from '../../server/src/drawing/svg/field.ts';

const axis = (size: number, stride: number, start: number) => ({ size, stride, start });

/** The rectangles of a picture: class, x, y, width, height. */
function boxes(field: Parameters<typeof drawField>[0]): string[] {
  const drawn = drawField(field);
  assert.ok(drawn);
  const pattern = /<rect class="([\w-]+)" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu;
  return [...toXml(drawn).matchAll(pattern)].map(([, ...parts]) => parts.join(' '));
}

test('the field of a value in the middle and of the next value are drawn on the input', () => {
  const field = { input: 'data', lengths: [28, 28], axes: [axis(8, 4, 0), axis(8, 4, 0)] };
  // 140 pixels for 28 positions: the middle value is the third one, from 12 on.
  assert.deepEqual(boxes(field), [
    'field-input 0 0 140 140',
    'field-next 80 80 40 40',
    'field-own 60 60 40 40',
  ]);
  assert.equal(fieldText(field), '8×8 of data 28×28, stride 4, offset 0');
});

test('a field that exceeds the input is drawn around it', () => {
  const field = { input: 'data', lengths: [10, 10], axes: [axis(30, 1, -10), axis(30, 1, -10)] };
  const [input, , own] = boxes(field);
  assert.equal(input, 'field-input 45.2 45.2 45.2 45.2');
  assert.equal(own, 'field-own 0 0 135.5 135.5');
  assert.equal(fieldText(field), '30×30 of data 10×10, stride 1, offset −10');
});

test('a field may cover the whole input, which may have one axis', () => {
  const all = { input: 'd', lengths: [50], axes: 'all' as const };
  assert.deepEqual(boxes(all), ['field-input 0 0 140 18', 'field-own 0 0 140 18']);
  assert.equal(fieldText(all), 'all of d 50');
});

test('an unknown size or other numbers of axes have no picture', () => {
  assert.equal(
    drawField({ input: 'd', lengths: [null, 5], axes: [axis(1, 1, 0), axis(1, 1, 0)] }),
    undefined,
  );
  assert.equal(drawField({ input: 'd', lengths: [], axes: 'all' }), undefined);
  assert.equal(drawField({ input: 'd', lengths: [2, 2, 2], axes: 'all' }), undefined);
  assert.equal(drawField({ input: 'd', lengths: [0, 0], axes: 'all' }), undefined);
});
