import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '../../server/src/document/document.ts';
import { quoted } from '../../server/src/edit/newField.ts';
import { completion } from '../../server/src/features/completion/index.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { summarize } from '../../server/src/features/summary/summary.ts';
import { summaryMarkdown } from '../../server/src/features/summary/summaryTable.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { visible } from '../../server/src/text/visible.ts';
import { open } from '../support/fixture.ts';
import { openIn } from '../workspace/support/memoryHost.ts';
import { hostileNames } from './support/hostileNames.ts';
import { plainTags, rendered, tagsOf } from './support/rendered.ts';

const state = netState('TRAIN');
const hints = { shapes: true, parameters: true, batch: true };

/** A net with a name in every position. */
function netWith(name: string): string {
  const own = quoted(name);
  return `name: ${own}
layer { name: "d" type: "Input" top: "d" top: ${own} input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: ${own} type: "ReLU" bottom: "d" top: "r" }
layer { name: "u" type: ${own} bottom: "r" top: ${own} top: "v" }
layer { name: "p" type: "Python" bottom: ${own} top: "w" python_param { module: ${own} layer: ${own} } }
layer { name: "c" type: "Convolution" bottom: "r" top: "s" param { name: ${own} } convolution_param { num_output: 3 kernel_size: 3 weight_filler { type: ${own} } } }
layer { name: "e" type: "Convolution" bottom: "r" top: "t" param { name: ${own} } convolution_param { num_output: 3 kernel_size: 3 group: 2 } }
layer { name: ${own} type: "BatchNorm" bottom: "s" top: ${own} }
layer { name: "f" type: "HDF5Data" top: "x" hdf5_data_param { source: ${own} batch_size: 1 } }
layer { name: "g" type: "Concat" bottom: "x" bottom: ${own} bottom: "w" bottom: "s" top: "y" }
layer { name: "i" type: "Reshape" bottom: "y" top: "z" }
`;
}

/** The Markdown about a document: hovers of all words and strings, completions, tooltips and the summary. */
function* markdownAbout(document: Document): Generator<string> {
  for (const { index } of document.text.matchAll(/\b\w|"./gu))
    yield hover(document, index + 1, state)?.markdown.text ?? '';
  for (const word of ['type: "', 'bottom: "', 'grow_param { ']) {
    const end = document.text.indexOf(word) + word.length;
    for (const { documentation } of completion(document, end, state)) yield documentation().text;
  }
  for (const { tooltip } of inlayHints(document, undefined, state, hints)) yield tooltip?.text ?? '';
  yield summaryMarkdown(summarize(document, state));
}

function assertSafe(document: Document, name: string): void {
  for (const piece of new Set(markdownAbout(document))) {
    const others = tagsOf(piece).filter((tag) => !plainTags.has(tag));
    assert.deepEqual(others, [], `${JSON.stringify(name)}\n${piece}`);
  }
}

test('no name in a net adds a link, an image, HTML or structure to what editors show', () => {
  for (const name of hostileNames) assertSafe(open(netWith(name)), name);
});

test('a layer and its blobs are shown by their names', () => {
  for (const name of hostileNames) {
    const document = open(netWith(name));
    const at = (before: string) => document.text.indexOf(before) + before.length + 1;
    const about = (before: string) => rendered(hover(document, at(before), state)?.markdown.text ?? '');
    const layer = about('layer { name: "u" type: ');
    const blob = about('layer { name: "p" type: "Python" bottom: ');
    for (const text of [layer, blob])
      assert.ok(text.includes(visible(name).replace('\t', ' ')), `${JSON.stringify(name)}\n${text}`);
  }
});

test('the documentation of declarations and comments of a schema are text', async () => {
  for (const name of hostileNames) {
    const layers = { Grow: { doc: name, shapes: ['same'] } };
    const comment = visible(name).replaceAll('*/', '');
    const schema = `syntax = "proto2"; package caffe;
/* ${comment} */
message GrowParameter { /* ${comment} */ optional int32 factor = 1; }
message LayerParameter { optional string name = 1; optional string type = 2; repeated string bottom = 3; repeated string top = 4; optional GrowParameter grow_param = 5; }
message NetParameter { optional string name = 1; repeated LayerParameter layer = 100; }`;
    const { document } = await openIn(
      { '/w/caffe-prototxt.json': JSON.stringify({ layers, proto: 'own.proto' }), '/w/own.proto': schema },
      'layer { name: "g" type: "Grow" top: "g" grow_param { factor: 1 } }\n',
    );
    assert.equal(document.schema.message('GrowParameter')?.fields.size, 1);
    assertSafe(document, name);
  }
});

test('names of solvers are text', async () => {
  for (const name of hostileNames.filter((each) => !each.includes('/'))) {
    const net = 'layer { name: "d" type: "Input" top: "d" }\n';
    const solver = 'net: "net.prototxt"\nbase_lr: 1\n';
    const files = { '/w/models/net.prototxt': net, [`/w/models/${name}.prototxt`]: solver };
    const { document } = await openIn(files, net);
    assert.equal(document.states().by, 'solver');
    assertSafe(document, name);
  }
});
