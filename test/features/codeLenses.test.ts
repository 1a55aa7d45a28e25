import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses, lensText } from '../../server/src/features/codeLenses.ts';
import { open } from '../support/fixture.ts';

const net = `# a net
name: "n"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 } } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 10 } }
layer { name: "relu" type: "ReLU" bottom: "fc" top: "fc" }
layer { name: "a" type: "TanH" bottom: "fc" top: "a" }
layer { name: "b" type: "TanH" bottom: "fc" top: "b" include { phase: TEST } }
`;

function shown(text: string, options = { enabled: true, uses: true }): string[] {
  const document = open(text);
  return codeLenses(document, options).map((lens) => {
    const line = text.slice(0, lens.range.start).split('\n').length;
    return `${line}: ${lensText(document, lens)?.title}`;
  });
}

test('the totals of each state above the net, and the uses of each blob', () => {
  assert.deepEqual(shown(net), [
    '2: TRAIN: 40 params · 30 MACs · 368 B to train',
    '2: TEST: 40 params · 30 MACs',
    '2: Open Graph',
    '3: 1 use',
    '4: 3 uses',
    '6: No uses',
    '7: No uses',
  ]);
  assert.equal(shown(net, { enabled: true, uses: false }).length, 3);
  assert.deepEqual(shown(net, { enabled: false, uses: true }), []);
});

test('the place of uses is the blob', () => {
  const document = open(net);
  const [lens] = codeLenses(document, { enabled: true, uses: true }).filter(
    ({ shows }) => shows.kind === 'uses',
  );
  assert.ok(lens);
  assert.equal(net.slice(lensText(document, lens)?.blob).slice(0, 4), 'data');
});

test('no lenses for other files, and no text for what no longer exists', () => {
  for (const text of ['', 'base_lr: 0.1\n', '# only a comment\n']) assert.deepEqual(shown(text), []);
  const range = { start: 0, end: 0 };
  const document = open(net);
  assert.equal(lensText(document, { range, shows: { kind: 'totals', state: 'TEST x' } }), undefined);
  assert.equal(lensText(document, { range, shows: { kind: 'uses' } }), undefined);
});
