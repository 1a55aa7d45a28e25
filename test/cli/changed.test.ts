import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, link, list, read, runEditing } from './support/run.ts';

const old = 'layers { name: "x" type: DUMMY_DATA top: "x" dummy_data_param { shape { dim: 1.0 } } }\n';

for (const [command, option] of [
  ['check', '--fix'],
  ['upgrade', '--write'],
] as const) {
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

test('an edit of a different file does not matter', () => {
  const name = file('net.prototxt', old);
  const other = file('other.prototxt', old);
  assert.equal(runEditing(other, 'upgrade', '--write', name).code, 0);
  assert.match(read(name), /^layer /u);
});
