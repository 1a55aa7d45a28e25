import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSchema } from '../../server/src/schema/check.ts';
import { bvlc } from '../../server/src/schema/dialect.ts';
import { parse } from '../../server/src/syntax/parse.ts';

/** The suggestion for each unknown field of a text. */
function takenFor(text: string, root: string): Record<string, string | undefined>[] {
  return checkSchema(parse(text), bvlc.schema, root)
    .filter(({ check }) => check === 'text/unknown-field')
    .map(({ range, replacement }) => ({ [text.slice(range.start, range.end)]: replacement }));
}

const conv = (fields: string) => takenFor(`layer { convolution_param { ${fields} } }`, 'NetParameter');
const solver = (fields: string) => takenFor(fields, 'SolverParameter');

test('sides are not directions', () => {
  assert.deepEqual(conv('pad_l: 0 pad_r: 1 pad_t: 0 pad_b: 1'), [
    { pad_l: undefined },
    { pad_r: undefined },
    { pad_t: undefined },
    { pad_b: undefined },
  ]);
});

test('a field that is already set is not suggested unless it is repeated', () => {
  assert.deepEqual(conv('num_output: 3 num_outpt: 4'), [{ num_outpt: undefined }]);
  assert.deepEqual(conv('num_outpt: 4 num_output: 3'), [{ num_outpt: undefined }]);
  assert.deepEqual(conv('kernel_size: 3 kernel_sze: 3'), [{ kernel_sze: 'kernel_size' }]);
});

test('two fields never have the same suggestion: only the closer one has it, and neither if equally close', () => {
  assert.deepEqual(conv('num_outpt: 4 filters: 8'), [{ num_outpt: undefined }, { filters: undefined }]);
  assert.deepEqual(conv('num_outpt: 4 num_uotpt: 8'), [
    { num_outpt: 'num_output' },
    { num_uotpt: undefined },
  ]);
  assert.deepEqual(conv('num_outpt: 4 num_outpt: 8'), [
    { num_outpt: 'num_output' },
    { num_outpt: undefined },
  ]);
});

test('a message with a different name is not suggested', () => {
  assert.deepEqual(takenFor('layer { custom_param { } selu_param { } }', 'NetParameter'), [
    { custom_param: undefined },
    { selu_param: undefined },
  ]);
});

test('names from other Caffes and frameworks are suggested', () => {
  assert.deepEqual(conv('hole: 2 groups: 4 pad_x: 1'), [
    { hole: 'dilation' },
    { groups: 'group' },
    { pad_x: 'pad_w' },
  ]);
  assert.deepEqual(solver('iter_step: 2 lr: 1 grad_clip: 5 milestones: 100'), [
    { iter_step: 'iter_size' },
    { lr: 'base_lr' },
    { grad_clip: 'clip_gradients' },
    { milestones: 'stepvalue' },
  ]);
});

test('a value with a suffix is a different value', () => {
  const pool = (value: string) =>
    checkSchema(parse(`layer { pooling_param { pool: ${value} } }`), bvlc.schema, 'NetParameter').map(
      ({ replacement }) => replacement,
    );
  assert.deepEqual(pool('AVE_EXC_PAD'), [undefined]);
  assert.deepEqual(pool('MAXOUT'), [undefined]);
  assert.deepEqual(pool('AVERAGE'), ['AVE']);
  assert.deepEqual(pool('MAX_POOLING'), ['MAX']);
});
