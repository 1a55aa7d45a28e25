import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from '../../server/src/edit/newField.ts';
import { writeDialect } from '../../server/src/edit/writeDialect.ts';
import { writeShape } from '../../server/src/edit/writeShape.ts';
import { codeActions } from '../../server/src/features/codeActions/codeActions.ts';
import { inputBlobs } from '../../server/src/features/inputBlobs.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const mark = '\ufeff';
const net = 'layer { name: "d" type: "Data" top: "data" }\n';

for (const name of ['a b', ' a', 'a\nlayer { name: "x" }', 'a\r', 'a\tb', 'a\u2028b', 'a\u00a0b', '']) {
  test(`no comment states the shape of a blob that is not one word: ${JSON.stringify(name)}`, () => {
    const document = open(`layer { name: "d" type: "Mine" top: ${quoted(name)} }\n`);
    assert.deepEqual(writeShape(document, name, [1, 3]), []);
    const actions = codeActions(document, { start: 0, end: document.text.length });
    assert.deepEqual(
      actions.flatMap(({ task }) => task?.kind ?? []).filter((kind) => kind === 'stateShape'),
      [],
    );
    assert.deepEqual(inputBlobs(document, netState('TRAIN')), []);
  });
}

for (const name of ['data', '__proto__', 'a#b', 'a"b', '"', '日', '{}']) {
  test(`the stated shape of a word is read again: ${name}`, () => {
    const document = open(`layer { name: "d" type: "Mine" top: ${quoted(name)} }\n`);
    const stated = open(applyEdits(document.text, writeShape(document, name, [1, 3])));
    assert.deepEqual(
      [...stated.directives.shapes].map(([blob, { dims }]) => [blob, dims]),
      [[name, [1, 3]]],
    );
  });
}

test('comments are inserted after a byte order mark', () => {
  const document = open(mark + net);
  assert.equal(
    applyEdits(document.text, writeDialect(document, 'ssd')),
    `${mark}# caffe-dialect: ssd\n${net}`,
  );
  assert.equal(
    applyEdits(document.text, writeShape(document, 'data', [1])),
    `${mark}# shape: data 1\n${net}`,
  );
  assert.equal(applyEdits(document.text, writeShape(document, 'x', [1])), `${mark}# shape: x 1\n${net}`);
});

for (const end of ['\n', '\r\n', '\r']) {
  test(`only the line of the comment is removed, with the line end ${JSON.stringify(end)}`, () => {
    const removed = (before: string, after: string) => {
      const document = open(`${before}# caffe-dialect: ssd${after}`);
      return applyEdits(document.text, writeDialect(document, 'auto'));
    };
    assert.equal(removed(`# a${end}`, `${end}# b${end}`), `# a${end}# b${end}`);
    assert.equal(removed(mark, end), mark);
    assert.equal(removed('', ''), '');
  });
}
