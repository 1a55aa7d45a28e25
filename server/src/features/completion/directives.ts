import type { Document } from '../../document/document.ts';
import { lineStop } from '../../edit/style.ts';
import { distinctStates, formatState, type NetState, netState, phases } from '../../net/states/state.ts';
import type { Range } from '../../text/range.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import { directiveDocs } from '../directiveDocs.ts';
import { forkInfos } from '../forkInfos.ts';
import { inputBlobs } from '../inputBlobs.ts';
import { documentation, noDocumentation } from '../markdown.ts';
import type { CompletionItem } from '../types.ts';
import type { FieldCursor } from './cursor.ts';
import { stagesOf } from './names/ownNames.ts';
import { usualOrder } from './order.ts';

const nameBefore = /^[ \t]*#[ \t]*([\w-]*)$/u;
const valueBefore = /^[ \t]*#[ \t]*([a-z-]+):[ \t]*(.*)$/u;

/** The names and values of comments such as `# caffe-state: TEST`; undefined if the cursor is not in such a comment. */
export function completeDirective(
  document: Document,
  offset: number,
  state: NetState,
): CompletionItem[] | undefined {
  const { text } = document;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, begun] = nameBefore.exec(before) ?? [];
  if (begun !== undefined) {
    const all = names({ start: offset - begun.length, end: offset });
    return all.filter(({ label }) => label.startsWith(begun));
  }
  const [, name = '', typed = ''] = valueBefore.exec(before) ?? [];
  const values = Object.hasOwn(valuesOf, name) ? valuesOf[name]?.(document, state) : undefined;
  if (!values) return undefined;
  // A list of codes is completed one by one.
  const begins = name.startsWith('caffe-ignore') ? (/[^\s,]*$/u.exec(typed)?.[0] ?? '') : typed;
  const range = { start: offset - begins.length, end: lineStop(text, offset) };
  return values.map((value, index) =>
    toItem(value, name.startsWith('caffe-ignore') ? { ...range, end: offset } : range, index),
  );
}

/** The comments themselves, at the top level. Capital letters begin the type of a layer. */
export function completeComment({ begun, range }: FieldCursor): CompletionItem[] {
  const found = names(range).filter(({ label }) => label.startsWith(begun));
  return found.map((item) => ({
    ...item,
    label: `# ${item.label}`,
    snippet: `# ${item.snippet}`,
    order: `${usualOrder()} 6 ${item.order}`,
  }));
}

function names(range: Range): CompletionItem[] {
  return [...directiveDocs].map(([name, doc], index) => ({
    ...toItem({ name, detail: 'comment' }, range, index),
    kind: 'directive' as const,
    documentation: () => documentation(doc),
    snippet: `${name}: `,
    next: 'values' as const,
  }));
}

interface DirectiveValue {
  readonly name: string;
  readonly detail: string;
}

type Values = (document: Document, state: NetState) => DirectiveValue[];

const codes: Values = (document) => {
  const found = new Map(diagnostics(document).map(({ code, message }) => [code, message]));
  return [...found].map(([name, detail]) => ({ name, detail }));
};

const valuesOf: Readonly<Record<string, Values>> = {
  'caffe-state': (document) => {
    const stated = new Set(document.directives.states.map(({ value }) => value));
    const states = [
      ...phases.map((phase) => netState(phase)),
      ...document.states().states,
      ...staged(document),
    ];
    const texts = distinctStates(states).map(formatState);
    return texts.filter((text) => !stated.has(text)).map((name) => ({ name, detail: '' }));
  },
  'caffe-dialect': () => forkInfos().map(({ name, about }) => ({ name, detail: about })),
  shape: (document, state) =>
    inputBlobs(document, state).map(({ name, shape }) => ({
      name: `${name} ${wholeShape(shape)}`,
      detail: shape,
    })),
  'caffe-ignore': codes,
  'caffe-ignore-file': codes,
  'proto-message': () =>
    ['caffe.NetParameter', 'caffe.SolverParameter'].map((name) => ({ name, detail: '' })),
};

/** The states with one of the stages that the rules of the file name. */
function staged(document: Document): NetState[] {
  return stagesOf(document).flatMap((stage) => phases.map((phase) => netState(phase, 0, [stage])));
}

/** A shape in which the usual lengths of images replace unknown ones. */
function wholeShape(shape: string): string {
  const axes = shape.split('×');
  const lengths = axes.length === 4 ? axes : ['?', '?', '?', '?'];
  return lengths.map((axis, index) => (axis === '?' ? [1, 3, 224, 224][index] : axis)).join('x');
}

function toItem({ name, detail }: DirectiveValue, range: Range, index: number): CompletionItem {
  return {
    label: name,
    kind: 'value',
    detail,
    documentation: noDocumentation,
    range,
    filter: name,
    snippet: name,
    order: String(index).padStart(5, '0'),
    deprecated: false,
  };
}
