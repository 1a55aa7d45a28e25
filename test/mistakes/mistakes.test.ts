import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDocument, type Document } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { mistakes } from './table.ts';

/** Common mistakes, each with a file and the result of a quick fix. See README.md. */

const folder = fileURLToPath(new URL('.', import.meta.url));

for (const { name, code, marks, line, says, fix, dialect = 'bvlc' } of mistakes) {
  test(`${name}: ${code} is reported and fixed`, () => {
    const bad = read(name, 'bad');
    const document = open(bad, name, dialect);
    const found = diagnostics(document).find((diagnostic) => diagnostic.code === code);
    assert.ok(found, shown(document));
    assert.equal(bad.slice(found.range.start, found.range.end), marks);
    assert.equal(bad.slice(0, found.range.start).split('\n').length, line);
    assert.ok(found.message.includes(says), found.message);
    const offered = codeActions(document, found.range).filter(({ diagnostic }) => diagnostic?.code === code);
    const chosen = offered.find(({ title }) => title === fix);
    assert.ok(chosen, `offered: ${offered.map(({ title }) => title).join(' | ')}`);
    assert.equal(applyEdits(bad, chosen.edits), read(name, 'fixed'));
  });

  test(`${name}: the fixed file is accepted`, () => {
    const document = open(read(name, 'fixed'), name, dialect);
    assert.deepEqual(
      diagnostics(document)
        .filter(({ severity, code: other }) => severity === 'error' || other === code)
        .map(({ message }) => message),
      [],
    );
  });
}

test('every folder of a mistake is in the table', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map((entry) => entry.name).sort(), mistakes.map(({ name }) => name).sort());
});

function read(name: string, file: 'bad' | 'fixed'): string {
  return readFileSync(join(folder, name, `${file}.prototxt`), 'utf8');
}

function open(text: string, name: string, dialect: string): Document {
  const uri = name.includes('solver') ? 'solver.prototxt' : 'net.prototxt';
  return createDocument({ uri, version: 0, text, settings: { ...defaultSettings, dialect } });
}

function shown(document: Document): string {
  return diagnostics(document)
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n');
}
