import { explainConflict } from './conflicts.ts';
import { errorAt, firstLine, type ProtoError, quoted } from './error.ts';
import { type FailureOf, findToken, lineOf } from './findToken.ts';
import type { ProtoText } from './protoText.ts';

/** Converts an error of protobufjs, one line with a line number, to a clear message with the exact range. */
export function explainFailure(failure: string, source: ProtoText, failureOf: FailureOf): ProtoError {
  return (
    explainToken(failure, source, failureOf) ??
    explainConflict(failure, source) ??
    errorAt(lineOf(source.text, failure), `This is not a valid .proto file: ${failure}.`)
  );
}

const unexpected =
  /^illegal (?<what>.+?) '(?<found>[\s\S]*?)'(?:, '(?<expected>.+)' expected)? \(line \d+\)$/;

function explainToken(failure: string, source: ProtoText, failureOf: FailureOf): ProtoError | undefined {
  const { what, found = '', expected } = unexpected.exec(failure)?.groups ?? {};
  if (what === undefined) return undefined;
  const index = findToken(source, { found, failure }, failureOf);
  const token = source.tokens[index];
  if (!token) return explainEnd(source);
  const name = quoted(token.text);
  const before = source.tokens[index - 1];
  if (expected === ';' && before) return errorAt(before, `Missing \`;\` after ${quoted(before.text)}.`);
  if (expected !== undefined) return errorAt(token, `Expected \`${expected}\`, found ${name}.`);
  if (what === 'token' && source.tokens[index + 2]?.text === '=') {
    return errorAt(
      token,
      `Expected \`optional\`, \`required\` or \`repeated\` before a field, found ${name}.`,
    );
  }
  return errorAt(token, describe(what, name));
}

function describe(what: string, found: string): string {
  switch (what) {
    case 'name':
    case 'type name':
    case 'service name':
      return `${found} is not a valid name.`;
    case 'type':
    case 'reference':
      return `${found} is not a valid type.`;
    case 'id':
      return `${found} is not a valid field number.`;
    case 'value':
    case 'number':
      return `${found} is not a valid value.`;
    case 'integer':
      return `${found} is not an integer in the range of the field's type.`;
    case 'edition':
      return `${found} is not a supported edition of protobuf.`;
    default:
      return `Unexpected ${found}.`;
  }
}

function explainEnd({ text, tokens, outline }: ProtoText): ProtoError {
  const { unclosed } = outline;
  if (unclosed) return errorAt(unclosed, `Missing \`}\`: ${quoted(unclosed.text)} is not closed.`);
  return errorAt(tokens.at(-1) ?? firstLine(text), 'The file ends inside a declaration.');
}
