import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open, withCursor } from '../support/fixture.ts';

/** The labels that still match if the list opens at the cursor and the rest is typed. */
function left(marked: string, typed: string): string[] {
  const { text, offset } = withCursor(marked);
  return completion(open(text), offset, netState('TRAIN'))
    .filter(({ range, filter }) => matches(text.slice(range.start, offset) + typed, filter))
    .map(({ label }) => label)
    .sort();
}

/** Whether a word is a subsequence of a text, which is the weakest match of VS Code. */
function matches(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word.toLowerCase()) {
    from = text.toLowerCase().indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

const layer = 'layer {\n  type: "Pooling"\n  |\n}';
const pooling = 'layer { pooling_param { | } }';

test('the list is filtered with every letter', () => {
  assert.ok(left(layer, 'p').includes('pooling_param'));
  assert.ok(left(layer, 'pool').includes('pooling_param'));
  assert.deepEqual(left(pooling, 'kernel_s'), ['kernel_size']);
  assert.ok(left(pooling, 'strid').includes('stride'));
});

test('nothing matches a name or a bare value that is typed in full', () => {
  for (const [text, word] of [
    ['|', 'layer'],
    ['|', 'name'],
    ['|', 'net'],
    ['|', 'type'],
    ['layers { name: "a" }\n|', 'layers'],
    [layer, 'top'],
    [layer, 'param'],
    [layer, 'pooling_param'],
    [pooling, 'stride'],
    [pooling, 'stride_h'],
    [pooling, 'pad'],
    ['layer { pooling_param { pool: | } }', 'MAX'],
    ['layer { pooling_param { global_pooling: | } }', 'true'],
    ['layer { include { phase: | } }', 'TRAIN'],
    ['layers { type: | }', 'DATA'],
    ['layers { type: | }', 'CONVOLUTION'],
    ['layer { type: | }', 'ReLU'],
  ] as const) {
    for (let at = 0; at <= word.length; at += 1) {
      const marked = text.replace('|', `${word.slice(0, at)}|`);
      assert.deepEqual(left(marked, word.slice(at)), [], `${marked} and ${word.slice(at)}`);
      assert.deepEqual(left(marked, word.slice(at).toLowerCase()), [], `${marked}, in lower case`);
    }
  }
});

test('longer names are suggested after a complete shorter name', () => {
  assert.deepEqual(left('layer { pooling_param { stride_| } }', ''), ['stride_h', 'stride_w']);
  assert.deepEqual(left('layer { pooling_param { stride_| } }', 'w'), []);
});

test('a closing quote matches no item', () => {
  assert.ok(left('layer { type: "|" }', 'ReLU').includes('ReLU'));
  assert.deepEqual(left('layer { type: "|" }', 'ReLU"'), []);
});

function put(marked: string, label: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const item = completion(open(text), offset, netState('TRAIN')).find(
    (candidate) => candidate.label === label,
  );
  return item && text.slice(0, item.range.start) + item.snippet + text.slice(item.range.end);
}

test('existing quotes are kept', () => {
  for (const [text, expected] of [
    ['layer { type: "|" }', 'layer { type: "ReLU" }'],
    ["layer { type: '|' }", "layer { type: 'ReLU' }"],
    ['layer { type: "Po|oling" }', 'layer { type: "ReLU" }'],
    ['layer {\n  type: "Re|\n  bottom: "a"\n}', 'layer {\n  type: "ReLU\n  bottom: "a"\n}'],
    ['layer { type: "| bottom: "a" }', 'layer { type: "ReLU bottom: "a" }'],
    ['layer { type: | }', 'layer { type: "ReLU" }'],
  ] as const) {
    assert.equal(put(text, 'ReLU'), expected);
  }
});

test('a message gets braces, on separate lines if the line is empty', () => {
  assert.equal(put('la|', 'layer'), 'layer {\n\t$0\n}');
  assert.equal(put('layer {\n  c|\n}', 'crop_param'), 'layer {\n  crop_param {\n\t$0\n}\n}');
  assert.equal(put('layer {\n  p|\n}', 'param'), 'layer {\n  param { $0 }\n}');
  assert.equal(put('layer { c| }', 'crop_param'), 'layer { crop_param { $0 } }');
  assert.equal(put('la|\n{\n}', 'layer'), 'layer\n{\n}');
});

test('a name directly before a field does not replace it', () => {
  assert.equal(
    put('layer { pooling_param { k|stride: 2 } }', 'kernel_size'),
    'layer { pooling_param { kernel_size: $0stride: 2 } }',
  );
});

test('fields with known values open the list of values', () => {
  const { text, offset } = withCursor('layer { type: "Pooling" pooling_param { | } }');
  const opens = completion(open(text), offset, netState('TRAIN')).filter(({ next }) => next === 'values');
  assert.deepEqual(
    opens.map(({ label }) => label),
    ['pool', 'engine', 'global_pooling', 'round_mode'],
  );
});
