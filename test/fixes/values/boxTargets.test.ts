import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { checkFixes } from '../../support/fixTable.ts';
import { open } from '../../support/fixture.ts';

/** The head of a detector: scores, boxes, and the Python layer that produces their targets. */
const net = (classes: number, scores: number, boxes: string, param = `"'num_classes': ${classes}"`) =>
  `# caffe-dialect: fast-rcnn+python
input: ["fc", "rois", "gt"]
input_shape { dim: 8 dim: 16 }
input_shape { dim: 8 dim: 5 }
input_shape { dim: 2 dim: 5 }
layer { name: "sampler" type: "Python" bottom: "rois" bottom: "gt" top: "regions" top: "classes" top: "targets" top: "in" top: "out" python_param { module: "rpn.proposal_target_layer" layer: "ProposalTargetLayer" param_str: ${param} } }
layer { name: "score" type: "InnerProduct" bottom: "fc" top: "score" inner_product_param { num_output: ${scores} weight_filler { type: "xavier" } } }
layer { name: "box" type: "InnerProduct" bottom: "fc" top: "box" inner_product_param { num_output: ${boxes} weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SmoothL1Loss" bottom: "box" bottom: ⟦"targets"⟧ bottom: "in" bottom: "out" top: "loss" }
layer { name: "s" type: "Silence" bottom: "regions" bottom: "classes" bottom: "score" }
`;
const whole = (...args: Parameters<typeof net>) => net(...args).replace(/[⟦⟧]/gu, '');

checkFixes([
  {
    shows: 'the Python layer with the classes of a different data set',
    bad: net(21, 3, '12'),
    code: 'ssd/smoothl1-channels',
    fixed: whole(3, 3, '12'),
    left: ['unused-top'],
  },
  {
    shows: 'the boxes with the classes of a different data set',
    bad: net(3, 3, '84'),
    code: 'ssd/smoothl1-channels',
    fixed: whole(3, 3, '12'),
    left: ['unused-top'],
  },
  {
    shows: 'a dictionary with different quotes',
    bad: net(21, 3, '12', `'{"feat_stride": 16, "num_classes": 21}'`),
    code: 'ssd/smoothl1-channels',
    fixed: whole(3, 3, '12', `'{"feat_stride": 16, "num_classes": 3}'`),
    left: ['unused-top'],
  },
]);

test('the number of classes is a related location; no fix is preferred if the scores match neither', () => {
  const text = whole(21, 5, '12');
  const diagnostic = diagnostics(open(text)).find(({ code }) => code === 'ssd/smoothl1-channels');
  assert.deepEqual(
    diagnostic?.related?.map(({ range }) => text.slice(range.start, range.end)),
    ['"box"', `"'num_classes': 21"`],
  );
  assert.deepEqual(
    diagnostic?.fixes?.().map(({ title, preferred }) => [title, preferred]),
    [
      ["Set `'num_classes': 3` in the `param_str` of `sampler`", undefined],
      ['Set `num_output: 84` in `box`', undefined],
    ],
  );
});
