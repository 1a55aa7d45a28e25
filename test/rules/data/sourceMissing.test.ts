import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';
import { checkRule, type RuleCase } from '../../support/ruleTable.ts';

/** A layer whose parameters name no source, in a dialect that has its type. */
const without = (type: string, param: string, tops = 'top: "a" top: "b"', dialect = 'bvlc'): RuleCase => ({
  shows: `${type} of ${dialect}`,
  net: `layer { name: "d" type: "${type}" ${tops} ${param} { batch_size: 2 } }\n`,
  marks: [param],
  messages: '`source` is missing: Caffe opens the file "" and stops.',
  settings: { dialect },
});

checkRule('source-missing', [
  without('Data', 'data_param'),
  without('HDF5Data', 'hdf5_data_param'),
  without('ImageData', 'image_data_param'),
  without('AnnotatedData', 'data_param', 'top: "a" top: "b"', 'ssd'),
  without('AnnotatedData', 'data_param', 'top: "a" top: "b" top: "c"', 'mobilenet-yolo'),
  without('DenseImageData', 'dense_image_data_param', 'top: "a" top: "b"', 'segnet'),
  without('ImageSegData', 'image_data_param', 'top: "a" top: "b" top: "c"', 'pspnet'),
  without('VideoData', 'video_data_param', 'top: "a" top: "b"', 'yjxiong'),
  without('BoxData', 'data_param', 'top: "a" top: "b"', 'caffe-yolo'),
  without('LaneData', 'data_param', 'top: "a" top: "b" top: "c"', 'mobilenet-yolo'),
  without('CPMData', 'data_param', 'top: "a" top: "b"', 'cpm'),
  {
    shows: 'MCWindowData of deepsaldet',
    net: `layers { name: "d" type: MCWINDOW_DATA top: "a" top: "b" top: "c" mcwindow_data_param { batch_size: 2 crop_size: 4 } }
`,
    marks: ['mcwindow_data_param'],
    messages: '`source` is missing: Caffe opens the file "" and stops.',
    settings: { dialect: 'deepsaldet' },
  },
  {
    shows: 'WindowData',
    net: `layer { name: "d" type: "WindowData" top: "a" top: "b" window_data_param { batch_size: 2 } transform_param { crop_size: 4 } }
`,
    marks: ['window_data_param'],
    messages: '`source` is missing: Caffe opens the file "" and stops.',
  },
  {
    shows: 'an empty name',
    net: `layer { name: "d" type: "HDF5Data" top: "a" hdf5_data_param { source: "" batch_size: 2 } }
`,
    marks: ['""'],
    messages: '`source` is empty: Caffe opens the file "" and stops.',
  },
  {
    shows: 'an empty mean file',
    net: `layer { name: "d" type: "Data" top: "a" data_param { source: "s" batch_size: 2 } transform_param { mean_file: "" } }
`,
    marks: ['""'],
    messages: '`mean_file` is empty: Caffe opens the file "" and stops.',
  },
  {
    shows: 'an empty mean file of MemoryData',
    net: `layer { name: "d" type: "MemoryData" top: "a" top: "b" memory_data_param { batch_size: 2 channels: 3 height: 4 width: 4 } transform_param { mean_file: "" } }
`,
    marks: ['""'],
    messages: '`mean_file` is empty: Caffe opens the file "" and stops.',
  },
  {
    shows: 'an empty name of an infogain matrix',
    net: `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }
layer { name: "l" type: "InfogainLoss" bottom: "a" bottom: "b" top: "l" infogain_loss_param { source: "" } }
`,
    marks: ['""'],
    messages: '`source` is empty: Caffe opens the file "" and stops.',
  },
  {
    shows: 'a layer without parameters',
    net: `layer { name: "d" type: "HDF5Data" top: "a" }
`,
    marks: ['"HDF5Data"'],
    messages: '`source` is missing: Caffe opens the file "" and stops.',
  },
  {
    shows: 'an empty video file',
    net: `layer { name: "d" type: "VideoData" top: "a" data_param { batch_size: 1 } video_data_param { video_type: VIDEO video_file: "" } }
`,
    marks: ['""'],
    messages: '`video_file` is empty: Caffe opens the file "" and stops.',
    settings: { dialect: 'ssd' },
  },
  {
    shows: 'video data of a webcam',
    net: `layer { name: "d" type: "VideoData" top: "a" data_param { batch_size: 1 } }
`,
    marks: [],
    settings: { dialect: 'ssd' },
  },
  {
    shows: 'a layer with a source',
    net: `layer { name: "d" type: "ImageData" top: "a" top: "b" image_data_param { source: "list.txt" batch_size: 2 } }
`,
    marks: [],
  },
  {
    shows: 'a layer without a mean file',
    net: `layer { name: "d" type: "Data" top: "a" data_param { source: "s" batch_size: 2 } transform_param { scale: 1 } }
`,
    marks: [],
  },
  {
    shows: 'an Input layer',
    net: 'layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }\n',
    marks: [],
  },
]);

test('source-missing: the fix removes an empty mean file', () => {
  const net = `layer {
  name: "d" type: "Data" top: "a"
  data_param { source: "s" batch_size: 2 }
  transform_param { mean_file: "" }
}
`;
  const found = diagnostics(open(net)).find(({ code }) => code === 'source-missing');
  const [fix] = found?.fixes?.() ?? [];
  assert.equal(
    fix && applyEdits(net, fix.edits),
    `layer {
  name: "d" type: "Data" top: "a"
  data_param { source: "s" batch_size: 2 }
}
`,
  );
});
