import type { Document } from '../../document/document.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { Block, FieldNode, MessageNode, ValueNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { typeKey, typesAfter, typesNamed } from './usualTypes.ts';

/**
 * What the author of a file usually writes: in the layers around an offset, which field follows which, which values a
 * field has, and which type of layer follows which. Nearer layers count more.
 */
export class Habits {
  private readonly counts = new Map<string, Map<string, number>>();

  constructor({ tree }: Document, offset: number) {
    const at = blockAt(tree, offset);
    let types: readonly string[] = [];
    for (let index = Math.max(0, at - mostBefore); index <= at + mostAfter; index++) {
      const block = tree.blocks[index];
      if (index === at) this.typesBefore = types;
      if (!block || index === at) continue;
      const weight = nearness ** Math.abs(index - at);
      const { pairs, layers } = habitsIn(block);
      for (const [context, next] of pairs) this.add(context, next, weight);
      for (const { type, name } of layers) {
        for (const context of typeContexts(types, name)) this.add(context, type, weight);
        types = [...types.slice(-1), type];
      }
    }
  }

  /** The types of the two layers before the offset, in order. */
  readonly typesBefore: readonly string[] = [];

  /** How often values were written in a context, with nearer ones counting more. */
  in(context: string): ReadonlyMap<string, number> {
    return this.counts.get(context) ?? none;
  }

  /**
   * How well each type of layer fits the layers above and the name of the layer, by the type; by its key what fits in
   * most nets, which counts if the file does not tell.
   */
  types(name: string | undefined): ReadonlyMap<string, number> {
    const total = new Map<string, number>();
    for (const [index, context] of typeContexts(this.typesBefore, name).entries()) {
      for (const [type, count] of this.in(context))
        total.set(type, (total.get(type) ?? 0) + count * (typeWeights[index] ?? 1));
    }
    this.addUsual(total, name);
    return total;
  }

  private addUsual(total: Map<string, number>, name: string | undefined): void {
    const known = new Map([...total].map(([type, count]) => [typeKey(type), { type, count }]));
    const isNamed = name !== undefined && typeContexts([], name).some((context) => this.isNameKnown(context));
    const add = (types: readonly string[], weight: number) => {
      for (const [place, type] of types.entries()) {
        const found = known.get(typeKey(type));
        const score = (weight * (types.length - place)) / types.length;
        total.set(found?.type ?? typeKey(type), (total.get(found?.type ?? typeKey(type)) ?? 0) + score);
      }
    };
    add(typesAfter(this.typesBefore.at(-1) ?? ''), 1);
    if (name !== undefined && !isNamed) add(typesNamed(name), namedWeight);
  }

  /** Whether the file has a layer with a name of this kind. */
  private isNameKnown(context: string): boolean {
    return context.startsWith('type of ') && this.counts.has(context);
  }

  private add(context: string, next: string, weight: number): void {
    const counts = this.counts.get(context) ?? new Map<string, number>();
    this.counts.set(context, counts);
    counts.set(next, (counts.get(next) ?? 0) + weight);
  }
}

/** The index of the block at an offset, or of the next one after a closed block. */
function blockAt(tree: SyntaxTree, offset: number): number {
  const index = tree.countTo(offset) - 1;
  return tree.blocks[index]?.isClosed && offset >= tree.endAt(index) ? index + 1 : index;
}

/** The blocks that are examined before and after the one at the cursor. */
const [mostBefore, mostAfter] = [60, 20];

/** The weight of a block compared with that of its neighbor. */
const nearness = 0.97;

const none: ReadonlyMap<string, number> = new Map();

/** A name says more about the type of a layer than two types before it, and these more than one. */
const typeWeights = [1, 3, 6, 12];

/** The weight of what a name says in most nets: more than that of what follows in the file. */
const namedWeight = 1000;

/** What may decide the type of a layer, the weakest first. */
function typeContexts(before: readonly string[], name: string | undefined): string[] {
  const [first = '', second = ''] = before.slice(-2);
  const last = before.length > 1 ? second : first;
  const shape = name === undefined ? [] : [nameShape(lastWord(name)), nameShape(name)];
  return [`type ${last}`, `type ${first} ${second}`, ...shape.map((each) => `type of ${each}`)];
}

function nameShape(name: string): string {
  return name.replace(/\d+/gu, '#');
}

function lastWord(name: string): string {
  return name.split(/[/_-]/u).at(-1) ?? '';
}

/** The context of the field after another one in a message, which the name of its field identifies. */
export function afterField(message: string, before: string): string {
  return `after ${before} in ${message}`;
}

/** The context of the values of a field. */
export function valuesOfField(message: string, field: string): string {
  return `value of ${field} in ${message}`;
}

/** The habits of one block: pairs of a context and what was written there. */
interface BlockHabits {
  readonly pairs: readonly (readonly [context: string, next: string])[];
  readonly layers: readonly { readonly type: string; readonly name: string | undefined }[];
}

const habitsIn = onceFor(({ fields }: Block): BlockHabits => {
  const pairs: [string, string][] = [];
  const layers: { type: string; name: string | undefined }[] = [];
  addFields(pairs, '', fields);
  for (const { name, value } of fields) {
    if ((name.text !== 'layer' && name.text !== 'layers') || value?.kind !== 'message') continue;
    const type = textOf(value, 'type');
    if (type !== undefined) layers.push({ type, name: textOf(value, 'name') });
  }
  return { pairs, layers };
});

function addFields(pairs: [string, string][], message: string, fields: readonly FieldNode[]): void {
  let before = '';
  for (const { name, value } of fields) {
    pairs.push([afterField(message, before), name.text], [afterField(message, '*'), name.text]);
    before = name.text;
    for (const node of value?.kind === 'list' ? value.items : [value])
      addValue(pairs, message, name.text, node);
  }
}

function addValue(
  pairs: [string, string][],
  message: string,
  field: string,
  node: ValueNode | undefined,
): void {
  if (node?.kind === 'scalar') pairs.push([valuesOfField(message, field), node.text]);
  if (node?.kind === 'message') addFields(pairs, messageName(field, textOf(node, 'type')), node.fields);
}

/** How a message is identified: a layer also by its type. */
export function messageName(field: string, type: string | undefined): string {
  return field === 'layer' || field === 'layers' ? `layer ${type ?? ''}` : field;
}

function textOf({ fields }: MessageNode, name: string): string | undefined {
  const found = fields.find((field) => field.name.text === name)?.value;
  return found?.kind === 'scalar' ? found.text : undefined;
}
