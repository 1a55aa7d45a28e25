import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { residualNet } from '../../bench/generate.ts';
import type { Document } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { emptyContext } from '../../server/src/document/workspaceContext.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { Analyses } from '../../server/src/lsp/analyses.ts';
import { Texts } from '../../server/src/lsp/texts.ts';
import { netState } from '../../server/src/net/states/state.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const conditions = { settings: defaultSettings, context: emptyContext };
const hints = { shapes: true, parameters: true, batch: true };

class Editor {
  readonly texts = new Texts();
  readonly analyses = new Analyses();
  readonly documents: WeakRef<Document>[] = [];

  open(uri: string): void {
    this.texts.open({ uri, version: 1, text: residualNet(12) });
    this.analyze(uri);
  }

  /** Changes the size of a layer, or inserts a layer. */
  edit(uri: string, version: number): void {
    const text = this.texts.get(uri)?.getText() ?? '';
    const change =
      version % 10 === 0
        ? `${text}layer { name: "n${version}" type: "Input" top: "n${version}" }\n`
        : text.replace(/num_output: \d+/u, `num_output: ${version}`);
    this.texts.change(uri, version, [{ text: change }]);
    this.analyze(uri);
  }

  close(uri: string): void {
    this.texts.close(uri);
    this.analyses.forget(uri);
  }

  /** The number of analyzed documents in memory, which a background compilation may hold for a moment. */
  async alive(expected: number): Promise<number> {
    let count = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 50 && count > expected; tries++) {
      // A weak reference holds its document until the current task ends.
      await new Promise((resolve) => setTimeout(resolve, tries * 4));
      collect();
      count = this.documents.filter((document) => document.deref() !== undefined).length;
    }
    return count;
  }

  private analyze(uri: string): void {
    const text = this.texts.get(uri);
    if (!text) return;
    const document = this.analyses.of(text, conditions);
    diagnostics(document);
    inlayHints(document, undefined, netState('TRAIN'), hints);
    this.documents.push(new WeakRef(document));
  }
}

test('earlier analyses of an edited document are released', async () => {
  const editor = new Editor();
  editor.open('a');
  for (let version = 2; version <= 60; version++) editor.edit('a', version);
  assert.equal(await editor.alive(1), 1);
});

test('closed documents are released', async () => {
  const editor = new Editor();
  for (let count = 0; count < 10; count++) {
    editor.open(`${count}`);
    editor.edit(`${count}`, 2);
    editor.close(`${count}`);
  }
  assert.equal(await editor.alive(0), 0);
});
