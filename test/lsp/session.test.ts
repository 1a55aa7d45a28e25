import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Host } from '../../server/src/workspace/host.ts';
import { memoryHost } from '../workspace/support/memoryHost.ts';
import { LocalServer } from './support/localServer.ts';

const [one, other] = ['file:///w/models/one.prototxt', 'file:///w/models/other.prototxt'];
const sound = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }\n';

let server: LocalServer | undefined;

async function start(host: Host): Promise<LocalServer> {
  server = await LocalServer.start(host);
  return server;
}

afterEach(() => server?.stop());

/** A host whose files can be read once `release` is called. */
function slowHost(files: Readonly<Record<string, string>>) {
  const host = memoryHost(files);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const size = async (path: string) => {
    await released;
    return host.size(path);
  };
  return { host: { ...host, size }, release };
}

test('an error in a half-typed word is published 500 ms after the last edit', async () => {
  const editor = await start(memoryHost({}));
  await editor.open(one, sound);
  await editor.write(one, 2, `${sound}layer { nam }\n`);
  const early = editor.shown(one);
  await editor.advance(499);
  assert.deepEqual(editor.shown(one), early);
  await editor.advance(1);
  assert.ok(editor.shown(one)?.some((label) => label.startsWith('error text/')));
});

test('settings that change while the context of a document is loaded apply to its first diagnostics', async () => {
  const { host, release } = slowHost({});
  const editor = await start(host);
  const dropout =
    'layer { name: "d" type: "Dropout" bottom: "x" top: "d" dropout_param { dropout_ratio: 50 } }\n';
  await editor.open(one, sound + dropout);
  assert.equal(editor.shown(one), undefined);
  await editor.configure({ rules: { 'dropout-ratio': 'error' } });
  release();
  await editor.advance(0);
  assert.ok(editor.shown(one)?.includes('error dropout-ratio'));
  assert.equal(editor.published.length, 1);
});

test('nothing is published for a document that is closed while its context is loaded', async () => {
  const { host, release } = slowHost({});
  const editor = await start(host);
  await editor.open(one, `${sound}layer { typ: "x" }\n`);
  await editor.close(one);
  release();
  await editor.advance(1000);
  assert.deepEqual(
    editor.published.filter(({ uri, diagnostics }) => uri === one && diagnostics.length > 0),
    [],
  );
});

test('the diagnostics of a file that two documents share stay until both are closed', async () => {
  const schema = '/w/own.proto';
  const editor = await start(memoryHost({ [schema]: 'message NetParameter { optional int32 = 1; }' }));
  const text = `# proto-file: own.proto\n${sound}`;
  await editor.open(one, text);
  await editor.open(other, text);
  assert.notDeepEqual(editor.shown(schema), []);
  await editor.close(one);
  assert.notDeepEqual(editor.shown(schema), []);
  await editor.close(other);
  assert.deepEqual(editor.shown(schema), []);
});

test('a document is diagnosed even if its files cannot be accessed', async () => {
  const broken: Host = {
    ...memoryHost({}),
    configurations: () => {
      throw new Error('no access');
    },
  };
  const editor = await start(broken);
  await editor.open(one, `${sound}layer { typ: "x" }\n`);
  assert.ok(editor.shown(one)?.includes('error text/unknown-field'));
});
