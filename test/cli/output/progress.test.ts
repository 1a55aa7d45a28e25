import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { showProgress, type Terminal } from '../../../server/src/cli/output/progress.ts';

function terminal(isTTY: boolean): { readonly to: Terminal; written(): string } {
  const stream = new PassThrough({ encoding: 'utf8' });
  return {
    to: { isTTY, columns: 12, write: (text) => stream.write(text) },
    written: () => stream.read() ?? '',
  };
}

test('progress: counts finished files on one line, which is cleared at the end', () => {
  const { to, written } = terminal(true);
  const progress = showProgress(20, to);
  progress.clear();
  assert.equal(written(), '');
  progress.step('a.prototxt');
  assert.equal(written(), '1/20 a.prot');
  progress.step('b.prototxt');
  assert.equal(written(), '\r\u001b[K2/20 b.prot');
  progress.clear();
  progress.clear();
  assert.equal(written(), '\r\u001b[K');
  for (let done = 3; done <= 20; done += 1) progress.step('c');
  assert.ok(written().endsWith('19/20 c\r\u001b[K'));
});

test('progress: none for few files or without a terminal', () => {
  for (const [total, isTTY] of [
    [19, true],
    [20, false],
  ] as const) {
    const { to, written } = terminal(isTTY);
    showProgress(total, to).step('a');
    assert.equal(written(), '');
  }
});
