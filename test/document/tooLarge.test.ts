import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostLayers, tooManyLayers } from '../../server/src/document/tooLarge.ts';
import { deploy } from '../../server/src/edit/deploy/index.ts';
import { upgradeFile, whyNotUpgraded } from '../../server/src/edit/upgrade/index.ts';
import { fixedText } from '../../server/src/features/codeActions/fixAll.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from '../support/fixture.ts';

const largest = 'layer {}'.repeat(mostLayers);

test('the largest net that is analyzed', () => {
  const document = open(largest);
  assert.equal(document.root, 'NetParameter');
  assert.ok(!diagnostics(document).some(({ code }) => code === 'tool/too-many-layers'));
});

for (const [shows, text] of [
  ['one more layer', `${largest} layer {}`],
  ['one more layer of the old syntax', `${largest} layers {}`],
  ['layers in a list', `layer: [${'{}, '.repeat(mostLayers)}{}]`],
] as const)
  test(`${shows} is too large: one diagnostic, and the text stays as it is`, () => {
    const document = open(text);
    const found = diagnostics(document).map(({ code, severity, range }) => [code, severity, range]);
    assert.deepEqual(found, [['tool/too-many-layers', 'warning', { start: 0, end: 'layer'.length }]]);
    assert.equal(fixedText(document).text, text);
    assert.deepEqual(upgradeFile(document), []);
    assert.equal(whyNotUpgraded(document), tooManyLayers);
    assert.deepEqual(deploy(document), { problem: tooManyLayers, unknown: [] });
  });

test('a net that shrinks is analyzed again', () => {
  const large = open(`${largest} layer {}`);
  const document = large.withText('layer { name: "a" }');
  assert.equal(document.isTooLarge, false);
  assert.deepEqual(
    diagnostics(document).map(({ code }) => code),
    diagnostics(open('layer { name: "a" }')).map(({ code }) => code),
  );
});
