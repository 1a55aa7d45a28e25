import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument, type Document, withContext } from '../../server/src/document/document.ts';
import { layersIn } from '../../server/src/document/layers.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { completion } from '../../server/src/features/completion/index.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { formatShape } from '../../server/src/shape/shape.ts';
import { loadContext } from '../../server/src/workspace/loadContext.ts';
import { memoryHost, openIn } from './support/memoryHost.ts';

const shapesOf = (document: Document) =>
  layersIn(document, netState('TRAIN')).map(({ outputs }) =>
    outputs.map(({ shape }) => formatShape(shape)).join(' '),
  );
const said = (document: Document) =>
  diagnostics(document).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);

const input =
  'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** A custom Caffe: an additional layer with one field, and what the nets here need of the rest. */
const proto = `syntax = "proto2";
package caffe;
message BlobShape { repeated int64 dim = 1; }
message InputParameter { repeated BlobShape shape = 1; }
message NetParameter { optional string name = 1; repeated LayerParameter layer = 100; }
message LayerParameter {
  optional string name = 1;
  optional string type = 2;
  repeated string bottom = 3;
  repeated string top = 4;
  optional InputParameter input_param = 143;
  // The growth factor of the image.
  optional GrowParameter grow_param = 200;
}
message GrowParameter {
  // Times the height and the width.
  optional uint32 factor = 1 [default = 2];
  optional Way way = 2;
  enum Way { NEAR = 0; SMOOTH = 1; }
}
`;
const declarations = `{
  // the layer of our own
  "layers": {
    "Grow": {
      "doc": "Makes pictures larger.",
      "bottoms": 1,
      "tops": 1,
      "shapes": [["bottom[0][0]", "bottom[0][1]", "bottom[0][2] * grow_param.factor", "bottom[0][3] * grow_param.factor"]],
      "params": { "weight": ["bottom[0][1]", "grow_param.factor"] }
    }
  }
}`;
const grown = (param: string) =>
  `# proto-file: proto/own.proto\n${input}layer { name: "g" type: "Grow" bottom: "x" top: "g" ${param} }\n`;
const own = { '/w/proto/own.proto': proto, '/w/caffe-prototxt.json': declarations };

test('a custom schema with a layer and a field: accepted, with the shape of its declaration', async () => {
  const { document } = await openIn(own, grown('grow_param { factor: 3 way: SMOOTH }'));
  assert.deepEqual(said(document), []);
  assert.deepEqual(shapesOf(document), ['1×3×8×8', '1×3×24×24']);
  assert.deepEqual([document.dialect.name, document.choice.by], ['own.proto', 'workspace']);
  const [, layer] = layersIn(document, netState('TRAIN'));
  assert.deepEqual(
    layer?.params.map(({ role, shape }) => [role, shape]),
    [['weight', [3, 3]]],
  );
});

test('its default applies', async () => {
  const { document } = await openIn(own, grown(''));
  assert.deepEqual(shapesOf(document), ['1×3×8×8', '1×3×16×16']);
});

test('completion and hovers, with the comments of the schema and the text of the declaration', async () => {
  const text = grown('grow_param { factor: 3 }');
  const { document } = await openIn(own, text);
  const inside = text.indexOf('factor');
  const fields = completion(document, inside, netState('TRAIN'));
  assert.deepEqual(
    fields.map(({ label, documentation }) => [
      label,
      documentation().text.includes('Times the height and the width.'),
    ]),
    [
      ['factor', true],
      ['way', false],
    ],
  );
  const types = completion(document, text.indexOf('Grow"') + 2, netState('TRAIN'));
  assert.ok(
    types.some(
      ({ label, documentation }) => label === 'Grow' && documentation().text === 'Makes pictures larger.',
    ),
  );
  assert.match(
    hover(document, inside + 1, netState('TRAIN'))?.markdown.text ?? '',
    /Times the height and the width\./u,
  );
  assert.match(
    hover(document, text.indexOf('Grow"') + 1, netState('TRAIN'))?.markdown.text ?? '',
    /Makes pictures larger\./u,
  );
});

test('what the schema lacks is a failure, even if BVLC has it', async () => {
  const { document } = await openIn(own, grown('pooling_param { }'));
  assert.deepEqual(
    said(document).map((text) => text.split(':')[0]),
    ['error text/unknown-field'],
  );
});

test('a layer without a declaration is no failure in a custom Caffe', async () => {
  const { document } = await openIn({ '/w/proto/own.proto': proto }, grown(''));
  assert.deepEqual(
    diagnostics(document).map(({ severity, code }) => [severity, code]),
    [['hint', 'shape/unknown']],
  );
});

test('a missing schema: reported at the comment and otherwise ignored', async () => {
  const { document } = await openIn({}, `# proto-file: gone.proto\n${input}`);
  assert.deepEqual(said(document), [
    'warning comment/proto-file: The schema `gone.proto` does not exist; searched for /w/models/gone.proto, /w/gone.proto.',
  ]);
  const [note] = diagnostics(document);
  assert.equal(document.text.slice(note?.range.start, note?.range.end), 'gone.proto');
  assert.deepEqual(shapesOf(document), ['1×3×8×8']);
});

test('a broken schema: reported at the comment, and at its location in the schema', async () => {
  const broken = proto.replace('optional uint32 factor', 'optional uint33 factor');
  const { document, loaded } = await openIn({ ...own, '/w/proto/own.proto': broken }, grown(''));
  assert.ok(
    said(document).some((text) =>
      text.startsWith(
        'warning comment/proto-file: The schema `proto/own.proto` has 2 errors. The first: Unknown type `uint33`.',
      ),
    ),
  );
  const [diagnostic] = loaded.readWhole.get('/w/proto/own.proto')?.diagnostics ?? [];
  assert.equal(broken.slice(diagnostic?.range.start, diagnostic?.range.end), 'uint33');
});

test('a schema that is not a schema', async () => {
  const { document, loaded } = await openIn(
    { '/w/proto/own.proto': '\u0000\u0001 not { a proto' },
    grown(''),
  );
  assert.ok(said(document).some((text) => text.startsWith('warning comment/proto-file')));
  assert.ok((loaded.readWhole.get('/w/proto/own.proto')?.diagnostics.length ?? 0) > 0);
});

test('an unsupported message', async () => {
  const { document } = await openIn(own, `# proto-message: caffe.BlobProto\n${grown('')}`);
  assert.match(said(document)[0] ?? '', /^warning comment\/proto-message: `caffe.BlobProto`/u);
});

test('the message in a comment is the message of the file', async () => {
  const text = 'name: "n"\n';
  assert.equal((await openIn({}, text)).document.root, 'NetParameter');
  assert.equal(
    (await openIn({}, `# proto-message: caffe.SolverParameter\n${text}`)).document.root,
    'SolverParameter',
  );
});

test('broken declarations: reported at their location in their file; the others still apply', async () => {
  const text = declarations
    .replace('"bottoms": 1', '"bottom": 1')
    .replace('* grow_param.factor"', '* grow_param."');
  const { loaded } = await openIn({ ...own, '/w/caffe-prototxt.json': text }, grown(''));
  const diagnostics = loaded.readWhole.get('/w/caffe-prototxt.json')?.diagnostics ?? [];
  assert.ok(diagnostics.some(({ range }) => text.slice(range.start, range.end) === '"bottom"'));
  assert.ok(diagnostics.length >= 2);
  const half = await openIn({ ...own, '/w/caffe-prototxt.json': '{ "layers": { "Grow": {' }, grown(''));
  assert.ok((half.loaded.readWhole.get('/w/caffe-prototxt.json')?.diagnostics.length ?? 0) > 0);
});

test('the setting has the schema of files without their own', async () => {
  const text = grown('').replace(/^.*\n/u, '');
  const { document } = await openIn(own, text, { proto: 'proto/own.proto' });
  assert.equal(document.dialect.name, 'own.proto');
});

test('the workspace sets a dialect, a comment a different one', async () => {
  const files = { '/w/caffe-prototxt.json': '{ "dialect": "ssd" }' };
  assert.equal((await openIn(files, input)).document.dialect.name, 'ssd');
  const other = await openIn(files, `# caffe-dialect: intel\n${input}`);
  assert.equal(other.document.dialect.name, 'intel');
});

test('a declared Python layer, and a declared layer without a custom schema', async () => {
  const files = {
    '/w/caffe-prototxt.json': `{ "layers": {
      "Python my.module.Mine": { "bottoms": 1, "tops": 1, "shapes": [["bottom[0][0]", 5]] },
      "Mine": { "shapes": ["bottom[0]"] }
    } }`,
  };
  const text = `${input}layer { name: "p" type: "Python" bottom: "x" top: "p" python_param { module: "my.module" layer: "Mine" } }
layer { name: "m" type: "Mine" bottom: "p" top: "m" }`;
  const { document } = await openIn(files, text);
  assert.deepEqual(shapesOf(document), ['1×3×8×8', '1×5', '1×5']);
  assert.deepEqual(said(document), []);
});

test("BVLC's layers cannot be declared", async () => {
  const files = { '/w/caffe-prototxt.json': '{ "layers": { "ReLU": { "shapes": [[7]] } } }' };
  const { document } = await openIn(files, `${input}layer { name: "r" type: "ReLU" bottom: "x" top: "r" }`);
  assert.deepEqual(shapesOf(document), ['1×3×8×8', '1×3×8×8']);
});

test('shapes by file pattern: declarations override the setting, a comment overrides both', async () => {
  const data = 'layer { name: "d" type: "Data" top: "data" data_param { source: "db" batch_size: 4 } }\n';
  const setting = { inputShapes: [{ pattern: '*.prototxt', shapes: new Map([['data', [4, 1, 1, 1]]]) }] };
  const files = {
    '/w/caffe-prototxt.json':
      '{ "inputShapes": { "models/n*.prototxt": { "data": "4x2x2x2" }, "other": { "data": "9" } } }',
  };
  const first = async (...given: Parameters<typeof openIn>) => shapesOf((await openIn(...given)).document)[0];
  assert.equal(await first({}, data), '4×?×?×?');
  assert.equal(await first({}, data, setting), '4×1×1×1');
  assert.equal(await first(files, data, setting), '4×2×2×2');
  assert.equal(await first(files, `# shape: data 4x3x3x3\n${data}`, setting), '4×3×3×3');
});

test('data files of layers are read, next to the net and at the root', async () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 20, 0, 0, 0,
    10, 8, 2, 0, 0, 0, 0, 0, 0, 0,
  ]);
  const text = `layer { name: "i" type: "ImageData" top: "data" top: "label"
    image_data_param { source: "lists/train.txt" root_folder: "pictures/" batch_size: 2 } }\n`;
  const files = { '/w/lists/train.txt': 'a.png 3\nb.png 4\n', '/w/models/pictures/a.png': png };
  assert.equal(shapesOf((await openIn(files, text)).document)[0], '2×3×10×20 2');
  const { document } = await openIn({ '/w/lists/train.txt': 'gone.png 1\n' }, text);
  assert.equal(shapesOf(document)[0], '2×3×?×? 2');
  assert.match(said(document)[0] ?? '', /^hint shape\/unknown: .*`pictures\/gone.png` does not exist/u);
});

test('a name from a list is shown shortened, with visible control characters', async () => {
  const text = `layer { name: "i" type: "ImageData" top: "data" top: "label" image_data_param { source: "list" } }\n`;
  const shown = async (line: string) =>
    said((await openIn({ '/w/list': `${line} 1\n` }, text)).document)[0] ?? '';
  assert.match(await shown('\u001b[2J\u202e'), /`\\x1b\[2J\\u202e` does not exist/u);
  assert.match(await shown('x'.repeat(3000)), /`x{119}…` does not exist/u);
});

test('without sources, only the schema of the settings is read', async () => {
  const data =
    'layer { name: "d" type: "HDF5Data" top: "data" hdf5_data_param { source: "list" batch_size: 4 } }\n';
  const closed = { sources: false };
  assert.match(
    said((await openIn({ '/w/list': 'x.h5\n' }, data, closed)).document)[0] ?? '',
    /`list` is in a location that may not be read/u,
  );
  const notice = 'warning comment/proto-file: The schema `proto/own.proto` may not be read.';
  assert.ok(said((await openIn(own, grown(''), closed)).document).includes(notice));
  const files = { ...own, '/w/caffe-prototxt.json': '{ "proto": "proto/own.proto" }' };
  assert.equal((await openIn(files, input, closed)).document.dialect.name, 'bvlc');
  const settings = { ...closed, proto: 'proto/own.proto' };
  assert.equal((await openIn(own, input, settings)).document.dialect.name, 'own.proto');
});

test('without a workspace context, the document stays the same object', async () => {
  const alone = createDocument({
    uri: '/w/models/net.prototxt',
    version: 0,
    text: input,
    settings: defaultSettings,
  });
  const loaded = await loadContext(alone, { inputShapes: [] }, memoryHost({}));
  assert.equal(withContext(alone, loaded.context), alone);
});
