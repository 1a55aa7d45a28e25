import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';
import { checkRule, type RuleCase } from '../../support/ruleTable.ts';
import { layer, pair } from '../../support/smallNets.ts';

const reads = (type: string, tops: readonly string[], text: string) => layer('d', type, [], tops, `${text} `);

/** A layer whose parameters name no source, in a dialect that has it. */
const without = (type: string, param: string, tops = 2, dialect = 'bvlc', more = ''): RuleCase => {
  const text = `${param} { batch_size: 2 ${more}}`;
  return {
    shows: `${type} of ${dialect}`,
    net: reads(type, ['a', 'b', 'c'].slice(0, tops), text),
    marks: [param],
    says: '`source` is missing',
    settings: { dialect },
  };
};

const crop = 'transform_param { crop_size: 4 }';

checkRule('source-missing', [
  without('Data', 'data_param'),
  without('HDF5Data', 'hdf5_data_param'),
  without('ImageData', 'image_data_param'),
  without('AnnotatedData', 'data_param', 2, 'ssd'),
  without('AnnotatedData', 'data_param', 3, 'mobilenet-yolo'),
  without('DenseImageData', 'dense_image_data_param', 2, 'segnet'),
  without('ImageSegData', 'image_data_param', 3, 'pspnet'),
  without('VideoData', 'video_data_param', 2, 'yjxiong'),
  without('BoxData', 'data_param', 2, 'caffe-yolo'),
  without('LaneData', 'data_param', 3, 'mobilenet-yolo'),
  without('MCWindowData', 'mcwindow_data_param', 3, 'deepsaldet', 'crop_size: 4 '),
  without('CPMData', 'data_param', 2, 'cpm'),
  {
    shows: 'WindowData',
    net: reads('WindowData', ['a', 'b'], `window_data_param { batch_size: 2 } ${crop}`),
    marks: ['window_data_param'],
  },
  {
    shows: 'an empty name',
    net: reads('HDF5Data', ['a'], 'hdf5_data_param { source: "" batch_size: 2 }'),
    marks: ['""'],
    says: '`source` is empty',
  },
  {
    shows: 'an empty mean file',
    net: reads('Data', ['a'], 'data_param { source: "s" batch_size: 2 } transform_param { mean_file: "" }'),
    marks: ['""'],
    says: '`mean_file` is empty',
  },
  {
    shows: 'of data in memory too',
    net: reads(
      'MemoryData',
      ['a', 'b'],
      'memory_data_param { batch_size: 2 channels: 3 height: 4 width: 4 } transform_param { mean_file: "" }',
    ),
    marks: ['""'],
  },
  {
    shows: 'an empty name of a matrix',
    net: pair + layer('l', 'InfogainLoss', ['a', 'b'], ['l'], 'infogain_loss_param { source: "" } '),
    marks: ['""'],
  },
  {
    shows: 'the layer, where it has no parameters',
    net: layer('d', 'HDF5Data', [], ['a']),
    marks: ['"HDF5Data"'],
  },
  {
    shows: 'an empty video',
    net: reads(
      'VideoData',
      ['a'],
      'data_param { batch_size: 1 } video_data_param { video_type: VIDEO video_file: "" }',
    ),
    marks: ['""'],
    settings: { dialect: 'ssd' },
  },
  {
    shows: 'nothing of a webcam',
    net: reads('VideoData', ['a'], 'data_param { batch_size: 1 }'),
    marks: [],
    settings: { dialect: 'ssd' },
  },
  {
    shows: 'nothing of a layer with a source',
    net: reads('ImageData', ['a', 'b'], 'image_data_param { source: "list.txt" batch_size: 2 }'),
    marks: [],
  },
  {
    shows: 'nothing of one without a mean file',
    net: reads('Data', ['a'], 'data_param { source: "s" batch_size: 2 } transform_param { scale: 1 }'),
    marks: [],
  },
  { shows: 'nothing of made-up data', net: pair, marks: [] },
]);

test('source-missing: an empty mean file is removed', () => {
  const net = reads(
    'Data',
    ['a'],
    'data_param { source: "s" batch_size: 2 } transform_param { mean_file: "" }',
  );
  const found = diagnostics(open(net)).find(({ code }) => code === 'source-missing');
  const [fix] = found?.fixes?.() ?? [];
  assert.equal(
    fix && applyEdits(net, fix.edits),
    reads('Data', ['a'], 'data_param { source: "s" batch_size: 2 }'),
  );
});
