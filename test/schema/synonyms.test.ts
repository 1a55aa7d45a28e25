import assert from 'node:assert/strict';
import { test } from 'node:test';
import { synonymOf } from '../../server/src/schema/data/synonyms.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';

const messages = [...bvlc.schema.messages.values()];

test('synonyms refer to existing fields', () => {
  for (const word of ['kernel', 'padding', 'filters', 'units', 'epsilon', 'lr', 'flip', 'rate', 'op']) {
    const meant = synonymOf(word);
    assert.ok(meant.length > 0, word);
    for (const field of meant)
      assert.ok(
        messages.some(({ fields }) => fields.has(field)),
        field,
      );
  }
  assert.deepEqual(synonymOf('Kernel'), synonymOf('kernel'));
  assert.deepEqual(synonymOf('kernel_size'), []);
  assert.deepEqual(synonymOf('constructor'), []);
});
