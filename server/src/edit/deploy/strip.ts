import type { Layer } from '../../net/net.ts';
import type { FieldNode, MessageNode } from '../../syntax/nodes.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Range } from '../../text/range.ts';

/** The fields of a kept layer that a deployment net does not need. */
export interface Strip {
  readonly removed: readonly FieldNode[];
  /** Values to replace. */
  readonly rewritten: readonly { readonly field: FieldNode; readonly value: string }[];
}

const ofStates = new Set(['include', 'exclude', 'phase']);
const ofTraining = new Set(['loss_weight', 'propagate_down']);
const rates = new Set(['lr_mult', 'decay_mult']);

/** Visualization and evaluation output of detection layers; at set-up they open the named files. */
const ofEvaluation = new Set([
  'label_map_file',
  'name_size_file',
  'save_file',
  'save_output_param',
  'visualize',
  'visualize_threshold',
]);

/** Removes state rules, evaluation fields and, unless kept, learning rates and fillers. */
export function stripLayer(layer: Layer, keepTraining: boolean): Strip {
  const node = messageOf(layer.field);
  const fields = node?.fields ?? [];
  const lastKept = fields.findLastIndex((field) => field.name.text === 'param' && isShared(field));
  const removed = fields.flatMap((field, index) => {
    const name = field.name.text;
    if (ofStates.has(name)) return [field];
    const evaluates = (inner: FieldNode) => ofEvaluation.has(inner.name.text);
    if (keepTraining) return within(field, evaluates);
    if (ofTraining.has(name)) return [field];
    // A `param` belongs to a blob by its index: those before a kept one stay, even if empty.
    if (name === 'param') return index < lastKept ? ratesOf(field) : within(field, isRate);
    return layer.type === 'DummyData' ? [] : within(field, (inner) => evaluates(inner) || isFiller(inner));
  });
  return { removed, rewritten: statistics(layer, node) };
}

/** `weight_filler`, `bias_filler` and the fillers of forks. */
function isFiller({ name }: FieldNode): boolean {
  return name.text === 'filler' || name.text.endsWith('_filler');
}

function isRate({ name }: FieldNode): boolean {
  return rates.has(name.text);
}

/** Whether a `param` has fields other than rates. */
function isShared(field: FieldNode): boolean {
  return fieldsIn(field).some((inner) => !isRate(inner));
}

function ratesOf(field: FieldNode): FieldNode[] {
  return fieldsIn(field).filter(isRate);
}

/** The fields of a message to remove; the message itself if it has no others. */
function within(field: FieldNode, goes: (inner: FieldNode) => boolean): FieldNode[] {
  const fields = fieldsIn(field);
  const gone = fields.filter(goes);
  return gone.length > 0 && gone.length === fields.length ? [field] : gone;
}

/** The fields of a message, or of all messages in a list. */
function fieldsIn({ value }: FieldNode): readonly FieldNode[] {
  if (value?.kind === 'message') return value.fields;
  return value?.kind === 'list'
    ? value.items.flatMap((item) => (item.kind === 'message' ? item.fields : []))
    : [];
}

/** A deployed BatchNorm uses the statistics from training. */
function statistics({ type }: Layer, node: MessageNode | undefined): Strip['rewritten'] {
  const param = node?.fields.find(({ name }) => name.text === 'batch_norm_param');
  if (type !== 'BatchNorm' || !param) return [];
  return (messageOf(param)?.fields ?? [])
    .filter(
      ({ name, value }) =>
        name.text === 'use_global_stats' && value?.kind === 'scalar' && isFalse(value.text),
    )
    .map((field) => ({ field, value: 'true' }));
}

function isFalse(text: string): boolean {
  return ['false', 'False', 'f', '0'].includes(text);
}

function messageOf({ value }: FieldNode): MessageNode | undefined {
  return value?.kind === 'message' ? value : undefined;
}

/** The file ranges of a layer's fields. */
export function placesOf(tree: SyntaxTree, { block }: Layer, fields: readonly FieldNode[]): Range[] {
  return fields.map(({ range }) => tree.rangeOf({ block, range }));
}
