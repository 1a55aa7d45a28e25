import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const cli = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'caffe-prototxt-'));
after(() => rmSync(folder, { recursive: true }));

test('files for several cores: every report, in the order of the files', () => {
  const layer = (index: number) =>
    `layer { name: "r${index}" type: "ReLU" bottom: "x" top: "x" } # ${'·'.repeat(80)}\n`;
  const body = Array.from({ length: 2000 }, (_, index) => layer(index)).join('');
  const names = Array.from({ length: 5 }, (_, index) => `net${index}.prototxt`);
  names.forEach((name, index) => {
    const shape = `input_param { shape { dim: ${index + 1} } }`;
    writeFileSync(join(folder, name), `layer { name: "in" type: "Input" top: "x" ${shape} }\n${body}`);
  });
  const files = [...names.slice(0, 3), 'missing.prototxt', ...names.slice(3)];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'summary', '--format', 'json', ...files],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  assert.equal(status, 2);
  assert.match(stderr, /^missing\.prototxt: /u);
  const reports: { file: string; layers: { topShapes: number[][] }[] }[] = JSON.parse(stdout);
  assert.deepEqual(
    reports.map(({ file, layers }) => [file, layers.length, layers.at(-1)?.topShapes[0]?.[0]]),
    names.map((name, index) => [name, 2001, index + 1]),
  );
});
