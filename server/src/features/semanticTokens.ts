import type { Document } from '../document/document.ts';
import { layerExtent, layersIn, touching } from '../document/layers.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { NetState } from '../net/states/state.ts';
import type { FieldDescriptor, MessageDescriptor, Schema } from '../schema/descriptor.ts';
import type { FieldNode, ScalarNode, ValueNode } from '../syntax/nodes.ts';
import { nameIn } from '../text/name.ts';
import { type Range, shift } from '../text/range.ts';

/** What a word is, in the terms of the protocol. */
export type TokenKind = 'class' | 'type' | 'variable' | 'parameter' | 'enumMember' | 'property' | 'comment';

export interface SemanticToken {
  readonly range: Range;
  readonly kind: TokenKind;
  /** A `declaration` creates a blob; a `modification` changes it in place. */
  readonly modifiers: readonly ('declaration' | 'modification' | 'deprecated')[];
}

/**
 * What the words of the layers in a range are: names of layers, blobs, shared parameters, types, enum values and
 * deprecated fields, in the order of the file. All words of a layer that the net of the state does not have are comments.
 */
export function semanticTokens(document: Document, state: NetState, range: Range): SemanticToken[] {
  if (document.root !== 'NetParameter') return [];
  const built = new Set(layersIn(document, state).map(({ field }) => field));
  const layers = touching(document.tree, document.netInput().upgraded.layers, range);
  const tokens = layers.flatMap((layer) =>
    built.has(layer.field) ? wordsOf(document, layer) : absentWords(document, layer),
  );
  return tokens.toSorted((one, other) => one.range.start - other.range.start);
}

function wordsOf({ schema, tree }: Document, layer: LayerSyntax): SemanticToken[] {
  const start = tree.startOf(layer.block);
  return wordsIn(schema)(layer).map((token) => ({ ...token, range: shift(token.range, start) }));
}

/** The words of a layer, relative to the start of its block: the same while its text is unchanged. */
const wordsIn = onceFor((schema: Schema) =>
  onceFor((layer: LayerSyntax): readonly SemanticToken[] => {
    const message = messageOf(schema, layer.field);
    if (!message) return [];
    const walk = new Walk(schema, layer);
    walk.value(layer.field.value, message);
    return walk.tokens;
  }),
);

/** The layer for net-level inputs is not in the text, and a V0 layer is in another one. */
function messageOf(schema: Schema, { name }: FieldNode): MessageDescriptor | undefined {
  const type = { layer: 'LayerParameter', layers: 'V1LayerParameter' }[name.text];
  return type === undefined ? undefined : schema.message(type);
}

/** Collects the tokens of one layer. */
class Walk {
  readonly tokens: SemanticToken[] = [];
  private readonly schema: Schema;
  private readonly text: string;
  private readonly bottoms: readonly string[];
  /** Whether it is in V1 syntax, of which every field is deprecated. */
  private readonly isOld: boolean;

  constructor(schema: Schema, { block, field, facts }: LayerSyntax) {
    this.schema = schema;
    this.text = block.text;
    this.bottoms = facts.bottoms;
    this.isOld = field.name.text === 'layers';
  }

  value(value: ValueNode | undefined, message: MessageDescriptor, path = ''): void {
    if (value?.kind === 'list') for (const item of value.items) this.value(item, message, path);
    if (value?.kind !== 'message') return;
    for (const field of value.fields) {
      const known = message.fields.get(field.name.text);
      if (known) this.field(field, known, path);
    }
  }

  private field({ name, value }: FieldNode, known: FieldDescriptor, path: string): void {
    if (known.deprecated && !(this.isOld && path === '')) this.add(name.range, 'property', ['deprecated']);
    const inner = known.type.kind === 'message' ? this.schema.message(known.type.name) : undefined;
    if (inner) this.value(value, inner, `${path}${name.text}.`);
    else
      for (const node of value?.kind === 'list' ? value.items : [value])
        if (node?.kind === 'scalar') this.scalar(node, known, `${path}${name.text}`);
  }

  private scalar(node: ScalarNode, known: FieldDescriptor, path: string): void {
    const range = node.literal === 'string' ? nameIn(this.text, node.range).range : node.range;
    if (path === 'type') this.add(range, 'type');
    else if (known.type.kind === 'enum') this.add(range, 'enumMember');
    else this.named(path, range, node.text);
  }

  private named(path: string, range: Range, text: string): void {
    if (path === 'name') this.add(range, 'class', ['declaration']);
    if (path === 'bottom') this.add(range, 'variable');
    if (path === 'top')
      this.add(range, 'variable', [this.bottoms.includes(text) ? 'modification' : 'declaration']);
    if (path === 'param.name') this.add(range, 'parameter');
  }

  private add(range: Range, kind: TokenKind, modifiers: SemanticToken['modifiers'] = []): void {
    this.tokens.push({ range, kind, modifiers });
  }
}

/** The words of a layer that is not in the net. Comments and strings have no parts. */
function absentWords({ tree, text }: Document, layer: LayerSyntax): SemanticToken[] {
  const { start, end } = layerExtent(tree, layer);
  if (layer.field.name.text === 'input') return [];
  const words = text
    .slice(start, end)
    .matchAll(/#[^\n]*|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[\w.+-]+/gu);
  return [...words].map(({ 0: word, index }) => ({
    range: { start: start + index, end: start + index + word.length },
    kind: 'comment',
    modifiers: [],
  }));
}
