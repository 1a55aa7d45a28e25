import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, hasColor } from '../../../server/src/cli/output/terminal.ts';

const terminal = { isTTY: true, columns: 90 };
const pipe = {};

test('color: on a terminal, unless a variable or the option states otherwise', () => {
  assert.equal(hasColor('auto', terminal, {}), true);
  assert.equal(hasColor('auto', pipe, {}), false);
  assert.equal(hasColor('auto', terminal, { TERM: 'dumb' }), false);
  assert.equal(hasColor('auto', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }), false);
  assert.equal(hasColor('auto', terminal, { NO_COLOR: '' }), true);
  assert.equal(hasColor('auto', pipe, { FORCE_COLOR: '1' }), true);
  assert.equal(hasColor('auto', terminal, { FORCE_COLOR: '0' }), false);
  assert.equal(hasColor('always', pipe, { NO_COLOR: '1' }), true);
  assert.equal(hasColor('never', terminal, { FORCE_COLOR: '1' }), false);
});

test('columns: those of COLUMNS or of the terminal, at least 40; unlimited otherwise', () => {
  assert.equal(columnsOf(terminal, {}), 90);
  assert.equal(columnsOf(terminal, { COLUMNS: '70' }), 70);
  assert.equal(columnsOf(pipe, { COLUMNS: '70' }), 70);
  assert.equal(columnsOf(pipe, {}), undefined);
  assert.equal(columnsOf(pipe, { COLUMNS: 'many' }), undefined);
  assert.equal(columnsOf(terminal, { COLUMNS: '3' }), 40);
});
