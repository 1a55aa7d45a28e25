import { type NetState, parseState } from '../net/state.ts';
import type { RootName } from '../schema/root.ts';
import type { Range } from '../text/range.ts';

/** What a comment says, and where. */
export interface Directive {
  readonly value: string;
  readonly range: Range;
}

export interface StatedShape {
  readonly dims: readonly number[];
  /** Where its axes are written. */
  readonly range: Range;
}

export interface StatedState extends Directive {
  readonly state: NetState | undefined;
}

/** Comments that tell the tool what the text format cannot say. */
export interface Directives {
  /** `# shape: data 1x28x28`: shapes by the name of the blob. */
  readonly shapes: ReadonlyMap<string, StatedShape>;
  /** `# caffe-state: TEST deploy`, each a state in which the net is built; undefined for one that cannot be read. */
  readonly states: readonly StatedState[];
  /** `# caffe-dialect: ssd`. */
  readonly dialect: Directive | undefined;
  /** `# proto-file: my/caffe.proto`. */
  readonly protoFile: Directive | undefined;
  /** `# proto-message: caffe.NetParameter`. */
  readonly protoMessage: Directive | undefined;
}

const shapeLine = /^([ \t]*#[ \t]*shape:[ \t]*(\S+)[ \t]+)(\d+(?:[ \t]*[x×,][ \t]*\d+)*)[ \t]*$/gmu;

/** Reads the directives of a file. A line that starts with `#` is always a comment: strings cannot span lines. */
export function readDirectives(text: string): Directives {
  const shapes = new Map<string, StatedShape>();
  for (const { index, 1: head = '', 2: blob = '', 3: dims = '' } of text.matchAll(shapeLine)) {
    const start = index + head.length;
    shapes.set(blob, { dims: parseDims(dims), range: { start, end: start + dims.length } });
  }
  return {
    shapes,
    states: findAll(text, 'caffe-state').map((found) => ({ ...found, state: parseState(found.value) })),
    dialect: find(text, 'caffe-dialect'),
    protoFile: find(text, 'proto-file'),
    protoMessage: find(text, 'proto-message'),
  };
}

/** The message that `# proto-message:` names, with its package or without; undefined for one that is not looked into. */
export function statedRoot({ protoMessage }: Pick<Directives, 'protoMessage'>): RootName | undefined {
  const name = protoMessage?.value.replace(/^.*\./u, '');
  return name === 'NetParameter' || name === 'SolverParameter' ? name : undefined;
}

/** The first `# NAME: VALUE` of the text. */
function find(text: string, name: string): Directive | undefined {
  return findAll(text, name)[0];
}

/** Every `# NAME: VALUE` of the text. */
function findAll(text: string, name: string): Directive[] {
  if (!text.includes(name)) return [];
  const lines = new RegExp(`^([ \\t]*#[ \\t]*${name}:[ \\t]*)(\\S[^\\r\\n]*)`, 'gmu');
  return [...text.matchAll(lines)].map(({ index, 1: head = '', 2: rest = '' }) => {
    const value = rest.trimEnd();
    const start = index + head.length;
    return { value, range: { start, end: start + value.length } };
  });
}

function parseDims(text: string): number[] {
  return text.split(/[x×,]/u).map((part) => Number.parseInt(part, 10));
}
