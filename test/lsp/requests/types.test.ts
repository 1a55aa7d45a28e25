import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Location } from 'vscode-languageserver';
import { Client } from '../support/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'types-'));
after(() => rmSync(folder, { recursive: true }));

const files: Readonly<Record<string, string>> = {
  'own.proto': `syntax = "proto2"; package caffe;
message NetParameter { repeated LayerParameter layer = 1; }
message LayerParameter { optional string name = 1; optional string type = 2; repeated string bottom = 3;
  repeated string top = 4; optional GrowParameter grow_param = 5; optional GrowParameter shrink_param = 6; }
message GrowParameter { optional uint32 factor = 1; }
`,
  'caffe-prototxt.json': '{\n  "layers": { "Grow": { "shapes": [["bottom[0][0]", 2]] } }\n}\n',
};
const net = `# proto-file: own.proto
layer { name: "x" type: "Source" top: "x" }
layer { name: "g" type: "Grow" bottom: "x" top: "g" grow_param { factor: 2 } }
layer { name: "s" type: "Shrink" bottom: "x" top: "s" }
`;

/** The text that a location marks, with its file. */
function marked({ uri, range: { start, end } }: Location): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const line = files[name]?.split('\n')[start.line] ?? '';
  return `${name}: ${line.slice(start.character, end.character)}`;
}

test('the declaration of the type of a layer, and of a field', async () => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const client = await Client.start({ folder: pathToFileURL(folder).href });
  await client.open(net);
  await client.errors();
  const at = async (line: number, word: string): Promise<string | undefined> => {
    const character = (net.split('\n')[line]?.indexOf(word) ?? 0) + 1;
    const position = { line, character };
    const found = await client.ask<Location[] | null>('textDocument/typeDefinition', { position });
    return found?.map(marked).join();
  };
  assert.equal(await at(2, 'Grow'), 'caffe-prototxt.json: "Grow"');
  assert.equal(await at(2, 'layer'), 'caffe-prototxt.json: "Grow"');
  assert.equal(await at(3, 'Shrink'), 'own.proto: shrink_param');
  assert.equal(await at(2, 'factor'), 'own.proto: factor');
  assert.equal(await at(2, 'grow_param'), 'own.proto: grow_param');
  assert.equal(await at(1, 'Source'), undefined);
  assert.equal(await at(2, '2 }'), undefined);
  assert.equal(await client.stop(), 0);
});
