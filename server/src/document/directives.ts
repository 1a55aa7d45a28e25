import { groupPairs } from '../memo/lists.ts';
import { type NetState, parseState } from '../net/states/state.ts';
import type { RootName } from '../schema/root.ts';
import { commentStart } from '../syntax/tokens.ts';
import type { Range } from '../text/range.ts';

/** The text of a comment, and its range. */
export interface Directive {
  readonly value: string;
  readonly range: Range;
}

export interface StatedShape {
  readonly dims: readonly number[];
  /** The range of its axes. */
  readonly range: Range;
  /** The range of the name of its blob. */
  readonly name: Range;
}

export interface StatedState extends Directive {
  readonly state: NetState | undefined;
}

/** Comments with information that the text format cannot express. */
export interface Directives {
  /** `# shape: data 1x28x28`: shapes by blob name. */
  readonly shapes: ReadonlyMap<string, StatedShape>;
  /** Comments that begin with `shape:` but do not state one: the text of the first word, and the rest. */
  readonly otherShapes: readonly { readonly name: Directive; readonly rest: Directive }[];
  /** `# caffe-state: TEST deploy`: a state in which the net is built; undefined if it cannot be parsed. */
  readonly states: readonly StatedState[];
  /** `# caffe-dialect: ssd`. */
  readonly dialect: Directive | undefined;
  /** `# proto-file: my/caffe.proto`. */
  readonly protoFile: Directive | undefined;
  /** `# proto-message: caffe.NetParameter`. */
  readonly protoMessage: Directive | undefined;
  /** Comments after other text on their line, with their `#`, which would be directives on a line of their own. */
  readonly hidden: readonly Directive[];
  /** Names of comments that begin like one of this tool. */
  readonly otherNames: readonly Directive[];
  /** Comments after the first of their kind, of which only one has an effect. */
  readonly repeated: readonly Directive[];
}

/** Whether a `# shape:` comment can name a blob: its name is one word. */
export function isShapeName(blob: string): boolean {
  return /^\S+$/u.test(blob);
}

const shape = /^shape:[ \t]*(\S+)[ \t]+(\d+(?:[ \t]*[x×,][ \t]*\d+)*)[ \t]*$/du;
const otherShape = /^shape:[ \t]*(\S+)[ \t]*(.*)$/du;

/** The names of the comments that configure the tool, besides `shape`. */
export const directiveNames = [
  'caffe-state',
  'caffe-dialect',
  'caffe-ignore',
  'caffe-ignore-file',
  'proto-file',
  'proto-message',
] as const;

const anyName = /^(?:caffe|proto)[-_]?[a-z_-]+[ \t]*(?=:)/iu;
const namedDirective = /^(caffe-state|caffe-dialect|proto-file|proto-message):[ \t]*(\S.*)$/du;

/** Reads the directives of a file. A line that starts with `#` is always a comment: strings cannot span lines. */
export function readDirectives(text: string): Directives {
  const shapes = new Map<string, StatedShape>();
  const otherShapes: Directives['otherShapes'][number][] = [];
  const named: (readonly [string, Directive])[] = [];
  const hidden: Directive[] = [];
  const otherNames: Directive[] = [];
  for (const { value: comment, range, mark, isAlone } of comments(text)) {
    if (!isAlone) {
      if (!shape.test(comment) && !namedDirective.test(comment)) continue;
      const own = { start: mark, end: range.end };
      hidden.push({ value: text.slice(own.start, own.end), range: own });
      continue;
    }
    const stated = shape.exec(comment);
    if (stated) {
      const { 1: blob = '', 2: dims = '', indices } = stated;
      shapes.set(blob, {
        dims: parseDims(dims),
        range: partOf(range, indices?.[2]),
        name: partOf(range, indices?.[1]),
      });
    }
    const other = stated ? undefined : otherShape.exec(comment);
    if (other) {
      const [name, rest] = [1, 2].map((part) => ({
        value: other[part] ?? '',
        range: partOf(range, other.indices?.[part]),
      }));
      if (name && rest) otherShapes.push({ name, rest });
    }
    const stating = namedDirective.exec(comment);
    if (stating) {
      const { 1: name = '', 2: value = '', indices } = stating;
      named.push([name, { value, range: partOf(range, indices?.[2]) }]);
    }
    const [name] = anyName.exec(comment) ?? [];
    if (name && !directiveNames.some((known) => known === name))
      otherNames.push({ value: name, range: partOf(range, [0, name.length]) });
  }
  const values = groupPairs(named);
  const [dialects = [], protoFiles = [], protoMessages = []] = [
    'caffe-dialect',
    'proto-file',
    'proto-message',
  ].map((name) => values.get(name) ?? []);
  const states = values.get('caffe-state') ?? [];
  return {
    shapes,
    otherShapes,
    states: states.map((found) => ({ ...found, state: parseState(found.value) })),
    dialect: dialects[0],
    protoFile: protoFiles[0],
    protoMessage: protoMessages[0],
    hidden,
    otherNames,
    repeated: [dialects, protoFiles, protoMessages].flatMap((found) => found.slice(1)),
  };
}

/** The text after the `#` of a comment, whose offset is `mark`. */
interface Comment extends Directive {
  readonly mark: number;
  readonly isAlone: boolean;
}

/** The comments on separate lines, and those after other text that may be directives. */
function* comments(text: string): Generator<Comment> {
  const line = /[ \t]*([^\r\n]*)/uy;
  for (let first = text.indexOf('#'); first >= 0; first = text.indexOf('#', line.lastIndex)) {
    const isAlone = isFirst(text, first);
    line.lastIndex = first + 1;
    const rest = line.exec(text)?.[0] ?? '';
    if (!isAlone && !keywords.test(rest)) continue;
    const start = text.lastIndexOf('\n', first) + 1;
    const mark = isAlone ? first : start + commentStart(text.slice(start, line.lastIndex));
    // All marks of the line are in strings.
    if (mark < start) continue;
    const after = text.slice(mark + 1, line.lastIndex);
    const value = after.trim();
    const from = mark + 1 + after.length - after.trimStart().length;
    yield { value, range: { start: from, end: from + value.length }, mark, isAlone };
  }
}

/** What any directive contains. */
const keywords = /(?:shape|caffe-state|caffe-dialect|proto-file|proto-message):/u;

/** Whether only white space, or a byte order mark, is before an offset on its line. */
function isFirst(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const before = text.slice(Math.max(start - 1, 0), start);
  return ['', '\n', '\r'].includes(before) || (start === 1 && before === '\ufeff');
}

function partOf({ start }: Range, [from, to]: readonly [number, number] = [0, 0]): Range {
  return { start: start + from, end: start + to };
}

/** The message in `# proto-message:`, with or without its package; undefined if it is not supported. */
export function statedRoot({ protoMessage }: Pick<Directives, 'protoMessage'>): RootName | undefined {
  const name = protoMessage?.value.replace(/^.*\./u, '');
  return name === 'NetParameter' || name === 'SolverParameter' ? name : undefined;
}

function parseDims(text: string): number[] {
  return text.split(/[x×,]/u).map((part) => Number.parseInt(part, 10));
}
