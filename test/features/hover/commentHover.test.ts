import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { netState } from '../../../server/src/net/states/state.ts';
import { open, withCursor } from '../../support/fixture.ts';

function hoverAt(marked: string) {
  const { text, offset } = withCursor(`${marked}\nname: "net"\n`);
  const found = hover(open(text), offset, netState('TRAIN'));
  return found && { text: found.markdown.text, on: text.slice(found.range.start, found.range.end) };
}

test('a comment that sets the dialect names its forks', () => {
  const found = hoverAt('  # caffe-di|alect: segnet + shufflenet');
  assert.equal(found?.on, 'caffe-dialect: segnet + shufflenet');
  assert.match(found?.text ?? '', /The fork of Caffe/u);
  assert.match(found?.text ?? '', /`segnet`: alexgkendall\/caffe-segnet, SegNet/u);
  assert.match(found?.text ?? '', /`shufflenet`: .*only what it adds/u);
});

test('other comments of the tool are described, any others are not', () => {
  assert.match(hoverAt('# caffe-state: TEST dep|loy')?.text ?? '', /state/u);
  assert.match(hoverAt('# sha|pe: data 1x3')?.text ?? '', /shape of a blob/u);
  for (const text of ['# a no|te: of mine', '# constr|uctor: x', '|# caffe-state: TEST'])
    assert.equal(hoverAt(text), undefined);
});
