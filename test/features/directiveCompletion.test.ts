import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion/index.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { open, withCursor } from '../support/fixture.ts';

function at(marked: string) {
  const { text, offset } = withCursor(marked);
  const items = completion(open(text), offset, netState('TRAIN'));
  const put = (label: string) => {
    const item = items.find((each) => each.label === label);
    return item && text.slice(0, item.range.start) + item.snippet + text.slice(item.range.end);
  };
  return { labels: items.map(({ label }) => label), put };
}

test('the names of the comments that are read', () => {
  assert.deepEqual(at('# |').labels, [
    'caffe-state',
    'caffe-dialect',
    'shape',
    'caffe-ignore',
    'caffe-ignore-file',
    'proto-file',
    'proto-message',
  ]);
  assert.equal(at('#caffe-s|').put('caffe-state'), '#caffe-state: ');
  for (const text of ['# a |', '# sentence|', 'name: "a" # |', '# unknown: |', '# constructor: |'])
    assert.deepEqual(at(text).labels, [], text);
});

test('states: the phases, and the stages of the file', () => {
  const net =
    'layer { name: "a" type: "ReLU" include { stage: "deploy" } }\n# caffe-state: TRAIN\n# caffe-state: |';
  assert.deepEqual(at(net).labels, ['TEST', 'TRAIN deploy', 'TEST deploy']);
  assert.equal(at('# caffe-state: TEST de|p\n').put('TRAIN'), '# caffe-state: TRAIN\n');
});

test('dialects and messages', () => {
  assert.ok(at('# caffe-dialect: s|').labels.includes('ssd'));
  assert.deepEqual(at('# proto-message: |').labels, ['caffe.NetParameter', 'caffe.SolverParameter']);
});

test('shapes of the blobs that data provides', () => {
  const net =
    'layer { name: "d" type: "Data" top: "data" data_param { source: "a" batch_size: 8 backend: LMDB } }\n';
  assert.equal(at(`${net}# shape: |`).put('data 8x3x224x224'), `${net}# shape: data 8x3x224x224`);
});

test('the codes of the problems of the file', () => {
  const net = 'layer { name: "a" type: "ReLU" bottom: "x" top: "y" }\n';
  assert.ok(at(`# caffe-ignore: |\n${net}`).labels.includes('net/unknown-bottom'));
  assert.match(
    at(`# caffe-ignore-file: a-b, net|\n${net}`).put('net/unknown-bottom') ?? '',
    /^# caffe-ignore-file: a-b, net\/unknown-bottom\n/u,
  );
});

test('comments are also offered on an empty line at the top level', () => {
  assert.equal(at('caf|').put('# caffe-state'), '# caffe-state: ');
  for (const word of ['', 's', 'sh']) assert.ok(at(`${word}|`).labels.includes('# shape'));
  for (const word of ['P', 'PReL', 'Cro'])
    assert.ok(!at(`${word}|`).labels.some((label) => label.startsWith('#')));
  assert.ok(!at('layer {\n  |\n}').labels.includes('# caffe-state'));
});
