import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument, withContext } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { noHost } from '../../server/src/workspace/host.ts';
import { loadContext } from '../../server/src/workspace/loadContext.ts';
import { openIn } from './support/memoryHost.ts';

const solver = (nets: string) => `${nets}\nbase_lr: 0.1\nlr_policy: "fixed"\nmax_iter: 9\n`;
const files = { '/w/models/train.prototxt': '', '/w/data/test.prototxt': '' };

/** The text of each net that is reported as missing. */
async function missingIn(text: string, settings = {}): Promise<string[]> {
  const { document } = await openIn(files, text, settings);
  return diagnostics(document)
    .filter(({ code }) => code === 'solver/net-not-found')
    .map(({ range }) => text.slice(range.start, range.end));
}

for (const [shows, nets, expected] of [
  ['a net beside the solver', 'net: "train.prototxt"', []],
  ['a net relative to a folder above', 'net: "data/test.prototxt"', []],
  ['a net beside the solver, with the folders of another machine', 'net: "/home/me/train.prototxt"', []],
  ['a missing net', 'net: "trian.prototxt"', ['trian.prototxt']],
  [
    'several nets',
    'train_net: "train.prototxt" test_net: "a.prototxt" test_net: "data/test.prototxt" test_net: \'__proto__\'',
    ['a.prototxt', '__proto__'],
  ],
  ['a net without a name', 'net: ""', []],
  ['a net in the solver', 'net_param { layer { name: "a" type: "Silence" } }', []],
  ['a half-typed name', 'net: "', []],
] as const) {
  test(`nets of a solver whose files do not exist: ${shows}`, async () => {
    assert.deepEqual(await missingIn(solver(nets)), expected);
  });
}

test('a solver without a path, or whose files may not be read, has no missing nets', async () => {
  const text = solver('net: "gone.prototxt"');
  assert.deepEqual(await missingIn(text, { sources: false }), []);
  const document = createDocument({ uri: 'untitled:a', version: 0, text, settings: defaultSettings });
  const { context } = await loadContext(document, { inputShapes: [] }, noHost);
  assert.equal(withContext(document, context), document);
});

test('the range of a missing net follows the text', async () => {
  const { document, loaded } = await openIn(files, solver('net: "gone.prototxt"'));
  const text = `# a comment\n${document.text}`;
  const edited = createDocument({ uri: document.uri, version: 1, text, settings: defaultSettings });
  const [found] = diagnostics(withContext(edited, loaded.context));
  assert.equal(text.slice(found?.range.start, found?.range.end), 'gone.prototxt');
});
