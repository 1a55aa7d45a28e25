import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { ContextStore } from '../../server/src/lsp/contextStore.ts';
import { noHost } from '../../server/src/workspace/host.ts';

const uri = 'file:///w/net.prototxt';
const documentOf = (schema: string) =>
  createDocument({
    uri,
    version: 0,
    text: `# proto-file: ${schema}\nname: "n"\n`,
    settings: defaultSettings,
  });

/** A host without files; the answer for the slow name is delayed until it is released. */
function aroundWithSlowHost() {
  const contexts = new ContextStore();
  let letGo = () => {};
  const waiting = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  contexts.host = {
    ...noHost,
    path: (file) => file,
    candidates: (name) => [name],
    size: async (path) => {
      if (path === 'slow.proto') await waiting;
      return undefined;
    },
  };
  const named = () => contexts.of(uri).notices.map(({ message }) => /`(.*?)`/u.exec(message)?.[1]);
  return { around: contexts, letGo, named };
}

test('an older request that ends late does not replace a newer one', async () => {
  const { around: contexts, letGo, named } = aroundWithSlowHost();
  const slow = contexts.refresh(documentOf('slow.proto'));
  assert.ok(await contexts.refresh(documentOf('fast.proto')));
  letGo();
  assert.equal(await slow, undefined);
  assert.deepEqual(named(), ['fast.proto']);
});

test('a document that is closed during a request has no workspace context', async () => {
  const { around: contexts, letGo, named } = aroundWithSlowHost();
  const slow = contexts.refresh(documentOf('slow.proto'));
  contexts.forget(uri);
  letGo();
  assert.equal(await slow, undefined);
  assert.deepEqual(named(), []);
});
