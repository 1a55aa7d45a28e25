import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../support/fixture.ts';

const net = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 } } }';

function stating(count: number): string {
  return Array.from({ length: count }, (_, at) => `# caffe-state: TEST s${at}\n`).join('') + net;
}

test('a net is built in at most 64 states, and a notice at the next one says how many are left out', () => {
  const document = open(stating(1_100));
  assert.equal(document.states().states.length, 64);
  const [notice] = diagnostics(document).filter(({ code }) => code === 'tool/too-many-states');
  assert.equal(notice?.message, 'The net is built in the first 64 states; 1,036 others are left out.');
  assert.equal(document.text.slice(notice?.range.start, notice?.range.end), 'TEST s64');
});

test('64 states are all built', () => {
  const document = open(stating(64));
  assert.equal(document.states().states.length, 64);
  assert.ok(!diagnostics(document).some(({ code }) => code === 'tool/too-many-states'));
});
