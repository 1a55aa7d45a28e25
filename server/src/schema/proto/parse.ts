import protobuf from 'protobufjs';
import { errorAt, firstLine, type ProtoError, quoted } from './error.ts';
import { explainFailure } from './explain.ts';
import type { Outline } from './outline.ts';
import type { ProtoText } from './protoText.ts';

/** Known files have 100 kB; protobufjs takes quadratic time in the number of fields of a message. */
const maxLength = 2_000_000;
const maxFields = 1000;

/** The protobufjs root of the file, or the one problem that prevents reading it. */
export function parseProto(source: ProtoText): protobuf.IParserResult | ProtoError {
  const obstacle = findObstacle(source);
  if (obstacle) return obstacle;
  const result = run(source.text);
  return typeof result === 'string' ? explainFailure(result, source, failureOf) : result;
}

function findObstacle({ text, tokens, open, outline }: ProtoText): ProtoError | undefined {
  if (text.includes('\0')) return errorAt(firstLine(text), 'This is a binary file, not a .proto file.');
  if (text.length > maxLength) {
    const message = `The file exceeds ${maxLength} characters, the limit for a caffe.proto.`;
    return errorAt(firstLine(text), message);
  }
  if (open) {
    const what = open.text.startsWith('/') ? 'comment' : 'string';
    return errorAt({ start: open.start, end: open.start + 1 }, `Unclosed ${what}.`);
  }
  const [keyword, , syntax] = tokens;
  if (keyword?.text === 'syntax' && syntax && /^["'](?!proto[23]["']$)/.test(syntax.text)) {
    return errorAt(syntax, `${quoted(syntax.text)} is not a protobuf syntax; use \`"proto2"\`.`);
  }
  const { tooDeep, tooLong } = outline;
  if (tooDeep) return errorAt(tooDeep, `${quoted(tooDeep.text)} is nested too deeply.`);
  if (tooLong) return errorAt(tooLong, 'The declaration is too long.');
  return findCrowd(outline);
}

function findCrowd({ declared }: Outline): ProtoError | undefined {
  const counts = new Map<string, number>();
  for (const { kind, scope, name } of declared) {
    if (kind !== 'field') continue;
    const count = (counts.get(scope) ?? 0) + 1;
    counts.set(scope, count);
    if (count > maxFields) return errorAt(name, `${quoted(scope)} has more than ${maxFields} fields.`);
  }
  return undefined;
}

/** Prefers the comment after a field over the one before it, which often describes several fields. */
const options = { keepCase: true, alternateCommentMode: true, preferTrailingComment: true };

/** A root that does not resolve extensions: the schema has none, and resolving them is slow. */
class PlainRoot extends protobuf.Root {
  _handleAdd(): void {
    // The base class adds the extension to the message here.
  }
}

/** The result of protobufjs for the text, or its error. */
function run(text: string): protobuf.IParserResult | string {
  try {
    return protobuf.parse(text, new PlainRoot(), options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function failureOf(text: string): string | undefined {
  const result = run(text);
  return typeof result === 'string' ? result : undefined;
}
