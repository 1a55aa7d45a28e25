import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CurrentDialect, currentText, dialectChoices } from '../../client/src/dialectChoices.ts';

const fork = (name: string) => ({ name, repository: `a/${name}`, about: `about ${name}` });
const forks = [fork('bvlc'), fork('ssd'), fork('segnet')];

/** The dialects that are offered, and the marked ones. */
function offered(current: CurrentDialect | null) {
  const choices = dialectChoices(forks, current);
  const marked = choices.filter(({ label }) => label.startsWith('$(check) '));
  return [choices.map(({ dialect }) => dialect).join(' '), marked.map(({ dialect }) => dialect).join(' ')];
}

for (const [shows, current, expected] of [
  ['detected', { dialect: 'bvlc+segnet', dialectBy: 'file' }, ['auto bvlc ssd segnet', 'auto']],
  ['a fork of a setting', { dialect: 'ssd', dialectBy: 'setting' }, ['auto bvlc ssd segnet', 'ssd']],
  [
    'a mix of a comment',
    { dialect: 'bvlc+segnet', dialectBy: 'comment' },
    ['auto bvlc+segnet bvlc ssd segnet', 'bvlc+segnet'],
  ],
  ['a custom schema', { dialect: 'own.proto', dialectBy: 'comment' }, ['auto bvlc ssd segnet', '']],
  ['no net', null, ['auto bvlc ssd segnet', '']],
] as const) {
  test(`the dialects that can be selected: ${shows}`, () => assert.deepEqual(offered(current), expected));
}

test('the choice states what was detected', () => {
  const current = { dialect: 'bvlc+segnet', dialectBy: 'file' } as const;
  assert.match(dialectChoices(forks, current)[0]?.description ?? '', /^now bvlc\+segnet: /u);
  assert.equal(currentText(current), '; now bvlc+segnet, detected from the contents of the file');
  assert.equal(currentText(null), '');
});
