import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameForFineTuning } from '../../server/src/edit/renameForFineTuning.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

function renamed(text: string, name: string, wanted?: string): string {
  const document = open(text);
  const layer = document.netInput().upgraded.layers.find(({ message }) => message.text('name') === name);
  assert.ok(layer);
  return applyEdits(text, renameForFineTuning(document, layer, wanted));
}

test('the layer is renamed, its blobs keep their names', () => {
  assert.equal(
    renamed(
      'layer { name: "fc8" type: "InnerProduct" bottom: "fc7" top: "fc8" }\nlayer { name: "fc8_ft" }',
      'fc8',
    ),
    'layer { name: "fc8_ft_2" type: "InnerProduct" bottom: "fc7" top: "fc8" }\nlayer { name: "fc8_ft" }',
  );
});

test('layers of both phases and layers that share its blobs are renamed too', () => {
  assert.equal(
    renamed(
      `layer { name: "a" include { phase: TRAIN } param { name: "w" } }
layer { name: "a" include { phase: TEST } param { name: "w" } }
layer { name: "b" param { name: "w" lr_mult: 1 } param { name: "v" } }
layer { name: "c" param { } param { name: "v" } }
layer { name: "d" param { name: "u" } }`,
      'a',
      'a_new',
    ),
    `layer { name: "a_new" include { phase: TRAIN } param { name: "w" } }
layer { name: "a_new" include { phase: TEST } param { name: "w" } }
layer { name: "b_new" param { name: "w" lr_mult: 1 } param { name: "v" } }
layer { name: "c_new" param { } param { name: "v" } }
layer { name: "d" param { name: "u" } }`,
  );
});

test('a layer in old syntax is renamed too; a layer without a name is not', () => {
  assert.equal(renamed('layers { name: "a" type: RELU }', 'a'), 'layers { name: "a_ft" type: RELU }');
  assert.equal(renamed('layer { type: "ReLU" }', ''), 'layer { type: "ReLU" }');
});
