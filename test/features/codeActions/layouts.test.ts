import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document } from '../../../server/src/document/document.ts';
import { formatDocument } from '../../../server/src/edit/format/formatDocument.ts';
import { defaultFormat } from '../../../server/src/edit/format/options.ts';
import { refactorings } from '../../../server/src/features/codeActions/refactorings.ts';
import { diagnostics } from '../../../server/src/features/diagnostics/diagnostics.ts';
import { fieldsOf } from '../../../server/src/syntax/parse.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { open } from '../../support/fixture.ts';

/** Nets without errors, with any white space and comments between and in their layers. */

const input = 'name: "d" type: "Input" top: "d" input_param { shape { dim: [1, 4]dim: 8 dim: 8 } }';
const layers: readonly (readonly [current: string, old: string])[] = [
  [
    'name: "a" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 pad: 1 }',
    'name: "a" type: CONVOLUTION bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 pad: 1 }',
  ],
  ['name: "r" type: "ReLU" bottom: "a" top: "a"', 'name: "r" type: RELU bottom: "a" top: "a"'],
  [
    'name: "b" type: "Pooling" bottom: ["d"]top: "b" pooling_param { kernel_size: 1 }',
    'name: "b" type: POOLING bottom: ["d"]top: "b" pooling_param { kernel_size: 1 }',
  ],
  [
    'name: "c" type: "InnerProduct" bottom: "b" top: "c" inner_product_param { num_output: 4 }',
    'name: "c" type: INNER_PRODUCT bottom: "b" top: "c" inner_product_param { num_output: 4 }',
  ],
  ['name: "s" type: "Softmax" bottom: "c" top: "s"', 'name: "s" type: SOFTMAX bottom: "c" top: "s"'],
];
const oldInput = 'input: "d" input_dim: 1 input_dim: 4 input_dim: [8, 8]';

const between = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\n\n',
  ' # after\n',
  '\n# above\n',
  ' # after\n# above\n',
  '\n\n# one\n# two\n',
);
const inside = fc.constantFrom(' ', ' ', ' ', '  ', '\n  ', '\n\t', ' # in\n  ', '\n\n  ');

/** A layer whose fields are separated at random. */
const laidOut = ([name, fields]: readonly [name: string, fields: string]) =>
  fc
    .array(inside, { minLength: 9, maxLength: 9 })
    .map((spaces) =>
      [`${name} {`, ...fields.split(/ (?=\w+:|\w+ \{)/u)].reduceRight(
        (rest, part, index) => part + (spaces[index % spaces.length] ?? ' ') + rest,
        '}',
      ),
    );

const currentNet = [['layer', input] as const, ...layers.map(([fields]) => ['layer', fields] as const)];
const oldNet = layers.map(([, fields]) => ['layers', fields] as const);

const nets = fc
  .record({
    isOld: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    spaces: fc.array(between, { minLength: 7, maxLength: 7 }),
  })
  .chain(({ isOld, eol, spaces }) =>
    sequence((isOld ? oldNet : currentNet).map(laidOut)).map((written) => {
      const parts = isOld ? [oldInput, ...written] : written;
      const text = parts.map((part, index) => part + (spaces[index] ?? '')).join('');
      return text.replaceAll('\n', eol);
    }),
  );

function sequence(parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string[]> {
  return parts.reduce<fc.Arbitrary<string[]>>(
    (all, part) => fc.tuple(all, part).map(([before, next]) => [...before, next]),
    fc.constant([]),
  );
}

/** The titles and results of the refactorings at each layer and of all neighbors. */
function refactored(document: Document): { title: string; after: Document }[] {
  const starts = [...fieldsOf(document.tree)].map(({ range }) => range);
  const ranges = starts.flatMap(({ start }, index) => [
    { start, end: start },
    { start, end: starts[index + 1]?.end ?? start },
  ]);
  return ranges.flatMap((range) =>
    refactorings(document, range)
      .filter(({ edits }) => edits.length > 0)
      .map(({ title, edits }) => ({ title, after: open(applyEdits(document.text, edits)) })),
  );
}

function errors(document: Document): string[] {
  return diagnostics(document)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

/** The names of the layers, except inputs, which have a name in one syntax only. */
function namesIn(document: Document): string[] {
  const { layers } = document.netInput().upgraded;
  return layers.filter(({ facts }) => facts.bottoms.length > 0).map(({ facts }) => facts.name);
}

const commentsIn = ({ text }: Document) => text.match(/#/gu)?.length ?? 0;
const hasMixedEnds = ({ text }: Document) => text.includes('\r\n') && /(?<!\r)\n/u.test(text);

test('a refactoring causes no error, and keeps layers, comments and line ends, in any layout', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(nets, (text) => {
      const document = open(text);
      assert.deepEqual(errors(document), []);
      const names = namesIn(document);
      for (const { title, after } of refactored(document)) {
        const [verb = ''] = title.split(' ');
        seen.add(verb);
        assert.deepEqual(errors(after), [], title);
        assert.ok(!hasMixedEnds(after), title);
        const expected = new Set(names);
        if (verb === 'Remove') expected.delete(/`(.*?)`/u.exec(title)?.[1] ?? '');
        if (verb === 'Rename') continue;
        const left = namesIn(after);
        assert.ok(
          [...expected].every((name) => left.includes(name)),
          title,
        );
        if (verb === 'Move') assert.equal(left.length, names.length, title);
        if (verb === 'Move') assert.equal(commentsIn(after), commentsIn(document), title);
      }
    }),
    { numRuns: 60 },
  );
  for (const verb of ['Move', 'Duplicate', 'Insert', 'Remove', 'Convert', 'Upgrade'])
    assert.ok(seen.has(verb), verb);
});

test('a second format changes nothing, in any layout', () => {
  const options = fc.record({
    repeated: fc.constantFrom('keep' as const, 'list' as const, 'fields' as const),
    indent: fc.constantFrom('  ', '\t'),
    oneLineLimit: fc.constantFrom(0, 30, 60),
  });
  fc.assert(
    fc.property(nets, options, (text, changed) => {
      const all = { ...defaultFormat, ...changed };
      const once = open(applyEdits(text, formatDocument(open(text), all)));
      assert.deepEqual(errors(once), []);
      assert.deepEqual(namesIn(once), namesIn(open(text)));
      assert.equal(commentsIn(once), commentsIn(open(text)));
      assert.deepEqual(formatDocument(once, all), []);
    }),
    { numRuns: 200 },
  );
});
