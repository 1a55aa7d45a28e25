import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoted } from '../../../server/src/edit/newField.ts';
import { comparisonMarkdown } from '../../../server/src/features/compare/comparisonMarkdown.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { compare, conv, data, layer, shownText } from '../support/comparison.ts';
import { hostileNames } from '../support/hostileNames.ts';
import { plainTags, tagsOf } from '../support/rendered.ts';

function markdown(before: string, after: string, name = 'net.prototxt'): string {
  return comparisonMarkdown(compare(before, after), { before: name, after: name }).text;
}

const net = data + conv('conv1', 'data') + layer('relu1', 'ReLU', 'conv1');

test('a table of totals, a table of layers, and the affected layers folded', () => {
  assert.equal(
    markdown(net, net.replace('num_output: 4', 'num_output: 5')),
    `### \`net.prototxt\` → \`net.prototxt\`

1 layer changed; 1 affected, 1 equal. Compared in TRAIN and TEST.

| | Before | After | Difference |
|:--|--:|--:|--:|
| Layers | 3 | 3 |  |
| Parameters | 16 | 20 | +4 (+25%) |
| MACs per image | 768 | 960 | +192 (+25%) |
| Activation memory per batch | 5.5 KiB | 6.5 KiB | +1 KiB (+18.2%) |

| | Layer | Type | Difference |
|:--|:--|:--|:--|
| 🟡 changed | \`conv1\` | Convolution | \`num_output\`: \`4\` → \`5\`<br>output: 2×4×8×8 → 2×5×8×8<br>parameters: 16 → 20<br>MACs per image: 768 → 960 |

<details><summary>In 1 other layer, only shapes or costs differ</summary>

| | Layer | Type | Difference |
|:--|:--|:--|:--|
| affected | \`relu1\` | ReLU | output: 2×4×8×8 → 2×5×8×8 |

</details>
`,
  );
});

test('equal nets', () => {
  assert.match(markdown(net, net), /\n\nThe nets are equal\. Compared in TRAIN and TEST\.\n$/u);
});

/** A net with a name in every position. */
function netWith(name: string): string {
  const own = quoted(name);
  return `name: ${own}
layer { name: ${own} type: "Input" top: ${own} input_param { shape { dim: 1 dim: 3 } } }
layer { name: "r" type: ${own} bottom: ${own} top: ${own} include { stage: ${own} } }
layer { name: "p" type: "Python" bottom: ${own} top: "p" python_param { module: ${own} layer: ${own} } }
`;
}

/** The title, and the folded list. */
const own = new Set([...plainTags, 'h3', 'details', 'summary']);

test('no name adds a link, an image, HTML or structure', () => {
  for (const name of hostileNames) {
    for (const [before, after] of [
      [netWith(name), netWith('x')],
      [netWith('x'), netWith(name)],
      [data, netWith(name)],
    ] as const) {
      const text = markdown(before, after, name);
      const others = tagsOf(text).filter((tag) => !own.has(tag));
      assert.deepEqual(others, [], `${JSON.stringify(name)}\n${text}`);
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      for (const row of rows) assert.match(row, /\|$/u);
    }
  }
});

test('text has no control characters', () => {
  for (const name of hostileNames) {
    const text = shownText(netWith(name), netWith('x'), { labels: { before: name, after: name } });
    for (const line of text.split('\n')) assert.equal(line, visible(line), JSON.stringify(name));
  }
});

test('a table has at most 150 rows', () => {
  const many = Array.from({ length: 400 }, (_, index) => layer(`r${index}`, 'ReLU', 'data')).join('');
  const text = markdown(data, data + many);
  assert.equal(text.match(/added \|/gu)?.length, 150);
  assert.match(text, /^And 250 more\.$/mu);
});
