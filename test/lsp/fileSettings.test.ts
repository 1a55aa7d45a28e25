import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileSettings } from '../../server/src/lsp/fileSettings.ts';

const rules = (settings: FileSettings, uri: string) =>
  [...(settings.of(uri).analysis.usualRules ?? [])].map(([code, level]) => `${code} ${level}`);
const dialect = (settings: FileSettings, uri: string) => settings.of(uri).analysis.usualDialect;
const create = (value: unknown, folders: readonly { folder: string; value: unknown }[] = []) =>
  new FileSettings(value, folders, (analysis) => analysis);

test('a file has the settings of the innermost of its folders', () => {
  const settings = create({ dialect: 'bvlc' }, [
    { folder: 'file:///w', value: { dialect: 'ssd' } },
    { folder: 'file:///w/inner', value: { dialect: 'intel' } },
  ]);
  assert.equal(dialect(settings, 'file:///w/a.prototxt'), 'ssd');
  assert.equal(dialect(settings, 'file:///w/inner/a.prototxt'), 'intel');
  assert.equal(dialect(settings, 'file:///wide/a.prototxt'), 'bvlc');
  assert.equal(dialect(settings, 'untitled:Untitled-1'), 'bvlc');
});

test('overrides change the settings of the files that match, group by group, the last one last', () => {
  const settings = create({
    dialect: 'bvlc',
    rules: { a: 'off', b: 'hint' },
    overrides: {
      'deploy/*.prototxt': { rules: { b: 'error' }, dialect: 'ssd' },
      '*_test.prototxt': { dialect: 'intel' },
    },
  });
  const folder = [{ folder: 'file:///w%20w', value: undefined }];
  const inFolder = create(
    { overrides: { 'deploy/a b.prototxt': { dialect: 'ssd' } } },
    folder.map((each) => ({ ...each, value: { overrides: { 'deploy/a b.prototxt': { dialect: 'ssd' } } } })),
  );
  assert.deepEqual(rules(settings, 'deploy/x.prototxt'), ['a off', 'b error']);
  assert.equal(dialect(settings, 'deploy/x.prototxt'), 'ssd');
  assert.equal(dialect(settings, 'deploy/x_test.prototxt'), 'intel');
  assert.deepEqual(rules(settings, 'other/x.prototxt'), ['a off', 'b hint']);
  assert.equal(dialect(inFolder, 'file:///w%20w/deploy/a%20b.prototxt'), 'ssd');
});

test('files with the same settings have the same object, so that analyses are reused', () => {
  const settings = create({ overrides: { 'a*.prototxt': { dialect: 'ssd' } } });
  assert.equal(settings.of('file:///w/a1.prototxt'), settings.of('file:///w/a2.prototxt'));
  assert.notEqual(settings.of('file:///w/a1.prototxt'), settings.of('file:///w/b.prototxt'));
});

test('invalid overrides are ignored', () => {
  for (const overrides of [undefined, null, 5, [], { '*': 3 }, { '': { dialect: 'ssd' } }, { '[': {} }])
    assert.equal(dialect(create({ dialect: 'intel', overrides }), 'a.prototxt'), 'intel');
  const strange = JSON.parse(
    '{ "overrides": { "__proto__": { "dialect": "ssd" }, "*": { "__proto__": { "x": 1 } } } }',
  );
  assert.equal(dialect(create(strange), 'constructor'), 'auto');
  assert.equal(dialect(create({}), 'file:///%E0%A4%A'), 'auto');
});
