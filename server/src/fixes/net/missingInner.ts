import { addField, messageBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField, quoted } from '../../edit/newField.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { draftOf, onlyMessage } from '../helpers/fieldPath.ts';
import { layerIndexAt } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';

/** A V0 layer without the inner `layer`, which has all fields except its wiring. */
export const missingInner: Fixer = {
  checks: ['net/unknown-layer-type', 'upgrade/v0-padding-consumer'],
  doc: 'Copies the inner `layer` of a similar V0 layer.',
  fixes(context) {
    const { layers } = context.document.netInput().upgraded;
    const index = layerIndexAt(context.document.tree, layers, context.range.start);
    const layer = layers[index];
    const inner = layer && innerOf(layer);
    if (!layer || inner || layer.field.name.text !== 'layers') return [];
    return bestFirst(context, copies(context, layers, index).slice(0, 8));
  },
};

function innerOf({ field }: LayerSyntax): FieldNode | undefined {
  return onlyMessage(field)?.fields.find(({ name }) => name.text === 'layer');
}

function isInPlace({ message }: LayerSyntax): boolean {
  const [bottom] = message.texts('bottom');
  return bottom !== undefined && message.texts('top')[0] === bottom;
}

/** Copies of the inner `layer` of V0 layers with similar wiring: nearest first, each type once. */
function copies(context: FixContext, layers: readonly LayerSyntax[], index: number): Fix[] {
  const own = layers[index];
  const wired = (layer: LayerSyntax) => JSON.stringify([isInPlace(layer), layer.message.count('bottom')]);
  if (!own) return [];
  const alike = layers
    .map((layer, at) => ({ layer, far: Math.abs(at - index) }))
    .filter(({ layer }) => layer !== own && innerOf(layer) && wired(layer) === wired(own))
    .toSorted((one, other) => one.far - other.far)
    .map(({ layer }) => layer);
  const types = alike.map(({ message }) => message.text('type'));
  return alike
    .filter((_, at) => types.indexOf(types[at] ?? '') === at)
    .flatMap((layer) => copy(context, own, layer));
}

function copy({ document: { text, tree } }: FixContext, own: LayerSyntax, other: LayerSyntax): Fix[] {
  const inner = innerOf(other);
  const whole = inner && draftOf(text, inner, tree.startOf(other.block));
  const node = onlyMessage(own.field);
  const body = node && messageBody(node, tree.startOf(own.block));
  if (!whole || typeof whole.value === 'string' || !body) return [];
  const top = own.message.texts('top')[0] ?? '';
  const type = whole.value.find(({ name }) => name === 'type')?.value;
  const name = isInPlace(own) && typeof type === 'string' ? `${top}_${type.replaceAll(/\W/gu, '')}` : top;
  const fields = whole.value.map((field) => (field.name === 'name' ? newField('name', quoted(name)) : field));
  const title = `Add a \`layer\` like that of \`${other.message.text('name')}\``;
  return offer(title, [addField(text, body, newField('layer', fields))]);
}
