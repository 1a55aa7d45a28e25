import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import type { ClassesAnswer, ClassInfo } from '../../../server/src/lsp/protocol.ts';
import { Client, type ClientOptions } from '../support/client.ts';

const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 10 } }
layer { name: "prob" type: "Softmax" bottom: "fc" top: "prob" }
`;
const start = { line: 1, character: net.split('\n')[1]?.indexOf('10') ?? 0 };
const end = { line: 1, character: start.character + 2 };

async function withClient(options: ClientOptions, run: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start({ initializationOptions: { clientCommands: true }, ...options });
  await client.open(net);
  await run(client);
  assert.equal(await client.stop(), 0);
}

test('a number of classes: the action runs the command, which changes it', async () => {
  await withClient({}, async (client) => {
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      range: { start, end: start },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const action = actions.find(({ command }) => command?.command === 'caffePrototxt.changeClasses');
    assert.equal(action?.title, 'Change the number of classes (10)…');
    assert.deepEqual(action.command?.arguments, [client.uri, { kind: 'changeClasses', classes: 10 }]);
    const infos = await client.ask<ClassInfo[]>('caffePrototxt/classes');
    assert.deepEqual(infos, [{ classes: 10, layers: ['fc'], hasBackground: false }]);
    const answer = await client.ask<ClassesAnswer>('caffePrototxt/changeClasses', { from: 10, to: 3 });
    assert.deepEqual(answer, {
      edit: { changes: { [client.uri]: [{ range: { start, end }, newText: '3' }] } },
      learned: ['fc'],
    });
    const refused = await client.ask<ClassesAnswer>('caffePrototxt/changeClasses', { from: 10, to: 0 });
    assert.deepEqual(refused, { problem: 'The number of classes must be 1 or more.', learned: [] });
  });
});

test('an editor that shows labels of edits: each place has one', async () => {
  await withClient({ labelsEdits: true }, async (client) => {
    const { edit } = await client.ask<ClassesAnswer>('caffePrototxt/changeClasses', { from: 10, to: 3 });
    assert.deepEqual(edit, {
      changeAnnotations: {
        0: { label: 'fc', description: 'num_output: 10 → 3', needsConfirmation: true },
      },
      documentChanges: [
        {
          textDocument: { uri: client.uri, version: 1 },
          edits: [{ range: { start, end }, newText: '3', annotationId: '0' }],
        },
      ],
    });
  });
});
