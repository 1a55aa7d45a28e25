import { explainConflict } from './conflicts.ts';
import { type FailureOf, findToken, lineOf } from './findToken.ts';
import { firstLine, type ProtoProblem, problemAt, quoted } from './problem.ts';
import type { ProtoSource } from './source.ts';

/** Says in clear words, and of the place that is meant, what protobufjs says in one line with a line number. */
export function explainFailure(failure: string, source: ProtoSource, failureOf: FailureOf): ProtoProblem {
  return (
    explainToken(failure, source, failureOf) ??
    explainConflict(failure, source) ??
    problemAt(lineOf(source.text, failure), `This is not a valid .proto file: ${failure}.`)
  );
}

const unexpected =
  /^illegal (?<what>.+?) '(?<found>[\s\S]*?)'(?:, '(?<expected>.+)' expected)? \(line \d+\)$/;

function explainToken(failure: string, source: ProtoSource, failureOf: FailureOf): ProtoProblem | undefined {
  const { what, found = '', expected } = unexpected.exec(failure)?.groups ?? {};
  if (what === undefined) return undefined;
  const index = findToken(source, { found, failure }, failureOf);
  const token = source.tokens[index];
  if (!token) return explainEnd(source);
  const name = quoted(token.text);
  const before = source.tokens[index - 1];
  if (expected === ';' && before)
    return problemAt(before, `A \`;\` is missing behind ${quoted(before.text)}.`);
  if (expected !== undefined) return problemAt(token, `Expected \`${expected}\`, found ${name}.`);
  if (what === 'token' && source.tokens[index + 2]?.text === '=') {
    return problemAt(
      token,
      `A field begins with \`optional\`, \`required\` or \`repeated\`, not with ${name}.`,
    );
  }
  return problemAt(token, describe(what, name));
}

function describe(what: string, found: string): string {
  switch (what) {
    case 'name':
    case 'type name':
    case 'service name':
      return `${found} cannot be a name.`;
    case 'type':
    case 'reference':
      return `${found} cannot be a type here.`;
    case 'id':
      return `${found} cannot be the number of a field.`;
    case 'value':
    case 'number':
      return `${found} is not a value.`;
    case 'integer':
      return `${found} is not a whole number of the field's type.`;
    case 'edition':
      return `${found} is not an edition of protobuf that can be read.`;
    default:
      return `${found} cannot stand here.`;
  }
}

function explainEnd({ text, tokens, outline }: ProtoSource): ProtoProblem {
  const { unclosed } = outline;
  if (unclosed) return problemAt(unclosed, `${quoted(unclosed.text)} is not closed: a \`}\` is missing.`);
  return problemAt(tokens.at(-1) ?? firstLine(text), 'The file ends in the middle of a declaration.');
}
