import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Modules, modulesOf, type Named } from '../../../server/src/features/graph/modules.ts';
import { withRepetitions } from '../../../server/src/features/graph/repeatedModules.ts';
import { repetitionsOf } from '../../../server/src/features/graph/repetitions.ts';

/** The runs of a text of letters: `start: part ×count`. */
function runs(text: string, open: readonly number[] = []): string[] {
  const tokens = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return repetitionsOf(tokens, open).map(
    ({ start, period, count }) => `${start}: ${text.slice(start, start + period)} ×${count}`,
  );
}

test('repeated parts are found with the shortest period', () => {
  assert.deepEqual(runs('xabcabcabcy'), ['1: abc ×3']);
  assert.deepEqual(runs('abababababab'), ['0: ab ×6']);
  assert.deepEqual(runs('xaaaaay'), ['1: a ×5']);
  assert.deepEqual(runs('abcdabcd'), ['0: abcd ×2']);
});

test('short parts have to be repeated more often', () => {
  assert.deepEqual(runs('aaa'), []);
  assert.deepEqual(runs('abab'), []);
  assert.deepEqual(runs('abcabc'), []);
  assert.deepEqual(runs('abcdefgh'), []);
});

test('several runs are found, in order; of overlapping ones, the longest', () => {
  assert.deepEqual(runs('abcabcabcaaaaadefgdefg'), ['0: abc ×3', '9: a ×5', '14: defg ×2']);
});

test('a part starts where the fewest connections are cut', () => {
  assert.deepEqual(runs('bcabcabcabcabc', [2, 2, 1, 2, 2, 1]), ['2: abc ×4']);
});

/** Items `name:kind<source,source`; by default, an item reads the one before it. */
function itemsOf(...written: readonly string[]): Named[] {
  const names = written.map((item) => item.split(':')[0] ?? '');
  return written.map((item, index) => {
    const [, name = '', kind = '', sources] = /^(.*?):(.*?)(?:<(.*))?$/u.exec(item) ?? [];
    const given = sources?.split(',').map((source) => names.indexOf(source));
    return { id: name, name, kind, text: kind, sources: given ?? (index > 0 ? [index - 1] : []) };
  });
}

function outline(items: readonly Named[]): string[] {
  const { groups, groupOf }: Modules = withRepetitions(items, modulesOf(items));
  return groups.map(({ id, title, parent }) => {
    const members = items.filter((_, index) => groupOf[index] === id).map(({ name }) => name);
    const around = groups.find((group) => group.id === parent)?.title;
    return `${title}${around === undefined ? '' : ` in ${around}`}: ${members.join(' ')}`;
  });
}

test('repeated layers are a group, with a group for each repetition', () => {
  assert.deepEqual(
    outline(
      itemsOf(
        'd:Data',
        'a:Conv',
        'b:Conv',
        'c:Pool',
        'e:Conv',
        'f:Conv',
        'g:Pool',
        'h:Conv',
        'i:Conv',
        'j:Pool',
      ),
    ),
    [
      '2 Conv + Pool ×3: ',
      'a – c in 2 Conv + Pool ×3: a b c',
      'e – g in 2 Conv + Pool ×3: e f g',
      'h – j in 2 Conv + Pool ×3: h i j',
    ],
  );
  assert.deepEqual(outline(itemsOf('d:Data', 'a:Conv', 'b:Conv', 'c:Conv', 'e:Conv', 'l:Loss')), [
    'Conv ×4: a b c e',
  ]);
});

test('residual blocks are found with their sums, and start after one', () => {
  const block = (sum: string, name: string) => [
    `${name}x:Conv<${sum}`,
    `${name}y:Conv<${name}x`,
    `${name}z:Conv<${name}y`,
    `${name}s:Sum<${sum},${name}z`,
  ];
  const items = itemsOf(
    'd:Data',
    'p:Pool',
    ...block('p', 'a'),
    ...block('as', 'b'),
    ...block('bs', 'c'),
    'l:Loss',
  );
  assert.deepEqual(outline(items), [
    '3 Conv + Sum ×3: ',
    'ax – as in 3 Conv + Sum ×3: ax ay az as',
    'bx – bs in 3 Conv + Sum ×3: bx by bz bs',
    'cx – cs in 3 Conv + Sum ×3: cx cy cz cs',
  ]);
});

test('layers with other parameters or connections are not repetitions', () => {
  const items = itemsOf('d:Data', 'a:Conv', 'b:Conv', 'c:Conv<a', 'e:Conv<a');
  assert.deepEqual(outline(items), []);
  assert.deepEqual(outline(itemsOf('d:Data', 'a:Conv', 'b:Conv', 'c:Conv', 'e:Pool')), []);
});

test('many equal modules with names are a group, a few are not', () => {
  const block = (index: number) => [`m${index}/a:Conv`, `m${index}/b:Pool`];
  const blocks = (count: number) => Array.from({ length: count }, (_, index) => block(index)).flat();
  const [outer, first] = outline(itemsOf('d:Data', ...blocks(7), 'l:Loss'));
  assert.equal(outer, 'm0 – m6 ×7: ');
  assert.equal(first, 'm0 in m0 – m6 ×7: m0/a m0/b');
  assert.equal(outline(itemsOf('d:Data', ...blocks(5), 'l:Loss')).length, 5);
});

test('a module between whose layers there are others is not divided', () => {
  const items = itemsOf(
    'm1_a:Conv<',
    'm2_a:Conv<',
    'm1_b:Conv<m1_a',
    'm2_b:Conv<m2_a',
    'x:Conv',
    'y:Conv',
    'z:Conv',
  );
  assert.deepEqual(outline(items), ['m1: m1_a m1_b', 'm2: m2_a m2_b']);
});

test('time is in proportion to the net', () => {
  const time = (count: number, kindOf: (index: number) => string) => {
    const items = itemsOf(...Array.from({ length: count }, (_, index) => `n${index}:${kindOf(index)}`));
    const started = performance.now();
    withRepetitions(items, { groups: [], groupOf: items.map(() => undefined) });
    return performance.now() - started;
  };
  for (const kindOf of [
    () => 'a',
    (at: number) => (at % 97 === 0 ? 'b' : 'a'),
    (at: number) => String(at % 63),
  ]) {
    time(2000, kindOf);
    const [short, long] = [time(2000, kindOf), time(20_000, kindOf)];
    assert.ok(long < 30 * short + 500, `${short} ms for 2,000 items, ${long} ms for 20,000 items`);
  }
});
