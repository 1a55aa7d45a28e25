import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { integerOf } from '../../layers/helpers/pythonText.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { effectiveFixes } from '../helpers/effectiveFixes.ts';
import { slotAt } from '../helpers/layerText.ts';
import { firstPreferred, offer } from '../helpers/offer.ts';
import { offerValue } from '../helpers/ownFields.ts';
import { outputsProducer } from '../helpers/producers.ts';

/** Predicted boxes and targets with different numbers of classes or anchors. */
export const boxTargets: Fixer = {
  checks: ['ssd/smoothl1-channels'],
  doc: "Sets the predictions' number of classes in the layer that produces the targets, or sets `num_output` to the number of targets.",
  fixes(context) {
    const { layer, net } = context;
    const slot = layer ? slotAt(context.document.tree, layer, context.range.start) : -1;
    const [made, wanted] = layer ? [channelsOf(layer, 0), channelsOf(layer, slot)] : [];
    if (!layer || !net || slot < 1 || made === undefined || wanted === undefined) return [];
    const targets = blobGraphOf(net).producer(layer, slot)?.layer;
    const producer = outputsProducer(net, layer, 0);
    const classes = targets && made % 4 === 0 ? writeClasses(context, net, targets, made / 4) : [];
    const outputs = producer
      ? offerValue(context, producer, 'num_output', wanted, ` in \`${producer.name}\``)
      : [];
    if (classes.length === 0) return firstPreferred(effectiveFixes(context, outputs));
    const scores = producer ? scoresBeside(net, producer) : [];
    const [one, other] = [scores.includes(made / 4), scores.includes(wanted / 4)];
    if (one === other) return effectiveFixes(context, [...classes, ...outputs]);
    return firstPreferred(effectiveFixes(context, one ? [...classes, ...outputs] : [...outputs, ...classes]));
  },
};

function channelsOf({ context }: Layer, slot: number): number | undefined {
  const shape = context.shape(slot);
  const channels = hasRank(shape) ? shape[1] : undefined;
  return channels !== undefined && isKnown(channels) ? channels : undefined;
}

/** `num_output` of the other consumers of a layer's bottom, such as the scores next to predicted boxes. */
function scoresBeside(net: Net, producer: Layer): number[] {
  const from = blobGraphOf(net).producer(producer, 0);
  const consumers = from ? blobGraphOf(net).consumers(from.layer, from.index) : [];
  return consumers
    .filter(({ layer }) => layer !== producer && layer.context.params.has('num_output'))
    .map(({ layer }) => layer.context.params.int('num_output'));
}

/** Sets `num_classes` in the `param_str` of the layer that produces the targets, and of others with the same number. */
function writeClasses(context: FixContext, net: Net, targets: Layer, classes: number): Fix[] {
  const wrong = classesOf(targets);
  if (wrong === undefined || wrong === classes) return [];
  const all = net.layers.filter((layer) => !layer.automatic && classesOf(layer) === wrong);
  const names = all.map(({ name }) => `\`${name}\``).join(' and ');
  return offer(
    `Set \`'num_classes': ${classes}\` in the \`param_str\` of ${names}`,
    all.map((layer) => classesEdit(context, layer, classes)),
  );
}

function classesOf({ type, context }: Layer): number | undefined {
  return type === 'Python' ? integerOf(context.params.text('param_str'), 'num_classes') : undefined;
}

/** Replaces only the number inside the string. */
function classesEdit({ document }: FixContext, layer: Layer, classes: number): TextEdit | undefined {
  const [entry] = layer.context.params.list('param_str');
  if (!entry) return undefined;
  const { start, end } = valueRange(document.tree, layer, entry);
  const found = /(?<=num_classes\\?['"]?\s*:\s*)[+-]?\d+/u.exec(document.text.slice(start, end));
  if (!found) return undefined;
  const from = start + found.index;
  return { range: { start: from, end: from + found[0].length }, newText: String(classes) };
}
