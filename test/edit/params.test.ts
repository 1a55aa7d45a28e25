import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newField } from '../../server/src/edit/newField.ts';
import { removeParams, setParam } from '../../server/src/edit/params.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

interface Case {
  readonly shows: string;
  readonly before: string;
  readonly after: string;
}

function read(text: string) {
  const document = open(text);
  const [layer] = document.netInput().upgraded.layers;
  assert.ok(layer);
  return { tree: document.tree, layer };
}

const setting: readonly Case[] = [
  {
    shows: 'on one line',
    before: 'layer { name: "p" type: "Pooling" pooling_param { pool: AVE } }\n',
    after: 'layer { name: "p" type: "Pooling" pooling_param { pool: AVE kernel_size: 2 } }\n',
  },
  {
    shows: 'on a separate line, after a comment',
    before: 'layer {\n\ttype: "Pooling"\n\tpooling_param {\n\t\tpool: AVE # mean\n\t}\n}\n',
    after:
      'layer {\n\ttype: "Pooling"\n\tpooling_param {\n\t\tpool: AVE # mean\n\t\tkernel_size: 2\n\t}\n}\n',
  },
  {
    shows: 'instead of a different value',
    before: 'layer { type: "Pooling" pooling_param { kernel_size: 3 pool: AVE } }\n',
    after: 'layer { type: "Pooling" pooling_param { kernel_size: 2 pool: AVE } }\n',
  },
  {
    shows: 'in a new message',
    before: 'layer {\n  type: "Pooling"\n}\n',
    after: 'layer {\n  type: "Pooling"\n  pooling_param {\n    kernel_size: 2\n  }\n}\n',
  },
  {
    shows: 'in an old layer',
    before: 'layers { type: POOLING pooling_param { pool: AVE } }\n',
    after: 'layers { type: POOLING pooling_param { pool: AVE kernel_size: 2 } }\n',
  },
];

for (const { shows, before, after } of setting) {
  test(`a parameter is set ${shows}`, () => {
    const { tree, layer } = read(before);
    const edit = setParam(tree, layer, 'pooling_param', newField('kernel_size', 2));
    assert.equal(applyEdits(before, edit ? [edit] : []), after);
  });
}

test('a parameter of a V0 layer is not set: its syntax differs', () => {
  const text = 'layers { layer { name: "p" type: "pool" kernelsize: 3 } bottom: "x" top: "p" }\n';
  const { tree, layer } = read(text);
  assert.equal(setParam(tree, layer, 'pooling_param', newField('kernel_size', 2)), undefined);
});

const removing: readonly Case[] = [
  {
    shows: 'without the others',
    before: 'layer { type: "Eltwise" eltwise_param { operation: MAX coeff: 1 coeff: 2 } }\n',
    after: 'layer { type: "Eltwise" eltwise_param { operation: MAX } }\n',
  },
  {
    shows: 'with the message if it becomes empty',
    before: 'layer {\n  type: "Eltwise"\n  eltwise_param {\n    coeff: [1, 2]\n  }\n  top: "e"\n}\n',
    after: 'layer {\n  type: "Eltwise"\n  top: "e"\n}\n',
  },
  {
    shows: 'without joining the text around them',
    before: 'layer { type: "Eltwise" eltwise_param { operation: 1 coeff: 1;stable_prod_grad:true } }\n',
    after: 'layer { type: "Eltwise" eltwise_param { operation: 1 stable_prod_grad:true } }\n',
  },
  {
    shows: 'several from the start of a line',
    before: 'layer {\n  type: "Eltwise"\n  eltwise_param { operation: MAX\n    coeff: 1 coeff: 2}\n}\n',
    after: 'layer {\n  type: "Eltwise"\n  eltwise_param { operation: MAX\n    }\n}\n',
  },
];

for (const { shows, before, after } of removing) {
  test(`parameters are removed ${shows}`, () => {
    const { tree, layer } = read(before);
    const [whole] = layer.message.list('eltwise_param');
    const coeffs = layer.message.message('eltwise_param').list('coeff');
    assert.equal(applyEdits(before, removeParams(tree, layer, whole, coeffs)), after);
  });
}
