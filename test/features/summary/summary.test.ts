import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paramCounts } from '../../../server/src/costs/parameters.ts';
import { createDocument } from '../../../server/src/document/document.ts';
import { defaultSettings } from '../../../server/src/document/settings.ts';
import { netState } from '../../../server/src/net/states/state.ts';

/** The numbers of weights and biases of every layer with parameters. */
function counts(dialect: string, text: string): unknown[] {
  const document = createDocument({
    uri: 'net.prototxt',
    version: 0,
    text: `input: "d" input_shape { dim: 1 dim: 6 dim: 5 dim: 5 }\n${text}`,
    settings: { ...defaultSettings, dialect },
  });
  const { layers } = document.net(netState('TRAIN'));
  return layers
    .filter(({ params }) => params.length > 0)
    .map((layer) => {
      const { weights, biases, statistics } = paramCounts(layer);
      return statistics === 0 ? [weights, biases] : [weights, biases, statistics];
    });
}

const bn = 'layer { name: "bn" type: "BN" bottom: "d" top: "bn" }';

for (const [shows, dialect, text, expected] of [
  ["the shift of SegNet's BN is a bias", 'segnet', bn, [[6, 6]]],
  ['the shift of a BN without statistics is a bias', 'answer', bn, [[6, 6]]],
  ['statistics are neither weights nor biases', 'pspnet', bn, [[6, 6, 12]]],
  [
    'the bias of a Scale is a bias, its factor is not',
    'bvlc',
    'layer { name: "s" type: "Scale" bottom: "d" top: "s" scale_param { bias_term: true } }',
    [[6, 6]],
  ],
  [
    'the noise of a bias is a bias',
    'mycaffe',
    'layer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 2 bias_term: true enable_noise: true } }',
    [[600, 4]],
  ],
] as const) {
  test(shows, () => assert.deepEqual(counts(dialect, text), expected));
}
