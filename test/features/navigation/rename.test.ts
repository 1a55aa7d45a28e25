import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename, renameableAt } from '../../../server/src/features/navigation/rename.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open, withCursor } from '../../support/fixture.ts';

const train = netState('TRAIN');

/** The text after a renaming, or why it is not possible. */
function renamed(marked: string, name: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const result = rename(open(text), offset, train, name);
  if (!result) return undefined;
  return 'problem' in result ? result.problem : applyEdits(text, result.edits);
}

const net = `# shape: x 1x3x8x8
layer { name: "in" type: "Input" top: "x" }
layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 2 kernel_size: 1 } }
layer { name: "r" type: "ReLU" bottom: 'c' top: "c" include { phase: TRAIN } }
layer { name: "s" type: "Sigmoid" bottom: "c" top: "c" include { phase: TEST } }
layer { name: "p" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 } }
`;

test('a blob is renamed in all states, with its in-place layers; quotes stay', () => {
  const expected = net
    .replaceAll('top: "c"', 'top: "conv"')
    .replaceAll(`bottom: 'c'`, `bottom: 'conv'`)
    .replaceAll('bottom: "c"', 'bottom: "conv"');
  assert.equal(renamed(net.replace(`'c'`, `'|c'`), 'conv'), expected);
  assert.equal(renamed(net.replace('"Sigmoid" bottom: "', '"Sigmoid" bottom: "|'), 'conv'), expected);
});

test('the `# shape:` comment of a blob is renamed too', () => {
  const expected = net
    .replace('shape: x', 'shape: data')
    .replace('top: "x"', 'top: "data"')
    .replace('bottom: "x"', 'bottom: "data"');
  assert.equal(renamed(net.replace('top: "x"', 'top: "|x"'), 'data'), expected);
  assert.match(
    renamed(net.replace('top: "x"', 'top: "|x"'), 'a b') ?? '',
    /so its name must not contain spaces/u,
  );
});

test('a name that another blob of the same net has is rejected', () => {
  assert.equal(
    renamed(net.replace('top: "p"', 'top: "|p"'), 'c'),
    '`p` cannot be renamed: the TRAIN net already has a blob `c`.',
  );
  assert.equal(
    renamed(net.replace('name: "p"', 'name: "|p"'), 's'),
    '`p` cannot be renamed: the TEST net already has a layer `s`.',
  );
});

test('a name that is only in another state is accepted', () => {
  const marked = net.replace('name: "r"', 'name: "|r"');
  assert.equal(renamed(marked, 's'), net.replace('name: "r"', 'name: "s"'));
});

test('an empty name is rejected; the same name changes nothing', () => {
  const marked = net.replace('top: "p"', 'top: "|p"');
  assert.equal(renamed(marked, ''), 'A name must not be empty.');
  assert.equal(renamed(marked, 'p'), net);
});

test('special characters are escaped for the quotes that are there', () => {
  const marked = net.replace('top: "p"', `top: '|p'`);
  assert.equal(renamed(marked, `it's "\\`), net.replace('top: "p"', `top: 'it\\'s "\\\\'`));
});

test('a shared parameter', () => {
  const layer = (name: string) =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "p" top: "${name}" param { name: "w" } inner_product_param { num_output: 2 } }\n`;
  const text = net + layer('f') + layer('g');
  assert.equal(renamed(text.replace('"w"', '"|w"'), 'shared'), text.replaceAll('"w"', '"shared"'));
});

test('renaming a layer with parameters has a warning', () => {
  const warns = (marked: string) => {
    const { text, offset } = withCursor(marked);
    const result = rename(open(text), offset, train, 'other');
    return result && 'warning' in result ? result.warning : undefined;
  };
  assert.match(warns(net.replace('name: "c"', 'name: "|c"')) ?? '', /trained weights/u);
  assert.equal(warns(net.replace('name: "p"', 'name: "|p"')), undefined);
  assert.equal(warns(net.replace('top: "p"', 'top: "|p"')), undefined);
});

test('what can be renamed', () => {
  const at = (marked: string) => {
    const { text, offset } = withCursor(marked);
    return renameableAt(open(text), offset, train)?.name;
  };
  assert.equal(at(net.replace(`'c'`, `'|c'`)), 'c');
  assert.equal(at(net.replace('name: "p"', 'name: "p|"')), 'p');
  assert.equal(at(net.replace('type: "Pooling"', 'type: "Poo|ling"')), undefined);
  assert.equal(at(net.replace('kernel_size', 'kernel|_size')), undefined);
});
