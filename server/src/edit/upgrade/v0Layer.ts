import type { LayerSyntax } from '../../net/lower.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { Block, FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { messageBody } from '../fields.ts';
import { newField, printInline } from '../newField.ts';
import { indentAt, type Style, styleOf } from '../style.ts';
import { type Item, type Items, inlineItems, itemsOf, newItem, printItems } from './items.ts';
import { literalOf, typeLiteral } from './literal.ts';
import { isOldSpec, paramSpecs } from './paramSpecs.ts';

/**
 * Converts a V0 layer, `layers { layer { … } … }`, to the `layer { … }` to which Caffe upgrades it (upgrade_proto.cpp,
 * UpgradeV0LayerParameter): its own fields move into the message of its type, with their comments.
 */
export function upgradeV0Layer(tree: SyntaxTree, layer: LayerSyntax, node: MessageNode): TextEdit[] {
  const { text } = tree;
  const { block, field } = layer;
  const body = messageBody(node, tree.startOf(block));
  if (!body) return [];
  const { start, end } = body.range;
  const style = styleOf(text);
  const { written, rest } = unwrapped(tree, block, node);
  const rows = rowsOf(tree, layer, written);
  const name = { range: tree.rangeOf({ block, range: field.name.range }), newText: 'layer' };
  if (!text.slice(start, end).includes('\n')) {
    return [name, { range: { start, end }, newText: ` ${inlineItems(grouped(rows, style, true))} ` }];
  }
  const outer = indentAt(text, start);
  const { head } = cut(tree, block, node);
  const lines = printItems(grouped(rows, style, false), outer + style.unit, style.eol);
  const tail = rest.map((line) => style.eol + outer + style.unit + line).join('');
  const newText = `${head && ` ${head}`}${style.eol}${lines}${tail}${style.eol}${outer}`;
  return [name, { range: { start, end }, newText }];
}

/** A field of the result, and the message to which it belongs. */
interface Row {
  readonly item: Item;
  readonly group: string | undefined;
}

/** The fields of both levels in order, converted. */
function rowsOf(tree: SyntaxTree, layer: LayerSyntax, written: readonly Written[]): Row[] {
  const reading = readingOf(layer);
  return written.flatMap(({ field, item }) => [
    ...rewritten(tree, layer, field, item, reading),
    ...reading.added
      .filter((added) => added.at === field)
      .map(({ name, group, entry }) => ({
        item: newItem(`${name}: ${literalOf(tree, layer, entry)}`),
        group,
      })),
  ]);
}

interface Written {
  readonly field: FieldNode;
  readonly item: Item;
}

/** The items of the layer, with those of the inner message in its place, and the comments after them. */
function unwrapped(
  tree: SyntaxTree,
  block: Block,
  node: MessageNode,
): { written: Written[]; rest: string[] } {
  const outer = cut(tree, block, node);
  const written: Written[] = [];
  let open: readonly string[] = [];
  const add = (field: FieldNode, item: Item = newItem()) => {
    written.push({ field, item: { ...item, above: [...open, ...item.above] } });
    open = [];
  };
  for (const [index, field] of node.fields.entries()) {
    const item = outer.items[index];
    const inner = field.value;
    if (field.name.text !== 'layer' || inner?.kind !== 'message' || !inner.close) {
      add(field, item);
      continue;
    }
    const own = cut(tree, block, inner);
    open = [...open, ...(item?.above ?? []), own.head].filter(Boolean);
    for (const [at, each] of inner.fields.entries()) add(each, own.items[at]);
    open = [...open, ...own.rest, item?.note ?? ''].filter(Boolean);
  }
  return { written, rest: [...open, ...outer.rest] };
}

function cut(tree: SyntaxTree, block: Block, { open, close, range, fields }: MessageNode): Items {
  const inside = tree.rangeOf({ block, range: { start: open.end, end: close?.start ?? range.end } });
  return itemsOf(
    tree.text,
    inside,
    fields.map((field) => tree.rangeOf({ block, range: field.range })),
  );
}

/** Where the upgrade moved the fields. */
interface Reading {
  readonly places: ReadonlyMap<
    FieldNode,
    { readonly name: string; readonly group: string | undefined; readonly entry: Entry }
  >;
  /** Fields that the upgrade added, after the field from which they come or to which they belong. */
  readonly added: readonly {
    readonly name: string;
    readonly group: string;
    readonly entry: Entry;
    readonly at: FieldNode | undefined;
  }[];
}

function readingOf({ message, block }: LayerSyntax): Reading {
  const places = new Map<FieldNode, { name: string; group: string | undefined; entry: Entry }>();
  const added: { name: string; group: string; entry: Entry; at: FieldNode | undefined }[] = [];
  const type = message.list('type')[0]?.field;
  for (const [name, entries] of message.entries) {
    for (const entry of entries) {
      if (name === 'param') continue;
      if (!isDerived(entry)) places.set(entry.field, { name, group: undefined, entry });
      else
        for (const [inner, list] of entry.value.entries)
          for (const each of list) {
            const foreign = each.block !== undefined && each.block !== block;
            if (foreign || each.field === type)
              added.push({ name: inner, group: name, entry: each, at: type });
            else places.set(each.field, { name: inner, group: name, entry: each });
          }
    }
  }
  return { places, added };
}

/** A message that the upgrade created from several fields. */
function isDerived(entry: Entry): entry is Entry & { readonly value: Message } {
  return entry.value instanceof Message && entry.field.name.text === 'layer';
}

function rewritten(
  tree: SyntaxTree,
  layer: LayerSyntax,
  field: FieldNode,
  item: Item,
  { places }: Reading,
): Row[] {
  if (isOldSpec(field)) {
    const specs = paramSpecs(tree, layer).get(field)?.map(printInline) ?? [];
    return specs.map((spec, index) => ({
      item: index === 0 ? { ...item, lines: [spec] } : newItem(spec),
      group: undefined,
    }));
  }
  const place = places.get(field);
  // Only bottoms and tops are lists here, and they keep their position.
  if (place && field.value?.kind === 'list') return [{ item, group: undefined }];
  if (place) {
    const { name, group, entry } = place;
    if (entry.value instanceof Message) return [{ item: renamed(item, field, name), group }];
    const value = name === 'type' && group === undefined ? typeLiteral(layer) : undefined;
    return [
      {
        item: { ...item, lines: [printInline(newField(name, value ?? literalOf(tree, layer, entry)))] },
        group,
      },
    ];
  }
  if (field.name.text === 'bottom') return bottoms(tree, layer, item);
  return isForgotten(field, layer) ? remarks(item) : [{ item, group: undefined }];
}

/** The bottom of a removed padding layer, instead of that layer's top. */
function bottoms(tree: SyntaxTree, layer: LayerSyntax, item: Item): Row[] {
  return layer.message.list('bottom').map((entry) => ({
    item: { ...item, lines: [`bottom: ${literalOf(tree, layer, entry)}`] },
    group: undefined,
  }));
}

/** Whether Caffe has the field but drops it, because the layer's type does not use it. */
function isForgotten({ name }: FieldNode, { message }: LayerSyntax): boolean {
  const { schema } = message;
  return ['V0LayerParameter', 'V1LayerParameter'].some((type) => schema.message(type)?.fields.has(name.text));
}

/** The comments of a removed field. */
function remarks({ above, note }: Item): Row[] {
  const lines = [...above, note].filter(Boolean);
  return lines.length > 0 ? [{ item: { ...newItem(...lines), above: [] }, group: undefined }] : [];
}

function renamed(item: Item, field: FieldNode, name: string): Item {
  const [first = '', ...others] = item.lines;
  return { ...item, lines: [name + first.slice(field.name.text.length), ...others] };
}

/** Groups the fields of one message at the position of its first field. */
function grouped(rows: readonly Row[], style: Style, inline: boolean): Item[] {
  const done = new Set<string>();
  return rows.flatMap(({ item, group }) => {
    if (group === undefined) return [item];
    if (done.has(group)) return [];
    done.add(group);
    const own = rows.filter((row) => row.group === group).map((row) => row.item);
    if (inline) return [newItem(`${group} { ${inlineItems(own)} }`)];
    const lines = printItems(own, style.unit, style.eol).split(style.eol);
    return [newItem(`${group} {`, ...lines, '}')];
  });
}
