import type { Document } from '../../document/document.ts';
import { hasInputLayers } from '../../layers/registry.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { fieldsOf, type OuterField, textOf } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { insertion, removeField } from '../fields.ts';
import { quoted } from '../newField.ts';
import { lineStart, lineStop, type Style, styleOf } from '../style.ts';
import { keepComments } from './comments.ts';
import { type Item, inlineItems, itemsOf, linesOf, newItem, printItems } from './items.ts';

const inputFields = new Set(['input', 'input_dim', 'input_shape']);

/**
 * Converts the net-level `input`s of a file to Input layers, one for each blob and with its name, with the comments of
 * their shapes (upgrade_proto.cpp, UpgradeNetInput). Empty if an input has no shape.
 */
export function upgradeInputs(document: Document): TextEdit[] {
  const { text } = document;
  const inputs = namedShapes(document);
  const runs = runsOf(text, placed(document));
  if (inputs.length === 0) return [];
  const items = new Map(runs.flatMap((run) => itemsOfRun(text, run)));
  const style = styleOf(text);
  const inline = firstLayerIsInline(document);
  const layers = inputs.map((input) => inputLayer(input, document.tree, items, style, inline));
  const printed = printItems(layers, '', style.eol);
  const before = layerAbove(document, runs[0]?.[0]?.range.start ?? 0);
  const removals = runs
    .slice(before === undefined ? 1 : 0)
    .map((run) => removeField(text, extentOf(text, run)));
  const written =
    before === undefined
      ? runs.slice(0, 1).map((run) => replaceRun(text, run, printed, style))
      : [insertion(before, printed + style.eol)];
  return keepComments(text, [...written, ...removals]);
}

/** Whether a file has net-level inputs that can be converted to layers. */
export function hasOldInputs(document: Document): boolean {
  return document.root === 'NetParameter' && namedShapes(document).length > 0;
}

function placed(document: Document): OuterField[] {
  return [...fieldsOf(document.tree)].filter(({ field }) => inputFields.has(field.name.text));
}

interface Input {
  readonly name: string;
  readonly at: Entry;
  /** The dims, or the whole shape. */
  readonly shape: readonly Entry[];
}

/** The inputs with the shapes that Caffe assigns to them; empty if one is missing, or if Caffe has no Input layers. */
function namedShapes(document: Document): Input[] {
  if (!hasInputLayers(document.dialect)) return [];
  const net = document.netInput().upgraded.message;
  const names = net.list('input');
  const shapes = net.list('input_shape');
  const dims = net.list('input_dim');
  const inputs = names.map((at, index) => {
    const shape = shapes.length > 0 ? shapes.slice(index, index + 1) : dims.slice(4 * index, 4 * index + 4);
    return { name: String(at.value), at, shape };
  });
  const needed = shapes.length > 0 ? 1 : 4;
  return inputs.every(({ shape }) => shape.length === needed) ? inputs : [];
}

type Run = readonly OuterField[];

type Items = ReadonlyMap<FieldNode, Item>;

/** Groups fields with only comments between them. */
function runsOf(text: string, fields: readonly OuterField[]): Run[] {
  const runs: OuterField[][] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && isBare(text.slice(previous.range.end, field.range.start))) run.push(field);
    else runs.push([field]);
  }
  return runs;
}

function isBare(between: string): boolean {
  return between.split(/\r?\n/u).every((line) => /^[\s;,]*(?:#.*)?$/u.test(line));
}

/** From the first field to the comment after the last; comments above the first are not included. */
function extentOf(text: string, run: Run): Range {
  const start = run[0]?.range.start ?? 0;
  const end = run.at(-1)?.range.end ?? 0;
  const [note = ''] = /^[ \t;,]*(?:#.*)?/u.exec(text.slice(end, lineStop(text, end))) ?? [];
  return { start, end: end + note.trimEnd().length };
}

function itemsOfRun(text: string, run: Run): (readonly [FieldNode, Item])[] {
  const ranges = run.map(({ range }) => range);
  const { items } = itemsOf(text, extentOf(text, run), ranges);
  return run.map(({ field }, index) => [field, items[index] ?? newItem()] as const);
}

function replaceRun(text: string, run: Run, printed: string, { eol }: Style): TextEdit {
  const { start, end } = extentOf(text, run);
  const head = text.slice(lineStart(text, start), start);
  const opens = head.trim() === '';
  const closes = text.slice(end, lineStop(text, end)).trim() === '';
  const blank = opens ? 0 : head.length - head.trimEnd().length;
  return {
    range: { start: start - blank, end },
    newText: `${opens ? '' : eol}${printed}${closes ? '' : eol}`,
  };
}

function inputLayer(
  { name, at, shape }: Input,
  tree: SyntaxTree,
  items: Items,
  style: Style,
  inline: boolean,
): Item {
  const top = itemOf(at, items);
  const own = shape.map((entry) => shapeItem(tree, entry, items));
  const { unit, eol } = style;
  const indented = (list: readonly Item[]) => printItems(list, unit, eol).split(eol);
  const flat = own.every(({ above, note, lines }) => lines.length === 1 && note === '' && above.length === 0);
  const dims = own.map(({ lines }) => lines.join(' ')).join(' ');
  const shapes = shape[0]?.value instanceof Message ? own : [newItem('shape {', ...indented(own), '}')];
  const inner = shape[0]?.value instanceof Message ? dims : `shape { ${dims} }`;
  const param = flat
    ? newItem(`input_param { ${inner} }`)
    : newItem('input_param {', ...indented(shapes), '}');
  const fields = [
    newItem(`name: ${quoted(name)}`),
    newItem('type: "Input"'),
    { ...newItem(`top: ${quoted(name)}`), note: top.note },
    param,
  ];
  const above = top.above.filter(Boolean);
  if (inline && flat && top.note === '') return { ...newItem(`layer { ${inlineItems(fields)} }`), above };
  return { ...newItem('layer {', ...indented(fields), '}'), above };
}

/** A `dim`, or a `shape` with its dims. */
function shapeItem(tree: SyntaxTree, entry: Entry, items: Items): Item {
  const { value, node, block } = entry;
  const item = itemOf(entry, items);
  const whole = { ...item, above: item.above.filter(Boolean), glued: false };
  if (!(value instanceof Message))
    return { ...whole, lines: [`dim: ${node.kind === 'scalar' ? node.text : ''}`] };
  const range = block ? tree.rangeOf({ block, range: node.range }) : node.range;
  const [first = '', ...others] = linesOf(tree.text, range);
  return { ...whole, lines: [`shape ${first}`, ...others] };
}

/** The item of a value; in a list, the first one has the comments. */
function itemOf({ field, node }: Entry, items: Items): Item {
  const later = field.value?.kind === 'list' && field.value.items[0] !== node;
  return (later ? undefined : items.get(field)) ?? newItem();
}

/** Where to insert the layers if other layers are above the inputs: before those. */
function layerAbove(document: Document, offset: number): number | undefined {
  const first = [...fieldsOf(document.tree)].find(({ field }) => /^layers?$/u.test(field.name.text));
  const start = first?.range.start;
  return start !== undefined && start < offset ? lineStart(document.text, start) : undefined;
}

function firstLayerIsInline(document: Document): boolean {
  const first = [...fieldsOf(document.tree)].find(({ field }) => /^layers?$/u.test(field.name.text));
  return first !== undefined && !textOf(first.block, first.field).includes('\n');
}
