import assert from 'node:assert/strict';
import test from 'node:test';
import { setUp } from './support/declared.ts';

test('the last shape applies to all further tops', () => {
  const My = { tops: [1, null], shapes: [[1], ['10 * index', 'bottom[index % num_bottoms][0]']] };
  const { tops, errors } = setUp({ My }, { bottoms: ['4', '5'], tops: 4 });
  assert.deepEqual(tops, ['1', '10x5', '20x4', '30x5']);
  assert.deepEqual(errors, []);
});

test('a layer with an empty declaration is known, but not its shapes', () => {
  const { tops, why, errors, params, macs } = setUp({ My: {} }, { bottoms: ['4'], tops: 2 });
  assert.deepEqual([tops, params, macs, errors], [['?', '?'], [], '0', []]);
  assert.deepEqual(why, ['The declaration of `My` does not specify its tops.']);
});

const arities: readonly (readonly [
  declared: object,
  counts: [bottoms: number, tops: number],
  error: string | undefined,
])[] = [
  [{ bottoms: 1, tops: 2 }, [1, 2], undefined],
  [{ bottoms: 1 }, [2, 1], 'net/exact-bottoms: My takes exactly 1 bottom; `test` has 2.'],
  [{ bottoms: [2, 3] }, [1, 1], 'net/min-bottoms: My takes at least 2 bottoms; `test` has 1.'],
  [{ bottoms: [2, 3] }, [4, 1], 'net/max-bottoms: My takes at most 3 bottoms; `test` has 4.'],
  [{ bottoms: [2, 3] }, [3, 1], undefined],
  [{ bottoms: [2, null] }, [9, 1], undefined],
  [{ bottoms: 0, tops: [0, 1] }, [0, 2], 'net/max-tops: My produces at most 1 top; `test` has 2.'],
  [{ tops: 1 }, [0, 0], 'net/exact-tops: My produces exactly 1 top; `test` has 0.'],
];

for (const [declared, [bottoms, tops], error] of arities) {
  test(`${JSON.stringify(declared)} with ${bottoms} bottoms and ${tops} tops`, () => {
    const { errors } = setUp(
      { My: { shapes: [[1]], ...declared } },
      { bottoms: Array(bottoms).fill('4'), tops },
    );
    assert.deepEqual(errors, error === undefined ? [] : [error]);
  });
}

test('a loss layer has an automatic top with a loss weight', () => {
  const My = { loss: true, bottoms: 1, tops: 1, shapes: [[]] };
  assert.deepEqual(setUp({ My }, { bottoms: ['4'], tops: 0 }).tops, ['scalar']);
  assert.deepEqual(setUp({ My: { ...My, loss: false } }, { bottoms: ['4'], tops: 0 }).errors, [
    'net/exact-tops: My produces exactly 1 top; `test` has 0.',
  ]);
});

test('Caffe rejects a negative length', () => {
  const { errors } = setUp({ My: { shapes: [['bottom[0][0] - 5']] } }, { bottoms: ['4'] });
  assert.deepEqual(errors, [
    'blob/negative-dim: The top `top0` would be -1, but an axis cannot be negative.',
  ]);
});

const convolution = {
  param: 'my_param',
  bottoms: 1,
  tops: 1,
  shapes: [['bottom[0][0]', 'my_param.num_output', 'axes(bottom[0], 2)']],
  params: {
    weight: ['my_param.num_output', 'bottom[0][1]', 3, 3],
    bias: 'my_param.bias_term ? [my_param.num_output] : none',
  },
  macs: 'count(top[0]) * bottom[0][1] * 9',
};

test('parameter blobs in their order, and multiplications from the shapes of the tops', () => {
  const { tops, params, macs, errors } = setUp(
    { My: convolution },
    { bottoms: ['2x3x9x8'], text: 'my_param { num_output: 5 } param { lr_mult: 1 } param { lr_mult: 2 }' },
  );
  assert.deepEqual(tops, ['2x5x9x8']);
  assert.deepEqual(params, ['weight 5x3x3x3', 'bias 5']);
  assert.equal(macs, '19440'); // 2·5·9·8 · 3·9
  assert.deepEqual(errors, []);
});

test('a blob that is `none` does not exist', () => {
  const example = { bottoms: ['2x3x9x8'], text: 'my_param { num_output: 5 bias_term: false }' };
  assert.deepEqual(setUp({ My: convolution }, example).params, ['weight 5x3x3x3']);
  const { errors } = setUp({ My: convolution }, { ...example, text: `${example.text} param {} param {}` });
  assert.deepEqual(errors, [
    'net/too-many-params: The layer has 1 parameter blob but 2 `param`; set at most one for each blob.',
  ]);
});

test('the shapes of stored blobs are not checked', () => {
  const text = 'my_param { num_output: 5 } blobs { shape { dim: 7 } data: [1, 2, 3, 4, 5, 6, 7] }';
  const { params, errors } = setUp({ My: convolution }, { bottoms: ['2x3x9x8'], text });
  assert.deepEqual([params, errors], [['weight 7'], []]);
});

test('the position of a parameter blob is its `index`', () => {
  const My = { shapes: [[1]], params: { a: ['index + 1'], b: ['index + 1'] } };
  assert.deepEqual(setUp({ My }, {}).params, ['a 1', 'b 2']);
});

test('without declared parameters there are as many as `param` fields', () => {
  const { params, macs, errors, tops } = setUp({ My: { shapes: [[1]] } }, { text: 'param {} param {}' });
  assert.deepEqual([params, macs, errors, tops], [['blob ?', 'blob ?'], '?', [], ['1']]);
});

test('a layer declared without parameters has none', () => {
  const { params, errors } = setUp({ My: { shapes: [[1]], params: {} } }, { text: 'param {}' });
  assert.deepEqual(params, []);
  assert.deepEqual(errors, [
    'net/too-many-params: The layer has no parameter blobs but 1 `param`; set at most one for each blob.',
  ]);
});

test('with parameters of unknown rank everything is unknown', () => {
  const My = { bottoms: 1, shapes: [[1]], params: { weight: 'bottom[0]' } };
  const { tops, why, errors } = setUp({ My }, { bottoms: ['unknown'] });
  assert.deepEqual([tops, errors], [['?'], []]);
  assert.deepEqual(why, ['The declaration of `Open` does not specify its tops.']);
});

test('mismatched multiplications are unknown', () => {
  const { macs, tops, errors } = setUp({ My: { shapes: [[1]], macs: 'count(top[1])' } }, {});
  assert.deepEqual([macs, tops, errors], ['?', ['1'], []]);
});

test('a Python layer is declared by its module and class', () => {
  const name = 'Python rpn.proposal_layer.ProposalLayer';
  const layers = { [name]: { bottoms: 1, shapes: [["python_param.param_str == 'x' ? 300 : 2000", 5]] } };
  const python = (layer: string) => ({
    type: 'Python',
    bottoms: ['1x4'],
    text: `python_param { module: "rpn.proposal_layer" layer: "${layer}" param_str: "x" }`,
  });
  assert.deepEqual(setUp(layers, python('ProposalLayer')).tops, ['300x5']);
  assert.deepEqual(setUp(layers, python('Other')).tops, ['?']);
});
