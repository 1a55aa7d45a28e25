import assert from 'node:assert/strict';
import { test } from 'node:test';
import { md } from '../../../server/src/features/markdown.ts';
import { noCapabilities } from '../../../server/src/lsp/capabilities.ts';
import { toCompletion } from '../../../server/src/lsp/convert/completion.ts';
import {
  toCodeAction,
  toDiagnostic,
  toDocumentSymbol,
  toFileDiagnostic,
} from '../../../server/src/lsp/convert/features.ts';
import { Texts } from '../../../server/src/lsp/texts.ts';

/** Texts of files are sent as one line, in which control characters are visible. */

const text = new Texts().create({ uri: 'file:///a.prototxt', version: 1, text: 'name: "a"\n' });
const range = { start: 0, end: 4 };
const [name, shown] = ['a\nb\u202ec', 'a⏎b\\u202ec'];
const linkOf = () => undefined;

test('the message of a diagnostic', () => {
  const diagnostic = { severity: 'error', code: 'c', message: name, range, layer: null, states: [] } as const;
  const related = [{ range, message: name }];
  const sent = toDiagnostic({ ...diagnostic, related }, text, linkOf);
  assert.equal(sent.message, shown);
  assert.equal(sent.relatedInformation?.[0]?.message, shown);
});

test('the message of a problem in another file', () => {
  assert.equal(toFileDiagnostic({ message: name, range, severity: 'error' }, text).message, shown);
});

test('the title of a code action', () => {
  const support = {
    ...noCapabilities,
    fixAllOfCode: () => [],
    declareLayerEdit: () => undefined,
    linkOf,
  };
  assert.equal(toCodeAction({ title: name, diagnostic: undefined, edits: [] }, text, support)?.title, shown);
});

test('the name of a symbol and its detail', () => {
  const symbol = { name, detail: name, kind: 'layer', range, selectionRange: range, children: [] } as const;
  const sent = toDocumentSymbol(symbol, text);
  assert.deepEqual([sent.name, sent.detail], [shown, shown]);
});

test('the label of a completion and its detail, but not the inserted text', () => {
  const texts = { label: name, detail: name, filter: name, snippet: name };
  const item = {
    ...texts,
    kind: 'blob',
    order: '0',
    documentation: () => md``,
    range,
    deprecated: false,
  } as const;
  const sent = toCompletion(item, text, noCapabilities, { list: 1, index: 0 });
  assert.deepEqual([sent.label, sent.detail], [shown, shown]);
  assert.equal(sent.textEdit?.newText, name);
});
