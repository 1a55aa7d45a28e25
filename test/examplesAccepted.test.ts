import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { createDocument } from '../server/src/document/document.ts';
import { defaultSettings } from '../server/src/document/settings.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';

const folder = new URL('../examples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.prototxt'));

for (const file of files) {
  const url = new URL(file, folder);
  const text = readFileSync(url, 'utf8');
  const document = createDocument({ uri: url.href, version: 1, text, settings: defaultSettings });

  test(`Caffe accepts ${file} in both phases`, () => {
    const errors = diagnostics(document).filter((diagnostic) => diagnostic.severity === 'error');
    assert.deepEqual(errors, []);
  });

  test(`${file} uses the ${file === 'ssd300.prototxt' ? 'SSD' : 'BVLC'} dialect`, () => {
    assert.equal(document.dialect.name, file === 'ssd300.prototxt' ? 'ssd' : 'bvlc');
  });

  test(`${file} is ${file.endsWith('_solver.prototxt') ? 'a solver' : 'a net'}`, () => {
    assert.equal(document.root, file.endsWith('_solver.prototxt') ? 'SolverParameter' : 'NetParameter');
  });

  test(`the first line of ${file} describes it`, () => {
    assert.match(text, /^# .*\./);
  });
}
