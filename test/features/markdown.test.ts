import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  code,
  documentation,
  joined,
  type Markdown,
  md,
  message,
} from '../../server/src/features/markdown.ts';
import { visible } from '../../server/src/text/visible.ts';
import { hostileNames } from './support/hostileNames.ts';
import { rendered, tagsOf } from './support/rendered.ts';

const places: readonly [string, (name: string) => Markdown, readonly string[]][] = [
  ['running text', (name) => md`Named ${name}.`, ['p']],
  ['the start of a line', (name) => md`${name}`, ['p']],
  ['bold text', (name) => md`A **${name}** ·`, ['p', 'strong']],
  ['a code span', (name) => md`${code(name)}`, ['p', 'code']],
  ['two code spans', (name) => md`${code(name)} and ${code(name)}`, ['p', 'code']],
  ['a message', (name) => message(`Blob \`${name}\` of ${name} is unknown.`), ['p', 'code']],
  ['a list', (name) => md`- ${code(name)}: ${documentation(name)}`, ['ul', 'li', 'p', 'code']],
  [
    'a table',
    (name) => joined([md`| | |`, md`|:--|:--|`, md`| ${code(name)} | ${name} |`], '\n'),
    ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code'],
  ],
];

for (const [place, write, allowed] of places) {
  test(`names in ${place} add no link, image, HTML or structure`, () => {
    for (const name of hostileNames) {
      const tags = tagsOf(write(name).text).filter((tag) => !allowed.includes(tag));
      assert.deepEqual(tags, [], JSON.stringify([name, write(name).text]));
    }
  });
}

test('a name is shown as it is, with symbols for what cannot be seen', () => {
  for (const name of hostileNames) {
    for (const markdown of [md`| ${name} |`, md`| ${code(name)} |`]) {
      assert.equal(rendered(markdown.text), `| ${visible(name).replace('\t', ' ')} |`, JSON.stringify(name));
    }
  }
});

test('a row of a table has the same cells for every name', () => {
  for (const name of hostileNames) {
    const table = joined([md`| | |`, md`|:--|:--|`, md`| ${code(name)} | ${message(name)} |`], '\n');
    assert.equal(tagsOf(table.text).filter((tag) => tag === 'td').length, 2, JSON.stringify(name));
  }
});

test('common names are not changed', () => {
  assert.equal(md`${'conv1_1/expand-3x3 (a)'}`.text, 'conv1_1/expand-3x3 (a)');
  assert.equal(code('conv1_1').text, '`conv1_1`');
  assert.equal(
    message('The bias of `c_1` has no effect: 2 * 3.').text,
    'The bias of `c_1` has no effect: 2 \\* 3.',
  );
});

test('long names and texts are shortened', () => {
  assert.equal(md`${'a'.repeat(3000)}`.text, `${'a'.repeat(99)}…`);
  assert.equal(code('a'.repeat(3000)).text, `\`${'a'.repeat(99)}…\``);
  assert.ok(message('a '.repeat(100_000)).text.length <= 4000);
});

test('an empty name has a substitute, and empty parts are left out', () => {
  assert.equal(code('').text, '(no name)');
  assert.equal(joined([md`a`, md``, md`b`], ', ').text, 'a, b');
});
