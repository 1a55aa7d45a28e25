import type { ScalarNode } from '../syntax/nodes.ts';
import { forksWithValue } from './data/forkIndex.ts';
import type { ForkName } from './data/forkNames.ts';
import type { EnumDescriptor, FieldType, ScalarType, Schema } from './descriptor.ts';
import { bvlc } from './dialect.ts';
import { listForks } from './listForks.ts';
import { nearest } from './nearest.ts';

/** A scalar's value by its type, or the id of the check that rejects it and why. */
export type ScalarReading =
  | { readonly ok: true; readonly value: number | bigint | boolean | string }
  | {
      readonly ok: false;
      readonly check: string;
      readonly message: string;
      /** The forks of Caffe that accept the value. */
      readonly forks?: readonly ForkName[];
      /** The suggested text. */
      readonly replacement?: string | undefined;
    };

type IntegerType = 'int32' | 'int64' | 'uint32' | 'uint64';

const largest: Readonly<Record<IntegerType, bigint>> = {
  int32: 2n ** 31n - 1n,
  int64: 2n ** 63n - 1n,
  uint32: 2n ** 32n - 1n,
  uint64: 2n ** 64n - 1n,
};

/**
 * Reads a scalar as protobuf 3.21 does (protobuf text format, TextFormat::Parser). 64-bit integers are bigints, an
 * enum value is the first name of its number, and a float is not yet rounded to 32 bits.
 */
export function readScalar(type: FieldType, node: ScalarNode, schema: Schema): ScalarReading {
  if (type.kind === 'message') return expected('text/bracket-mismatch', 'a message in braces', node);
  if (type.kind === 'enum') return readEnum(type.name, schema.enum(type.name), node);
  return readers[type.name](node);
}

const readers: Readonly<Record<ScalarType, (node: ScalarNode) => ScalarReading>> = {
  double: readFloat,
  float: readFloat,
  int32: (node) => readInteger('int32', node),
  int64: (node) => readInteger('int64', node),
  uint32: (node) => readInteger('uint32', node),
  uint64: (node) => readInteger('uint64', node),
  bool: readBool,
  string: readString,
  bytes: readString,
};

function readInteger(type: IntegerType, node: ScalarNode): ScalarReading {
  const signed = !type.startsWith('u');
  if (node.literal !== 'integer') return notWhole(signed, node);
  if (node.negative && !signed) {
    const value = integerOf({ ...node, negative: false });
    // `-0` is seldom meant as `0`, which most sizes must not be.
    const better = value === 0n ? undefined : value?.toString();
    return expected('text/expected-integer', 'an integer without a sign', node, better);
  }
  const value = integerOf(node);
  if (value === undefined || value > largest[type] || value < (signed ? -largest[type] - 1n : 0n)) {
    const low = signed ? -largest[type] - 1n : 0n;
    const message = `\`${written(node)}\` is out of range: ${type} ranges from ${low} to ${largest[type]}.`;
    return refuse('text/int-range', message);
  }
  return { ok: true, value: type.endsWith('64') ? value : Number(value) };
}

function notWhole(signed: boolean, node: ScalarNode): ScalarReading {
  const expectation = signed ? 'an integer' : 'a non-negative integer';
  const number = node.literal === 'string' ? node.text.trim() : node.text.replace(/^\+/, '');
  const value = signed || !node.negative ? wholeNumber(number.replace(/[fF]$/, '')) : undefined;
  return expected(
    'text/expected-integer',
    expectation,
    node,
    value === undefined ? value : sign(node) + value,
  );
}

/** The integer that a decimal number is exactly, without rounding: `2e3`, but not `1e-400`. */
function wholeNumber(text: string): number | undefined {
  const [, whole = '', fraction = '', exponent = '0'] = /^(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const point = whole.length + Number(exponent);
  const value = Number(text);
  const isWhole = /^0*$/.test((whole + fraction).slice(Math.max(0, point)));
  return text !== '' && isWhole && Number.isSafeInteger(value) ? value : undefined;
}

/** The value of an integer literal, with its sign; undefined if its digits do not fit its base. */
function integerOf({ text, negative }: ScalarNode): bigint | undefined {
  const digits = /^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text;
  if (!/^(0[xX][0-9a-fA-F]+|0o[0-7]+|0|[1-9][0-9]*)$/.test(digits)) return undefined;
  return negative ? -BigInt(digits) : BigInt(digits);
}

function readFloat(node: ScalarNode): ScalarReading {
  const { text, literal } = node;
  if (literal === 'float') return float(Number.parseFloat(text), node);
  if (literal === 'integer') {
    if (!/^0[xX0-7]/.test(text)) return float(Number.parseFloat(text), node);
    const message = `A number with a fraction must be decimal, not \`${written(node)}\`.`;
    const better = integerOf(node)?.toString();
    return refuse('text/float-base', `${message}${better ? ` Use \`${better}\`.` : ''}`, better);
  }
  if (literal === 'identifier' && /^inf(inity)?$/i.test(text)) return float(Number.POSITIVE_INFINITY, node);
  if (literal === 'identifier' && /^nan$/i.test(text)) return float(Number.NaN, node);
  const number = text.trim().replace(/^\+/, '');
  const usable = number !== '' && Number.isFinite(Number(number)) ? sign(node) + number : undefined;
  return expected('text/expected-number', 'a number', node, usable);
}

function float(value: number, node: ScalarNode): ScalarReading {
  return { ok: true, value: node.negative ? -value : value };
}

const booleans: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    true: true,
    True: true,
    t: true,
    false: false,
    False: false,
    f: false,
  }),
);

const meantBooleans: ReadonlyMap<string, string> = new Map(
  Object.entries({
    true: 'true',
    yes: 'true',
    on: 'true',
    y: 'true',
    false: 'false',
    no: 'false',
    off: 'false',
    n: 'false',
  }),
);

function readBool(node: ScalarNode): ScalarReading {
  if (node.literal === 'integer' && !node.negative) {
    const value = integerOf(node);
    if (value === 0n || value === 1n) return { ok: true, value: value === 1n };
    return expected('text/int-range', '`true` or `false`', node);
  }
  const value = booleans.get(node.text);
  if (node.literal === 'identifier' && !node.negative && value !== undefined) return { ok: true, value };
  const lower = node.text.toLowerCase();
  const meant = meantBooleans.get(lower);
  return expected('text/bool-value', '`true` or `false`', node, meant);
}

function readString(node: ScalarNode): ScalarReading {
  if (node.literal === 'string' && !node.negative) return { ok: true, value: node.text };
  const content = contentOf(node);
  const better =
    content === undefined || content.length > 80 ? undefined : `"${content.replaceAll('\\', '\\\\')}"`;
  return expected('text/expected-string', 'a string', node, better);
}

/** What a value is as a string, without typographic quotes around it; undefined if it has others. */
function contentOf(node: ScalarNode): string | undefined {
  if (node.literal === 'string') return node.text;
  const word = (sign(node) + node.text).replaceAll('`', '');
  const [, content = word] = /^[\u2018-\u201f](.*)[\u2018-\u201f]$/u.exec(word) ?? [];
  return /[\u2018-\u201f]/u.test(content) ? undefined : content;
}

function readEnum(name: string, descriptor: EnumDescriptor | undefined, node: ScalarNode): ScalarReading {
  const values = descriptor?.values ?? new Map<string, number>();
  const expectation = `a value of ${name}`;
  if (node.literal === 'integer') return readEnumNumber(name, values, node);
  const known = values.has(node.text);
  if (node.literal !== 'identifier' || node.negative) {
    const meant = known
      ? node.text
      : (nearest(node.text, values.keys()) ?? sameWord(node.text, values.keys()));
    return expected('text/enum-token', expectation, node, meant);
  }
  if (known) return { ok: true, value: node.text };
  const isOfBvlc = bvlc.schema.enum(name)?.values.has(node.text) ?? false;
  const forks = isOfBvlc ? (['bvlc'] as const) : forksWithValue(name, node.text);
  if (forks.length > 0) return { ...forkValue(name, node.text, forks), forks };
  const meant = nearest(node.text, values.keys()) ?? sameWord(node.text, values.keys());
  const choice = meant ? `; did you mean \`${meant}\`?` : `; valid values: ${listed(values.keys())}.`;
  return refuse('text/enum-value', `\`${written(node)}\` is not a value of ${name}${choice}`, meant);
}

/** `AVERAGE` for `AVE`, `ADD` for `SUM`: a value that is abbreviated or has a different name elsewhere. */
function sameWord(word: string, values: Iterable<string>): string | undefined {
  const upper = word.toUpperCase();
  return [...values].find((value) => otherWords.get(value)?.test(upper));
}

/** Common alternatives for some values. A longer name, such as `AVE_EXC_PAD`, is usually a value of another Caffe. */
const otherWords: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    AVE: /^(?:AVG|AVERAGE|MEAN)(?:_?POOL(?:ING)?)?$|^AVE_?POOL(?:ING)?$/u,
    MAX: /^MAX(?:IMUM|_?POOL(?:ING)?)$/u,
    STOCHASTIC: /^STOCHASTIC_?POOL(?:ING)?$/u,
    SUM: /^(?:ADD|PLUS|SUMMATION|SUMMED|ADDITION)$/u,
    PROD: /^(?:MUL|MULT|MULTIPLY|MULTIPLICATION|PRODUCT|TIMES)$/u,
    TRAIN: /^TRAINING$/u,
    TEST: /^TESTING$/u,
    CAFFE: /^CAFFE_ENGINE$/u,
    CUDNN: /^CUDNN_ENGINE$/u,
  }),
);

function forkValue(name: string, value: string, forks: readonly ForkName[]) {
  const message = forks.includes('bvlc')
    ? `\`${value}\` is not a value of ${name} in this Caffe; BVLC has it.`
    : `\`${value}\` is a value of ${name} only in a fork of Caffe: ${listForks(forks)}.`;
  return { ok: false, check: 'text/enum-value', message } as const;
}

function readEnumNumber(name: string, values: ReadonlyMap<string, number>, node: ScalarNode): ScalarReading {
  const number = integerOf(node);
  for (const [value, known] of values) if (number === BigInt(known)) return { ok: true, value };
  const check = number !== undefined && fitsInt32(number) ? 'text/enum-value' : 'text/int-range';
  const message = `${name} has no value with the number \`${written(node)}\``;
  return refuse(check, `${message}; valid values: ${listed(values.keys())}.`);
}

function fitsInt32(value: bigint): boolean {
  return BigInt.asIntN(32, value) === value;
}

function expected(check: string, expectation: string, node: ScalarNode, better?: string): ScalarReading {
  return refuse(
    check,
    `Expected ${expectation}, found \`${written(node)}\`${better ? `; use \`${better}\`` : ''}.`,
    better,
  );
}

function refuse(check: string, message: string, replacement?: string): ScalarReading {
  return { ok: false, check, message, replacement };
}

function sign(node: ScalarNode): string {
  return node.negative ? '-' : '';
}

/** The scalar as shown in a message. */
function written(node: ScalarNode): string {
  const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
  return sign(node) + (node.literal === 'string' ? `"${text}"` : text);
}

const longestList = 8;

function listed(names: Iterable<string>): string {
  const all = Array.from(names, (name) => `\`${name}\``);
  return all.length > longestList ? `${all.slice(0, longestList).join(', ')} and others` : all.join(', ');
}
