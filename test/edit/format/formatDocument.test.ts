import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDocument } from '../../../server/src/edit/format/formatDocument.ts';
import { defaultFormat, type FormatOptions } from '../../../server/src/edit/format/options.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

/** The formatted text, which must not change when it is formatted again. */
function formatted(text: string, repeated: FormatOptions['repeated']): string {
  const options = { ...defaultFormat, indent: '  ', repeated };
  const once = applyEdits(text, formatDocument(open(text), options));
  assert.deepEqual(formatDocument(open(once), options), []);
  return once;
}

const fields = `layer {
  name: "a"
  type: "Eltwise"
  bottom: "x"
  bottom: "y"
  top: "a"
  eltwise_param { coeff: 1 coeff: -1 }
}
`;

const lists = `layer {
  name: "a"
  type: "Eltwise"
  bottom: ["x", "y"]
  top: "a"
  eltwise_param { coeff: [1, -1] }
}
`;

test('repeated values as lists, or as a field for each', () => {
  assert.equal(formatted(fields, 'list'), lists);
  assert.equal(formatted(lists, 'fields'), fields);
  assert.equal(formatted(fields, 'keep'), fields);
  assert.equal(formatted(lists.replaceAll('  ', '    '), 'fields'), fields);
});

for (const [shows, text] of [
  ['a field that is not repeated', 'name: "a"\nname: "b"\n'],
  ['an unknown field', 'layer { unknown: 1 unknown: 2 }\n'],
  ['repeated messages', 'layer { param { lr_mult: 1 } param { lr_mult: 2 } }\n'],
  ['values with comments between them', 'layer {\n  bottom: "a" # one\n  bottom: "b"\n}\n'],
  ['lines that are not formatted', '# txtpbfmt: off\nlayer { bottom: "a" bottom: "b" }\n# txtpbfmt: on\n'],
  ['a file that is not formatted', '# txtpbfmt: disable\nlayer { bottom: "a" bottom: "b" }\n'],
  ['a file without matching braces', 'layer { bottom: "a" bottom: "b"\n'],
] as const)
  test(`${shows}: not as a list`, () => assert.equal(formatted(text, 'list'), text));
