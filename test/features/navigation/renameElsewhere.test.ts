import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameElsewhere, sharedNameAt } from '../../../server/src/features/navigation/renameElsewhere.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open, withCursor } from '../../support/fixture.ts';

/** The text of another net after a renaming; undefined if the net does not have the name. */
function renamed(marked: string, other: string, name: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const shared = sharedNameAt(open(text), offset, netState('TRAIN'));
  assert.ok(shared);
  const found = renameElsewhere(open(other), shared, name);
  if (!found) return undefined;
  return 'problem' in found ? found.problem : applyEdits(other, found.edits);
}

const layer = (name: string, fields: string, type = 'InnerProduct') =>
  `layer { name: "${name}" type: "${type}" ${fields} }\n`;
const input = 'layer { name: "in" type: "Input" top: "x" input_param { shape { dim: 1 dim: 4 } } }\n';
const ip = (fields: string) => `${fields} inner_product_param { num_output: 4 }`;
const net = input + layer('fc', ip('bottom: "x" top: "y" param { name: "w" }'));

test('the layer of the same name', () => {
  const other = input + layer('fc', ip('bottom: "x" top: "z"'));
  assert.equal(renamed(net.replace('"fc"', '"|fc"'), other, 'last'), other.replace('"fc"', '"last"'));
});

test('the shared parameter of the same name', () => {
  const other = net + layer('again', ip('bottom: "y" top: "q" param { name: "w" }'));
  assert.equal(renamed(net.replace('"w"', '"|w"'), other, 'v'), other.replaceAll('"w"', '"v"'));
});

test('the blob that the layer of the same name creates, and not a later one with its name', () => {
  const other = `${net}${layer('relu', 'bottom: "y" top: "y"', 'ReLU')}${layer('end', 'bottom: "y"', 'Silence')}`;
  const later = layer('other', ip('bottom: "x" top: "y"'));
  const expected = other.replaceAll('"y"', '"out"');
  assert.equal(renamed(net.replace('top: "y"', 'top: "|y"'), other, 'out'), expected);
  assert.equal(renamed(net.replace('top: "y"', 'top: "|y"'), other + later, 'out'), expected + later);
});

test('the only blob with the name, whatever creates it', () => {
  const other = net.replace('"in"', '"data"');
  assert.equal(renamed(net.replace('top: "x"', 'top: "|x"'), other, 'd'), other.replaceAll('"x"', '"d"'));
  const several = net.replace('"fc"', '"a"') + layer('b', ip('bottom: "x" top: "y"'));
  assert.equal(renamed(net.replace('top: "y"', 'top: "|y"'), several, 'd'), undefined);
});

test('a name that the other net already has is rejected', () => {
  const other = net + layer('last', ip('bottom: "y" top: "z"'));
  assert.equal(
    renamed(net.replace('"fc"', '"|fc"'), other, 'last'),
    '`fc` cannot be renamed: the TRAIN net already has a layer `last`.',
  );
});

test('nothing in a net without the name, in a solver, and in an empty file', () => {
  for (const other of [input, 'net: "fc"', '', '}{'])
    assert.equal(renamed(net.replace('"fc"', '"|fc"'), other, 'last'), undefined);
});

test('names of JavaScript', () => {
  const strange = net.replace('"fc"', '"constructor"');
  assert.equal(
    renamed(strange.replace('"constructor"', '"|constructor"'), strange, '__proto__'),
    strange.replace('"constructor"', '"__proto__"'),
  );
});
