import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDeclarations } from '../../server/src/declare/declarations.ts';

/** A file with one layer. */
const layer = (rules: string) => `{ "layers": { "My": ${rules} } }`;

test('any expression can be read, with ranges inside it', () => {
  const word = fc.constantFrom(
    ...[
      'bottom',
      'top',
      '[',
      ']',
      '(',
      ')',
      '0',
      '1',
      '2.5',
      '+',
      '-',
      '*',
      '/',
      '%',
      '?',
      ':',
      '.',
      ',',
      '==',
      '&&',
      '!',
    ],
    ...[
      'min',
      'axes',
      'count',
      'rank',
      'has',
      'a',
      'A',
      "'x'",
      "'",
      'none',
      'index',
      'true',
      'null',
      'this',
      '?.',
      '=',
      ';',
      '#',
      '=>',
      '`',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 15 }), fc.constantFrom('', ' '), (words, space) => {
      const text = layer(
        JSON.stringify({ shapes: [words.join(space), [words.join(space)]], macs: words.join(space) }),
      );
      for (const { range } of readDeclarations(text).problems) {
        assert.ok(0 < range.start && range.start <= range.end && range.end < text.length);
      }
    }),
    { numRuns: 3000 },
  );
});
