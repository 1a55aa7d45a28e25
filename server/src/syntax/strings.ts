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

/** The value of a string literal in quotes; an invalid escape becomes its character. */
export function stringValue(literal: string): string {
  const closed = literal.length > 1 && literal.at(-1) === literal[0] && !endsEscaped(literal);
  const body = literal.slice(1, closed ? -1 : undefined);
  if (!body.includes('\\')) return body;
  const value = body.replace(escapeSequence, (_, octal, hex, short, long, other) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    if (short) return String.fromCharCode(Number.parseInt(short, 16));
    if (long) return codePoint(Number.parseInt(long, 16));
    return simple.get(other) ?? other;
  });
  // A lone surrogate is encoded in three bytes, each of which is invalid UTF-8.
  return value.replace(/[\ud800-\udfff]/gu, '\ufffd\ufffd\ufffd');
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
