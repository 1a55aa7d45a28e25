import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');

/** Words that the glossary of docs/contributing.md replaces, and words of that kind. */
const retired: Readonly<Record<string, RegExp>> = {
  after: /\bbehind\b/giu,
  again: /\banew\b/giu,
  fix: /\bmend(?:s|ed|ing)?\b/giu,
  'no layer, a user': /\b(?:no|some)body\b/giu,
  users: /\bpeople\b/giu,
  'failure, error, wrong': /\bfaults?\b/giu,
  'is, are': /\b(?:stands|stood)\b/giu,
  placeholder: /\bstand-?ins?\b/giu,
  'custom caffe.proto': /\bone[’']s own\b/giu,
  'is about, applies to': /\bspeaks? of\b/giu,
  'safe fix': /\bsecond look\b/giu,
  'quick fix': /\bways? out\b/giu,
  'common mistake': /\bregrets?\b/giu,
  'workspace context': /\bsurroundings?\b/giu,
  'producer, consumer': /\bmakers?\b/giu,
  'current syntax': /\bof today\b|\btoday[’']s\b/giu,
  expensive: /\bdear(?:er|est)?\b/giu,
  'suppress, suppression': /\bkeeps? (?:\w+ ){0,3}quiet\b/giu,
  'computes, results in': /\bcomes? (?:to be|about)\b|\bmakes of\b/giu,
};

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => /\.(?:ts|mjs|md|json|jsonc|yml)$/u.test(file))
  .filter((file) => !/package-lock|\.generated\.|^server\/forks\/|^test\/words\.test/u.test(file));

for (const [replacement, pattern] of Object.entries(retired)) {
  test(`write ${replacement}, not ${pattern.source}`, () => {
    const found = files.flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      return lines.flatMap((line, index) =>
        line.match(pattern) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      );
    });
    assert.deepEqual(found, []);
  });
}
