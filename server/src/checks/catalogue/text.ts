import type { CheckTable } from '../check.ts';

/** Checks of protobuf’s text parser. */
export const textChecks = {
  'text/file-not-found': ['env', 'File not found:'],
  'text/parse-failed-net': [
    'fatal',
    'Failed to parse NetParameter file:',
    'The file cannot be parsed as a net. The error that caused this is reported separately.',
  ],
  'text/parse-failed-solver': [
    'fatal',
    'Failed to parse SolverParameter file:',
    'The file cannot be parsed as a solver. The error that caused this is reported separately.',
  ],
  'text/unknown-field': [
    'parse',
    'has no field named',
    'The message has no field with this name. Field names are case-sensitive.',
  ],
  'text/non-repeated-duplicate': [
    'parse',
    'is specified multiple times.',
    'A field that is not repeated is set more than once.',
  ],
  'text/missing-required': [
    'parse',
    'Message missing required fields:',
    'A required field is missing, such as `min` or `max` of `clip_param`.',
  ],
  'text/expected-identifier': [
    'parse',
    'Expected identifier, got:',
    'Expected a field name, but found something else: an extra brace, a slash, a number, or the end of the file inside an open message.',
  ],
  'text/expected-colon': [
    'parse',
    'Expected ":", found',
    'A `:` is missing between a field name and its value.',
  ],
  'text/expected-string': [
    'parse',
    'Expected string, got:',
    'The field is a string; its value must be quoted.',
  ],
  'text/expected-integer': [
    'parse',
    'Expected integer, got:',
    'The field is an integer. `2.0`, `+2`, a string, or a negative number for an unsigned field is not accepted.',
  ],
  'text/int-range': [
    'parse',
    'Integer out of range',
    'The number is out of range for the integer type of the field.',
  ],
  'text/bool-value': [
    'parse',
    'Invalid value for boolean field',
    'The field is a boolean: `true` or `false`. `True`, `t`, `1`, `False`, `f` and `0` are accepted too; `TRUE` and `yes` are not.',
  ],
  'text/enum-value': [
    'parse',
    'Unknown enumeration value of',
    'The enum has no value with this name or number.',
  ],
  'text/enum-token': [
    'parse',
    'Expected integer or identifier, got:',
    'The field is an enum; its value is a name without quotes.',
  ],
  'text/float-base': [
    'parse',
    'Expect a decimal number, got:',
    'Floating-point fields accept decimal numbers only; `0x10` and `010` are rejected.',
  ],
  'text/string-line-break': [
    'parse',
    'String literals cannot cross line boundaries.',
    'A string literal must end on the line on which it begins. Split a long one into adjacent literals.',
  ],
  'text/bad-escape': [
    'parse',
    'Invalid escape sequence in string literal.',
    'Invalid escape sequence: the backslash is followed by a character that cannot be escaped.',
  ],
  'text/bracket-mismatch': [
    'parse',
    'Expected ">", found',
    'Mismatched bracket: a message that opens with `<` closes with `>`, and one that opens with `{` closes with `}`.',
  ],
  'text/list-separator': [
    'parse',
    'Expected ",", found',
    'The values of a list must be separated by commas, without a trailing comma.',
  ],
  'text/number-identifier-gap': [
    'parse',
    'Need space between number and identifier.',
    'A space is missing between a number and the letter that follows it.',
  ],
  'text/control-character': [
    'parse',
    'Invalid control characters encountered in text.',
    'The file contains a control character; it may be a binary file.',
  ],
  'text/extension': [
    'parse',
    'is not defined or is not an extension of',
    'A field name in brackets is an extension. Caffe defines no extensions.',
  ],
  'text/expected-value': ['parse', 'Expected ', 'A field has no value.'],
  'text/expected-number': ['parse', 'Expected double, got:', 'The field is a number.'],
  'text/expected-message': [
    'parse',
    'Expected "{", found',
    'The field is a message in braces, not a scalar value.',
  ],
  'text/number-form': ['parse', 'Expected integer', 'Invalid number literal.'],
  'text/nesting': [
    'parse',
    'Message is too deep',
    'Messages are nested more deeply than the parser supports.',
  ],
} as const satisfies CheckTable;
