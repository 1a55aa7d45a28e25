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

/** The mistakes that people make most, each in a file of its own, and what a quick fix makes of it. */

const folder = fileURLToPath(new URL('.', import.meta.url));

for (const { name, code, marks, line, says, fix, dialect = 'bvlc' } of mistakes) {
  test(`${name}: ${code} is shown and mended`, () => {
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

  test(`${name}: the mended file is accepted`, () => {
    const document = open(read(name, 'fixed'), name, dialect);
    assert.deepEqual(
      diagnostics(document)
        .filter(({ severity, code: other }) => severity === 'error' || other === code)
        .map(({ message }) => message),
      [],
    );
  });
}

test('every folder of a mistake stands in the table', () => {
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
