/** Control and format characters, line separators and unpaired surrogates, except tabs. */
const invisible = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The text with a visible form of every character that a terminal or an editor would obey instead of showing it: line
 * breaks as `⏎`, others as `\x1b` or `\u202e`. The result is one line; tabs are kept.
 */
export function visible(text: string): string {
  return text.replace(invisible, form);
}

function form(character: string): string {
  if (character === '\n') return '⏎';
  const code = character.codePointAt(0) ?? 0;
  // A byte of a string that is not UTF-8.
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code & 0xff).toString(16)}`;
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/** A value as JSON, with the control characters and the like in its strings escaped: terminals obey them. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, undefined, indent).replace(invisible, (found) =>
    found === '\n' ? found : Array.from({ length: found.length }, (_, at) => escapedUnit(found, at)).join(''),
  );
}

function escapedUnit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

/** The text with at most `most` UTF-16 units; a longer one ends with `…`. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a surrogate pair is not kept.
  return `${text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/u, '')}…`;
}
