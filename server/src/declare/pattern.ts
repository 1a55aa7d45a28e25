import { expand } from 'brace-expansion';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import type { JsonEntry } from './json.ts';

/** File patterns: `*`, `**`, `?`, `[a-z]` and `{a,b}`. The time of a match grows with the product of the lengths. */

const longest = 1000;
const mostAlternatives = 100;

/** The reason why a pattern is refused, as a sentence; undefined if it is valid. */
export function whyNotPattern(pattern: string): string | undefined {
  if (pattern === '') return 'A file pattern must not be empty.';
  if (pattern.length > longest)
    return `The file pattern has ${pattern.length} characters; at most ${longest} are allowed.`;
  if (alternativesOf(pattern).length > mostAlternatives)
    return `The braces of the file pattern have more than ${mostAlternatives} combinations.`;
  return undefined;
}

/** Whether the pattern of an entry is valid; otherwise, an error is reported at the pattern. */
export function checkPattern({ key, keyRange }: JsonEntry, diagnostics: DeclarationDiagnostics): boolean {
  const why = whyNotPattern(key);
  if (why !== undefined) diagnostics.error(keyRange, why);
  return why === undefined;
}

/**
 * Whether a path matches a pattern; false for an invalid pattern. A pattern without a slash is compared with the last
 * part of the path. `**` between slashes is any number of folders.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  if (whyNotPattern(pattern) !== undefined) return false;
  const parts = path.split(/[\\/]/u);
  return alternativesOf(pattern).some((each) =>
    matchesParts(each.replace(/^\.\//u, '').split('/'), each.includes('/') ? parts : parts.slice(-1)),
  );
}

function alternativesOf(pattern: string): string[] {
  return expand(pattern, { max: mostAlternatives + 1 });
}

function matchesParts(patterns: readonly string[], parts: readonly string[]): boolean {
  return matchesAll(patterns, parts, (each) => each === '**', matchesPart);
}

function matchesPart(pattern: string, part: string): boolean {
  return matchesAll(pattern.match(unit) ?? [], [...part], (each) => each === '*', matchesCharacter);
}

/** A set of characters, or one character. */
const unit = /\[[^\]]+\]|./gsu;

function matchesCharacter(pattern: string, character: string): boolean {
  if (pattern === '?' || pattern === character) return true;
  return pattern.length > 2 && pattern.startsWith('[') && isInSet(pattern.slice(1, -1), character);
}

/** Whether a character is in a set such as `a-z_` or `!0-9`. */
function isInSet(set: string, character: string): boolean {
  const [, not = '', members = ''] = /^([!^]?)(.*)$/su.exec(set) ?? [];
  const found = [...members.matchAll(/(.)-(.)|(.)/gsu)].some(([, from, to, one]) =>
    from !== undefined && to !== undefined ? from <= character && character <= to : one === character,
  );
  return found !== (not !== '');
}

/**
 * Whether a list of units matches a list of items, where a star is any number of items. Only the last star is extended
 * when the rest does not fit: an earlier star has taken the fewest items, so extending it cannot help.
 */
function matchesAll(
  units: readonly string[],
  items: readonly string[],
  isStar: (unit: string) => boolean,
  fits: (unit: string, item: string) => boolean,
): boolean {
  let next = 0;
  let star: { readonly after: number; readonly item: number } | undefined;
  for (let at = 0; at < items.length; ) {
    const current = units[next];
    if (current !== undefined && isStar(current)) {
      next += 1;
      star = { after: next, item: at };
    } else if (current !== undefined && fits(current, items[at] ?? '')) {
      next += 1;
      at += 1;
    } else if (star) {
      star = { after: star.after, item: star.item + 1 };
      next = star.after;
      at = star.item;
    } else return false;
  }
  return units.slice(next).every(isStar);
}
