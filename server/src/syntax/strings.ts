const simple: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '?': '?',
    "'": "'",
    '"': '"',
  }),
);

const escapeSequence =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U(00[01][0-9a-fA-F]{5})|([\s\S]?))/g;

/**
 * The value of a string literal in quotes; an invalid escape becomes its character, and NUL bytes, which are errors, are
 * left out. Escaped bytes are UTF-8, as protobuf prints them; a byte that is not is the surrogate U+DC00 + byte, which
 * no other text contains.
 */
export function stringValue(literal: string): string {
  const closed = literal.length > 1 && literal.at(-1) === literal[0] && !endsEscaped(literal);
  const body = literal.slice(1, closed ? -1 : undefined).replaceAll('\0', '');
  if (!body.includes('\\')) return body;
  const pieces: string[] = [];
  let units = '';
  // A lone surrogate is encoded in three bytes, each of which is invalid UTF-8.
  const endUnits = () => {
    pieces.push(units.replace(/[\ud800-\udfff]/gu, '\ufffd\ufffd\ufffd'));
    units = '';
  };
  let end = 0;
  for (const match of body.matchAll(escapeSequence)) {
    const [sequence, octal, hex, short, long, other = ''] = match;
    units += body.slice(end, match.index);
    end = match.index + sequence.length;
    const byte = octal ? Number.parseInt(octal, 8) & 0xff : hex ? Number.parseInt(hex, 16) : undefined;
    if (byte !== undefined && byte >= 0x80) {
      endUnits();
      pieces.push(String.fromCharCode(firstByte + byte));
    } else if (byte !== undefined) units += String.fromCharCode(byte);
    else if (short) units += String.fromCharCode(Number.parseInt(short, 16));
    else if (long) units += codePoint(Number.parseInt(long, 16));
    else units += simple.get(other) ?? other;
  }
  units += body.slice(end);
  endUnits();
  return pieces.join('').replace(/[\udc80-\udcff]+/gu, decoded);
}

const firstByte = 0xdc00;

/** The characters that escaped bytes encode in UTF-8. */
const encodedCharacter =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;

/** Decodes escaped bytes as UTF-8; bytes that encode no character stay as they are. */
function decoded(escaped: string): string {
  const bytes = escaped.replace(/./gsu, (byte) => String.fromCharCode(byte.charCodeAt(0) - firstByte));
  const parts: string[] = [];
  let end = 0;
  for (const { 0: character, index } of bytes.matchAll(encodedCharacter)) {
    parts.push(escaped.slice(end, index), characterOf(character));
    end = index + character.length;
  }
  return parts.join('') + escaped.slice(end);
}

function characterOf(bytes: string): string {
  const hex = (byte: string) => `%${byte.charCodeAt(0).toString(16)}`;
  return decodeURIComponent([...bytes].map(hex).join(''));
}

/** Whether the last character of a literal is escaped, so that it does not close the string. */
export function endsEscaped(literal: string): boolean {
  let backslashes = 0;
  for (let index = literal.length - 2; index > 0 && literal[index] === '\\'; index--) backslashes++;
  return backslashes % 2 === 1;
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : `\\U${code.toString(16).padStart(8, '0')}`;
}
