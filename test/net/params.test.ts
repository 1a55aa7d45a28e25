import { describe } from 'node:test';
import { input, layer, specifyNets } from '../support/netTable.ts';

const x = input('x', '2x4');
const ip = (name: string, text: string, outputs = 3, bottom = 'x') =>
  layer(
    'InnerProduct',
    name,
    `${bottom} > ${name}`,
    `inner_product_param { num_output: ${outputs} } ${text}`,
  );
const shared = (rest = '') => `param { name: "w" ${rest} }`;

specifyNets('param', [
  {
    shows: 'one `param` for each blob',
    net: [x, ip('a', 'param { } param { }')],
    blobs: { a: 'weight 3x4, bias 3' },
  },
  { shows: 'fewer than blobs: the others keep their defaults', net: [x, ip('a', 'param { lr_mult: 0 }')] },
  {
    shows: 'more than blobs fail',
    net: [x, ip('a', 'param { } param { } param { }')],
    failures: ['net/too-many-params a'],
  },
  {
    shows: 'a layer without blobs has none',
    net: [x, layer('ReLU', 'r', 'x > x', 'param { lr_mult: 0 }')],
    failures: ['net/too-many-params r'],
  },
  {
    shows: 'one for a layer without a bias',
    net: [
      x,
      layer(
        'InnerProduct',
        'a',
        'x > y',
        'inner_product_param { num_output: 3 bias_term: false } param { } param { }',
      ),
    ],
    failures: ['net/too-many-params a'],
  },
  {
    shows: 'one for Scale',
    net: [x, layer('Scale', 's', 'x > y', 'param { } param { }')],
    failures: ['net/too-many-params s'],
  },
  {
    shows: 'two for Scale with a bias',
    net: [x, layer('Scale', 's', 'x > y', 'scale_param { bias_term: true } param { } param { }')],
    tops: { s: '2x4' },
  },
  {
    shows: 'a fourth for LSTM requires a static input',
    net: [
      input('time', '5x2x7'),
      input('cont', '5x2'),
      layer(
        'LSTM',
        'l',
        'time cont > y',
        'recurrent_param { num_output: 3 } param { } param { } param { } param { }',
      ),
    ],
    failures: ['net/too-many-params l'],
  },
]);

const split = { net: [x, ip('a', shared()), ip('b', shared())] };

specifyNets('sharing', [
  { shows: 'params with the same name are one blob', ...split, sharedWith: { a: '- -', b: 'a -' } },
  {
    shows: 'within one layer',
    net: [
      input('z', '2x3'),
      layer(
        'InnerProduct',
        'a',
        'z > y',
        `inner_product_param { num_output: 1 } ${shared('share_mode: PERMISSIVE')} ${shared()}`,
      ),
    ],
    failures: ['net/param-share-shape a'],
  },
  {
    shows: 'an empty name shares nothing',
    net: [x, ip('a', 'param { name: "" }'), ip('b', 'param { name: "" }')],
    sharedWith: { a: '- -', b: '- -' },
  },
  {
    shows: 'shapes must be equal',
    net: [x, ip('a', shared()), ip('b', shared(), 5)],
    failures: ['net/param-share-shape b'],
  },
  {
    shows: 'equal counts are not enough',
    net: [x, input('z', '2x3'), ip('a', shared()), ip('b', shared(), 4, 'z')],
    failures: ['net/param-share-shape b'],
  },
  {
    shows: 'equal counts are enough for a PERMISSIVE consumer',
    net: [x, input('z', '2x3'), ip('a', shared()), ip('b', shared('share_mode: PERMISSIVE'), 4, 'z')],
    sharedWith: { b: 'a -' },
  },
  {
    shows: 'PERMISSIVE on the owner has no effect',
    net: [x, input('z', '2x3'), ip('a', shared('share_mode: PERMISSIVE')), ip('b', shared(), 4, 'z')],
    failures: ['net/param-share-shape b'],
  },
  {
    shows: 'PERMISSIVE requires equal counts',
    net: [x, ip('a', shared()), ip('b', shared('share_mode: PERMISSIVE'), 5)],
    failures: ['net/param-share-count b'],
  },
  {
    shows: 'lr_mult must be equal',
    net: [x, ip('a', shared('lr_mult: 1')), ip('b', shared('lr_mult: 2'))],
    failures: ['net/param-lr-mismatch b'],
  },
  {
    shows: 'decay_mult must be equal',
    net: [x, ip('a', shared('decay_mult: 1')), ip('b', shared('decay_mult: 0'))],
    failures: ['net/param-decay-mismatch b'],
  },
  {
    shows: 'the default rates of the owner are not compared',
    net: [x, ip('a', shared()), ip('b', shared('lr_mult: 2 decay_mult: 0'))],
    sharedWith: { b: 'a -' },
  },
  {
    shows: 'the first explicit rate is compared',
    net: [
      x,
      ip('a', shared()),
      ip('b', shared('lr_mult: 2')),
      ip('c', shared()),
      ip('d', shared('lr_mult: 1')),
    ],
    failures: ['net/param-lr-mismatch d'],
  },
  {
    shows: 'the shape is checked before the rates, lr_mult before decay_mult',
    net: [
      x,
      ip('a', shared('lr_mult: 1 decay_mult: 1')),
      ip('b', shared('lr_mult: 2'), 5),
      ip('c', shared('lr_mult: 2 decay_mult: 2')),
    ],
    failures: ['net/param-share-shape b', 'net/param-lr-mismatch c'],
  },
]);

const norm = (param: string) => layer('BatchNorm', 'bn', 'z > y', param);
const image = input('z', '2x4x3x3');
const specs = (count: number, text = '') => `param { ${text} } `.repeat(count);

specifyNets('params of BatchNorm', [
  { shows: 'none', net: [image, norm('')], blobs: { bn: 'mean 4, variance 4, scale factor 1' } },
  { shows: 'one with a rate of 0', net: [image, norm(specs(1, 'lr_mult: 0'))], tops: { bn: '2x4x3x3' } },
  { shows: 'an empty one has a rate of 1', net: [image, norm(specs(1))], failures: ['bn/param-lr bn'] },
  { shows: 'two without a rate of 0', net: [image, norm(specs(2))], failures: ['bn/param-lr bn'] },
  {
    shows: 'the rates of exactly three are set to 0',
    net: [image, norm(specs(3, 'lr_mult: 1'))],
    tops: { bn: '2x4x3x3' },
  },
  { shows: 'the rates of four are not', net: [image, norm(specs(4))], failures: ['bn/param-lr bn'] },
  {
    shows: 'four are too many',
    net: [image, norm(specs(4, 'lr_mult: 0'))],
    failures: ['net/too-many-params bn'],
  },
  {
    shows: 'exactly three keep their names',
    net: [
      image,
      norm(specs(3)),
      ...['a', 'b'].map((name) => layer('BatchNorm', name, `z > ${name}`, `param { name: "m" } ${specs(2)}`)),
    ],
    sharedWith: { a: '- - -', b: 'a - -' },
  },
  {
    shows: 'SSD removes exactly three',
    net: [
      image,
      ...['a', 'b'].map((name) => layer('BatchNorm', name, `z > ${name}`, `param { name: "m" } ${specs(2)}`)),
    ],
    dialect: 'ssd',
    sharedWith: { a: '- - -', b: '- - -' },
  },
]);

const given = (...blobs: string[]) =>
  layer(
    'InnerProduct',
    'ip',
    'x > y',
    `inner_product_param { num_output: 2 bias_term: false } ${blobs.map((blob) => `blobs { ${blob} }`).join(' ')}`,
  );

specifyNets('blobs given in the text', [
  {
    shows: 'as many values as the shape requires',
    net: [x, given('shape { dim: [2, 4] } data: [1, 2, 3, 4, 5, 6, 7, 8]')],
    blobs: { ip: 'weight 2x4' },
  },
  {
    shows: 'the four legacy dimensions',
    net: [x, given('num: 1 channels: 1 height: 2 width: 4 double_data: [1, 2, 3, 4, 5, 6, 7, 8]')],
    blobs: { ip: 'weight 1x1x2x4' },
  },
  {
    shows: 'fewer values',
    net: [x, given('shape { dim: [2, 4] } data: 1')],
    failures: ['blob/proto-count ip'],
  },
  {
    shows: 'a legacy dimension overrides the shape, and the other three are 0',
    net: [x, given('num: 1 shape { dim: 1 } data: 1')],
    failures: ['blob/no-data ip'],
  },
  { shows: 'no values', net: [x, given('shape { dim: 0 }')], failures: ['blob/no-data ip'] },
]);

describe('blobs with an invalid shape', () => {
  specifyNets('blobs given in the text', [
    {
      shows: 'a negative size',
      net: [x, given('shape { dim: -1 } data: 1')],
      failures: ['blob/negative-dim ip'],
    },
  ]);
});
