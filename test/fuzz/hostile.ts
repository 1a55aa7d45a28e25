/** Texts that are likely to break a program. Names are written as they are in a file, between quotes. */

/** Names that are keys of every object in JavaScript. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

/** Names that break out of Markdown, HTML, terminals, annotations, tables and paths. */
const escaping = [
  '![i](https://example.com/p.png)',
  'a`b``c',
  '<img src=x>',
  '[x](command:y)',
  'www.example.com',
  'a\\n\\n# d',
  'a\\n::error file=a::b',
  '\\033[31m',
  '\\007\\r\\x1b]0;t',
  'a|b',
  '../../a',
  'a/b\\\\c',
  '%0A%s',
  '$1 $0',
];

/** Names of unusual letters and lengths. */
const unusual = [
  '',
  ' ',
  'b c',
  '\u202eabc',
  '\u2028',
  '\u0000',
  '\ud800',
  '😀é',
  'ａ',
  '\\377\\376',
  '\\u0041',
  'x'.repeat(3000),
  '_split_0',
  'data_data_0_split_0',
];

export const hostileNames: readonly string[] = [...inherited, ...escaping, ...unusual];

/** Numbers at the bounds of types, and texts that are nearly numbers. */
export const extremeNumbers: readonly string[] = [
  ...['0', '-0', '1', '-1', '2147483647', '2147483648', '-2147483648', '4294967295', '4294967296'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '18446744073709551616'],
  ...['1e308', '1e309', '-1e309', '1e-320', 'inf', '-inf', 'nan', '0x10', '010', '1.5.2', '1f', '.', '1e'],
];

/** Other values and pieces of syntax. */
export const hostilePieces: readonly string[] = [
  ...['{', '}', '<', '>', '[', ']', ':', ',', ';', '"', "'", '\\', '-', '#', '//', '\n', '\r', '\r\n', '\t'],
  ...['true', 'FALSE', 'MAX', '"1"', "'a'", '"a" "b"', '[1, 2]', '{ }', '[]', '[a.b/c]', '"\\q"', '"open'],
  ...['：', '｛', '｝', '“x”', '‘x’', '，', '；', '\u00a0', '\u3000', '\ufeff', '\u0000', '\ufffd', '\u202e'],
  ...[
    '# caffe-ignore: all\n',
    '# caffe-ignore-file: all\n',
    '# caffe-dialect: ssd\n',
    '# caffe-dialect: x+y\n',
  ],
  ...['# caffe-state: TEST deploy\n', '# shape: data 1x3x8x8\n', '# shape: a\n', '# proto-file: /\n'],
  ...['# proto-message: caffe.SolverParameter\n', '# proto-message: x\n'],
  ...['phase: TEST ', 'include { stage: "a" } ', 'loss_weight: -1 ', 'param { name: "w" } ', 'type: "ReLU" '],
];
