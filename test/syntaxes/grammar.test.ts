import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';

// Both packages are UMD, so an ES import does not find their named exports.
const require = createRequire(import.meta.url);
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

let grammar: IGrammar;

before(async () => {
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const path = new URL('../../syntaxes/prototxt.tmLanguage.json', import.meta.url);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(await readFile(path, 'utf8'), path.pathname),
  });
  const loaded = await registry.loadGrammar('source.prototxt');
  assert.ok(loaded);
  grammar = loaded;
});

/** The non-blank tokens of a text, each with its innermost scope. */
function scopes(text: string): [string, string][] {
  const found: [string, string][] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex).trim();
      if (piece) found.push([piece, scopes.at(-1)?.replace('.prototxt', '') ?? '']);
    }
    stack = ruleStack;
  }
  return found;
}

/** The scope of a token in a text. */
function scopeOf(piece: string, text: string): string | undefined {
  return scopes(text).find(([found]) => found === piece)?.[1];
}

test('a layer', () => {
  assert.deepEqual(scopes('layer {\n  type: "Pooling" # max\n  pooling_param { pool: MAX }\n}'), [
    ['layer', 'keyword.other.layer'],
    ['{', 'punctuation.section.block.begin'],
    ['type', 'variable.other.property'],
    [':', 'punctuation.separator.key-value'],
    ['"', 'punctuation.definition.string.begin'],
    ['Pooling', 'entity.name.type.layer'],
    ['"', 'punctuation.definition.string.end'],
    ['#', 'punctuation.definition.comment'],
    ['max', 'comment.line.number-sign'],
    ['pooling_param', 'entity.name.tag.message'],
    ['{', 'punctuation.section.block.begin'],
    ['pool', 'variable.other.property'],
    [':', 'punctuation.separator.key-value'],
    ['MAX', 'variable.other.enummember'],
    ['}', 'punctuation.section.block.end'],
    ['}', 'punctuation.section.block.end'],
  ]);
});

test('the type of a V1 layer is highlighted as a layer type', () => {
  assert.equal(scopeOf('CONVOLUTION', 'layers { type: CONVOLUTION }'), 'entity.name.type.layer');
});

test('all number formats', () => {
  for (const [text, kind] of [
    ['12', 'integer'],
    ['-3', 'integer'],
    ['017', 'octal'],
    ['0x1F', 'hex'],
    ['1.5', 'float'],
    ['-.5', 'float'],
    ['2.', 'float'],
    ['1e-3', 'float'],
    ['0.5f', 'float'],
    ['10F', 'float'],
    ['inf', 'float'],
    ['-infinity', 'float'],
    ['nan', 'float'],
  ] as const) {
    assert.equal(scopeOf(text, `base_lr: ${text}`), `constant.numeric.${kind}`, text);
  }
});

test('booleans are not enum constants', () => {
  assert.equal(scopeOf('true', 'bias_term: true'), 'constant.language.boolean');
  assert.equal(scopeOf('SUM', 'operation: SUM'), 'variable.other.enummember');
});

test('strings with escapes, double or single quotes, and a hash', () => {
  const text = `source: "a\\n#\\x41" name: 'b"c'`;
  assert.equal(scopeOf('\\n', text), 'constant.character.escape');
  assert.equal(scopeOf('#', text), 'string.quoted.double');
  assert.equal(scopeOf('\\x41', text), 'constant.character.escape');
  assert.equal(scopeOf('b"c', text), 'string.quoted.single');
  assert.equal(scopeOf('\\q', 'name: "\\q"'), 'invalid.illegal.escape');
});

test('an unclosed string only affects its line', () => {
  assert.equal(scopeOf('top', 'name: "conv1\ntop: "conv1"'), 'variable.other.property');
});

test('angle brackets, lists, separators', () => {
  const text = 'shape < dim: [1, 3], dim: 4; >';
  assert.equal(scopeOf('shape', text), 'entity.name.tag.message');
  assert.equal(scopeOf('<', text), 'punctuation.section.block.begin');
  assert.equal(scopeOf('[', text), 'punctuation.section.list.begin');
  assert.equal(scopeOf('3', text), 'constant.numeric.integer');
  assert.equal(scopeOf(';', text), 'punctuation.separator');
});

test('an extension name is not a list', () => {
  assert.equal(scopeOf('caffe.my_ext', '[caffe.my_ext] { a: 1 }'), 'entity.other.attribute-name.extension');
  assert.equal(
    scopeOf('type.googleapis.com/caffe.Net', '[type.googleapis.com/caffe.Net] { }'),
    'entity.other.attribute-name.extension',
  );
});

test('a brace on the next line', () => {
  assert.equal(scopeOf('layer', 'layer\n{\n}'), 'keyword.other.layer');
  assert.equal(scopeOf('pooling_param', 'layer {\n  pooling_param\n  { }\n}'), 'entity.name.tag.message');
});
