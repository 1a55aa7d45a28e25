import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, link, list, read, run, runEditing } from './support/run.ts';

const old = 'layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 1.0 } } }\n';

const commands = [
  ['check', '--fix'],
  ['upgrade', '--write'],
] as const;

for (const [command, option] of commands) {
  for (const hasLink of [false, true]) {
    const kind = hasLink ? 'a file with hard links' : 'a file';
    test(`${command} ${option}: ${kind} that is edited meanwhile is not written`, () => {
      const folder = `${command}-${hasLink}`;
      const name = file(`${folder}/net.prototxt`, old);
      if (hasLink) link(`${folder}/other`, name);
      const names = list(folder);
      assert.deepEqual(runEditing(name, command, option, name), {
        code: 2,
        out: '',
        err: `${name}: it was changed while it was being analyzed, so it was not written.\n`,
      });
      assert.equal(read(name), `${old}# edited\n`);
      assert.deepEqual(list(folder), names);
    });
  }
}

test('a copy that an interrupted run has left is named', () => {
  for (const [index, [command, option]] of commands.entries()) {
    const name = file(`left-${index}/net.prototxt`, old);
    link(`left-${index}/other`, name);
    const copy = file(`${name}.caffe-prototxt-1.backup`, old);
    const { err } = run(command, option, name);
    const expected = `${copy}: warning: an interrupted run has left this copy of ${name}. If that file was incomplete, restore it; then delete the copy.\n`;
    assert.ok(err.includes(expected), err);
  }
});

test('an edit of a different file does not matter', () => {
  const name = file('net.prototxt', old);
  const other = file('other.prototxt', old);
  assert.equal(runEditing(other, 'upgrade', '--write', name).code, 0);
  assert.match(read(name), /^layer /u);
});
