import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { Effort } from '../../../server/src/fixes/effort.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const net = '# "a" net\nname: "#x"\nlayer { name: "x" type: "Input" top: "x" } # end\n';

function found(text: string) {
  return diagnostics(open(text)).filter(({ code }) => code === 'comment/line-end');
}

test('a comment that hides lines that end with CR', () => {
  for (const text of [
    net.replaceAll('\n', '\r'),
    net.replace('net\n', 'net\r'),
    `name: "y"\r${net}`.replace('net\n', 'net\r'),
  ]) {
    const [problem, ...others] = found(text);
    assert.deepEqual(others, []);
    assert.equal(problem && text.slice(problem.range.start, problem.range.end), '# "a" net');
    const [fix] = problem?.fixes?.(new Effort()) ?? [];
    assert.deepEqual(found(applyEdits(text, fix?.edits ?? [])), []);
  }
});

test('other line ends, and carriage returns that hide nothing', () => {
  for (const text of [
    net,
    net.replaceAll('\n', '\r\n'),
    net.replaceAll('\n', '\r\r\n'),
    `${net}# end\r`,
    'name: "x"\rlayer {}\r',
    'name: "#\rx"',
  ])
    assert.deepEqual(found(text), []);
});
