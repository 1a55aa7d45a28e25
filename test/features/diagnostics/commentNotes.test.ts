import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

const input =
  'layer { name: "x" type: "Input" top: "blob" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

for (const [shows, text, expected, fixed] of [
  [
    'an unknown fork of a mix',
    `# caffe-dialect: segnet + pspnt\n${input}`,
    'comment/dialect pspnt: There is no dialect `pspnt`. Did you mean `pspnet`?',
    `# caffe-dialect: segnet + pspnet\n${input}`,
  ],
  [
    'a shape of a blob that the net does not have',
    `# shape: blub 1x3x8x8\n${input}`,
    'comment/shape blub: The net has no blob `blub`. Did you mean `blob`?',
    `# shape: blob 1x3x8x8\n${input}`,
  ],
  [
    'a shape that is none',
    `# shape: blob 1xax8\n${input}`,
    'comment/shape 1xax8: A shape is a size for each axis, such as `# shape: blob 1x3x224x224`.',
  ],
  [
    'a shape without sizes',
    `# shape: blob\n${input}`,
    'comment/shape blob: A shape is a size for each axis, such as `# shape: blob 1x3x224x224`.',
  ],
  [
    'a comment after other text',
    `name: "#a" # caffe-state: TEST\n${input}`,
    'comment/after-text # caffe-state: TEST: This comment has no effect after other text. Move it to its own line.',
    `# caffe-state: TEST\nname: "#a"\n${input}`,
  ],
  ...['caffe-dialects', 'caffe_dialect', 'Caffe-Dialect', 'caffe-dialet', 'caffe-dialect '].map(
    (name) =>
      [
        `the misspelled name ${name}`,
        `# ${name}: ssd\n${input}`,
        `comment/name ${name}: This comment has no effect. Did you mean \`# caffe-dialect:\`?`,
        `# caffe-dialect: ssd\n${input}`,
      ] as const,
  ),
  [
    'a second dialect',
    `# caffe-dialect: ssd\n# caffe-dialect: bvlc\n${input}`,
    'comment/repeated bvlc: This comment has no effect: only the first one of its kind in the file has.',
  ],
] as const)
  test(`${shows} is a warning`, () => {
    const [found, ...others] = diagnostics(open(text));
    assert.ok(found);
    assert.deepEqual(others, []);
    const { severity, code, range, message } = found;
    assert.equal(severity, 'warning');
    assert.equal(`${code} ${text.slice(range.start, range.end)}: ${message}`, expected);
    const [fix] = found.fixes?.() ?? [];
    assert.equal(fix && applyEdits(text, fix.edits), fixed);
  });

for (const [shows, text] of [
  ['a comment about Caffe', `# caffe: a framework\n# caffe-net: LeNet\n# Caffe models: many\n${input}`],
  ['a comment about shapes', `# shape: (N, C, H, W)\n# shape: of 3 images\n${input}`],
  ['a string with such a text', `name: "a # caffe-state: TEST"\n${input}`],
  [
    'a shape of a blob without a producer',
    `# shape: other 1x4\nlayer { name: "s" type: "Silence" bottom: "other" }\n`,
  ],
] as const)
  test(`${shows} is no warning`, () => {
    assert.deepEqual(
      diagnostics(open(text)).filter(({ code }) => code.startsWith('comment/')),
      [],
    );
  });
