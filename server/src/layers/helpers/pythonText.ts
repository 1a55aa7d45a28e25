/**
 * Single values from the `param_str` of a Python layer. Layers read it as YAML, JSON or a Python dictionary, which
 * agree on `'key': value` and `[1, 2]`; other notations are not recognized.
 */

/** The integer after a key. */
export function integerOf(text: string, key: string): number | undefined {
  const number = /^[+-]?\d+(?![\d.eE])/u.exec(after(text, key) ?? '');
  return number ? Number.parseInt(number[0], 10) : undefined;
}

/** The items of the list or tuple after a key, without quotes; `undefined` if there is no such list. */
export function listOf(text: string, key: string): string[] | undefined {
  const list = /^(?:!!python\/\w+\s*)?[[(]+([^[\]()]*)[\])]/u.exec(after(text, key) ?? '');
  const items = list?.[1]?.split(',').map((item) => item.replaceAll(/['"\s]/gu, ''));
  return items?.filter((item) => item !== '');
}

function after(text: string, key: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s{,])(['"]?)${key}\\1\\s*:\\s*`, 'u').exec(text);
  return found ? text.slice(found.index + found[0].length) : undefined;
}
