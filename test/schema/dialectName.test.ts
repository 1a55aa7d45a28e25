import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unknownDialect } from '../../server/src/schema/dialectName.ts';

for (const name of ['auto', 'bvlc', 'SSD', 'segnet + python'])
  test(`\`${name}\` is a dialect`, () => assert.equal(unknownDialect(name), undefined));

for (const [name, part, guess] of [
  ['segnett', 'segnett', 'segnet'],
  ['ssd+pspnt', 'pspnt', 'pspnet'],
  ['flownet', 'flownet', 'flownet2'],
  ['python+c3', 'c3', 'c3d'],
  ['zebra', 'zebra', undefined],
  ['constructor', 'constructor', undefined],
] as const)
  test(`\`${name}\` is none; ${guess ?? 'nothing'} is suggested`, () => {
    const found = unknownDialect(name);
    assert.equal(found?.name, part);
    assert.equal(found?.start, name.indexOf(part));
    assert.equal(found?.guess, guess);
  });

for (const name of ['segnet+', '+segnet', 'segnet++bvlc', '+'])
  test(`\`${name}\` lacks a dialect`, () => {
    assert.equal(unknownDialect(name)?.message, '`+` joins two dialects, such as `segnet+python`.');
  });
