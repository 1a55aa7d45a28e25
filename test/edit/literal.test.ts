import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upgradeFile } from '../../server/src/edit/upgrade/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

test('upgrade: numbers that are not finite stay as they are', () => {
  const old = 'layers { name: "a" type: INNER_PRODUCT blobs_lr: inf blobs_lr: nan }\n';
  const current = 'layer { name: "a" type: "InnerProduct" param { lr_mult: inf } param { lr_mult: nan } }\n';
  assert.equal(applyEdits(old, upgradeFile(open(old))), current);
});
