/**
 * A text on one line in which every character can be seen: a line break as `⏎`, other control characters as their
 * symbols (`␀`), and characters that are invisible or change the order of others as their numbers (`\u202e`).
 */
export function visible(text: string): string {
  return text.replace(/\r\n|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, symbolOf);
}

/** A text with at most a number of UTF-16 code units, of which the last is `…` if it is shortened. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

const lineBreaks = '\r\n\n\u0085\u2028\u2029';
const controlPictures = 0x2400;
const deleteCode = 0x7f;

function symbolOf(character: string): string {
  const code = character.charCodeAt(0);
  if (lineBreaks.includes(character)) return '⏎';
  if (code < 0x20) return String.fromCharCode(controlPictures + code);
  if (code === deleteCode) return '␡';
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
