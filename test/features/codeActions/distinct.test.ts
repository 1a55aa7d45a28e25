import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions } from '../../../server/src/features/codeActions/codeActions.ts';
import { distinct } from '../../../server/src/features/codeActions/distinct.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }\n';

function actionsIn(text: string, part: string) {
  const start = text.lastIndexOf(part);
  return codeActions(open(text), { start, end: start + part.length });
}

test('two problems with one solution: it is offered once', () => {
  const text = `${input}layer { name: "r" type: "ReLU" bottom: "x" top: "x" top: "x" }\n`;
  const actions = actionsIn(text, '"x"');
  const titles = actions.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length, titles.join('; '));
  const results = actions.map(({ edits }) => applyEdits(text, edits));
  assert.equal(new Set(results).size, results.length, titles.join('; '));
  assert.equal(titles[0], 'Remove the second top `x`');
});

test('equal bottoms at different places: the title says which one is removed', () => {
  const text = `${input}layer { name: "y" type: "Power" bottom: "x" top: "y" }
layer { name: "s" type: "Scale" bottom: "x" bottom: "y" bottom: "x" top: "s" scale_param { axis: 0 } }
`;
  const titles = actionsIn(text, '"x"').map(({ title }) => title);
  assert.deepEqual(titles, ['Remove the second bottom `x`', 'Remove the first bottom `x`']);
});

test('of equal edits, the first stays, with the preference of both; equal titles elsewhere stay', () => {
  const edit = (start: number) => [{ range: { start, end: start + 1 }, newText: '' }];
  const action = (title: string, start: number, preferred = false) => ({
    title,
    diagnostic: undefined,
    edits: edit(start),
    ...(preferred && { preferred }),
  });
  assert.deepEqual(distinct([action('a', 1), action('b', 1, true), action('a', 5)]), [
    action('a', 1, true),
    action('a', 5),
  ]);
});
