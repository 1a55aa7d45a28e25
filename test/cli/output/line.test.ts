import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, type LineOptions, lineText } from '../../../server/src/cli/output/line.ts';

const table: readonly (readonly [what: string, line: Line, text: string, options?: LineOptions])[] = [
  ['text and its end', 'a: error', 'a: error\n'],
  ['a line break in a name', 'layer `a\n::error ::x`', 'layer `a⏎::error ::x`\n'],
  ['an escape sequence in a part', ['a ', { text: '\u001b[31m', style: 'code' }], 'a \\x1b[31m\n'],
  ['a workflow command', '::error file=a::b', '\\x3a:error file=a::b\n'],
  ['a workflow command after spaces', '  ::error ::b', '  \\x3a:error ::b\n'],
  ['colons later in the line', 'a::b ::error::', 'a::b ::error::\n'],
  ['commands in brackets', '# ##[group]a ##vso[task.x]b', '# #\\x23[group]a #\\x23vso[task.x]b\n'],
  ['a heading', '## Net', '## Net\n'],
  ['an annotation', '::error file=a::b\u001b', '::error file=a::b\\x1b\n', { isCommand: true }],
  ['color', ['a ', { text: 'error', style: 'error' }], 'a \u001b[31merror\u001b[39m\n', { color: true }],
  ['no color', ['a ', { text: 'error', style: 'error' }], 'a error\n', { color: false }],
];

for (const [what, line, text, options] of table) {
  test(`a line: ${what}`, () => assert.equal(lineText(line, options), text));
}
