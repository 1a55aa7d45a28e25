import protobuf from 'protobufjs';
import { explainFailure } from './explain.ts';
import type { Outline } from './outline.ts';
import { firstLine, type ProtoProblem, problemAt, quoted } from './problem.ts';
import type { ProtoSource } from './source.ts';

/** The files that there are have 100 kB; protobufjs takes quadratic time in the fields of a message. */
const maxLength = 2_000_000;
const maxFields = 1000;

/** What protobufjs reads of the file, or the one problem for which it cannot be read. */
export function parseProto(source: ProtoSource): protobuf.IParserResult | ProtoProblem {
  const obstacle = findObstacle(source);
  if (obstacle) return obstacle;
  const result = run(source.text);
  return typeof result === 'string' ? explainFailure(result, source, failureOf) : result;
}

function findObstacle({ text, tokens, open, outline }: ProtoSource): ProtoProblem | undefined {
  if (text.includes('\0')) return problemAt(firstLine(text), 'This is a binary file, not a .proto file.');
  if (text.length > maxLength) {
    const message = `The file has more than ${maxLength} characters, too many for a caffe.proto.`;
    return problemAt(firstLine(text), message);
  }
  if (open) {
    const what = open.text.startsWith('/') ? 'comment' : 'string';
    return problemAt({ start: open.start, end: open.start + 1 }, `The ${what} is not closed.`);
  }
  const [keyword, , syntax] = tokens;
  if (keyword?.text === 'syntax' && syntax && /^["'](?!proto[23]["']$)/.test(syntax.text)) {
    return problemAt(syntax, `${quoted(syntax.text)} is no syntax of protobuf; write \`"proto2"\`.`);
  }
  const { tooDeep, tooLong } = outline;
  if (tooDeep) return problemAt(tooDeep, `${quoted(tooDeep.text)} stands in too many other messages.`);
  if (tooLong) return problemAt(tooLong, 'The declaration is too long.');
  return findCrowd(outline);
}

function findCrowd({ declared }: Outline): ProtoProblem | undefined {
  const counts = new Map<string, number>();
  for (const { kind, scope, name } of declared) {
    if (kind !== 'field') continue;
    const count = (counts.get(scope) ?? 0) + 1;
    counts.set(scope, count);
    if (count > maxFields) return problemAt(name, `${quoted(scope)} has more than ${maxFields} fields.`);
  }
  return undefined;
}

/** Of two comments the one behind a field speaks of it, the one before often of several fields. */
const options = { keepCase: true, alternateCommentMode: true, preferTrailingComment: true };

/** A root that leaves extensions where they stand: the schema has none, and finding what they extend is slow. */
class PlainRoot extends protobuf.Root {
  _handleAdd(): void {
    // protobufjs would add the extension to the message here.
  }
}

/** What protobufjs makes of the text, or what it says against it. */
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
