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

/** A common mistake: its diagnostic, and the quick fix that corrects it. See README.md. */
interface Mistake {
  readonly code: string;
  /** The line of the diagnostic, from 1. */
  readonly line: number;
  /** The text in its range. */
  readonly marks: string;
  readonly message: string;
  /** The title of the quick fix. */
  readonly fix: string;
  /** BVLC Caffe if absent. */
  readonly dialect?: string;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

for (const name of folders()) {
  const {
    code,
    line,
    marks,
    message,
    fix,
    dialect = 'bvlc',
  }: Mistake = JSON.parse(read(name, 'expected.json'));

  test(`${name}: ${code} is reported and fixed`, () => {
    const bad = read(name, 'bad.prototxt');
    const document = open(bad, name, dialect);
    const found = diagnostics(document).find((diagnostic) => diagnostic.code === code);
    assert.ok(found, shown(document));
    assert.equal(bad.slice(found.range.start, found.range.end), marks);
    assert.equal(bad.slice(0, found.range.start).split('\n').length, line);
    assert.equal(found.message, message);
    const offered = codeActions(document, found.range).filter(({ diagnostic }) => diagnostic?.code === code);
    const chosen = offered.find(({ title }) => title === fix);
    assert.ok(chosen, `offered: ${offered.map(({ title }) => title).join(' | ')}`);
    assert.equal(applyEdits(bad, chosen.edits), read(name, 'fixed.prototxt'));
  });

  test(`${name}: the fixed file is accepted`, () => {
    const document = open(read(name, 'fixed.prototxt'), name, dialect);
    assert.deepEqual(
      diagnostics(document)
        .filter(({ severity, code: other }) => severity === 'error' || other === code)
        .map(({ message }) => message),
      [],
    );
  });
}

function folders(): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8');
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
