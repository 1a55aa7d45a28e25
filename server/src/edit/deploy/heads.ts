import type { Layer, Net } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { fieldRange } from '../fields.ts';
import { freeName } from '../names.ts';
import { type NewField, newField, printField, quoted } from '../newField.ts';
import type { Style } from '../style.ts';
import { linesOf } from '../upgrade/items.ts';
import { detectionDrafts } from './detection.ts';
import { lastProducer } from './ports.ts';
import { activationOf } from './roles.ts';

/** The replacement of a loss: a layer of the type that computes the prediction from the bottoms of the loss. */
export interface Head {
  readonly loss: Layer;
  readonly type: string;
  readonly bottom: string;
}

/** One head for each prediction that has none yet, and the losses that get a head. */
export function headsOf(
  tree: SyntaxTree,
  losses: readonly Layer[],
  net: Net,
  kept: ReadonlySet<Layer>,
): { readonly heads: readonly Head[]; readonly answered: ReadonlySet<Layer> } {
  const heads: Head[] = [];
  const keyOf = (type: string, bottom: string | undefined) => JSON.stringify([type, bottom]);
  const there = new Set([...kept].map(({ type: own, facts }) => keyOf(own, facts.bottoms[0])));
  const answered = new Set<Layer>();
  for (const loss of losses) {
    const type = activationOf(loss);
    const [bottom] = loss.message.texts('bottom');
    const producer = bottom === undefined ? undefined : lastProducer(tree, net, bottom, loss)?.layer;
    if (type === undefined || bottom === undefined || !producer || !kept.has(producer)) continue;
    const key = keyOf(type, bottom);
    if (producer.type !== type && !there.has(key)) heads.push({ loss, type, bottom });
    there.add(key);
    answered.add(loss);
  }
  return { heads, answered };
}

/** The layers of a head, as lines; their names are unique, and are added to the taken ones. */
export function headLines(tree: SyntaxTree, head: Head, taken: Set<string>, style: Style): string[] {
  const free = (wanted: string) => {
    const name = freeName(taken, wanted);
    taken.add(name);
    return name;
  };
  if (head.type === 'DetectionOutput')
    return detectionDrafts(head.loss, free).flatMap((layer) => print(layer, style));
  const name = quoted(free(probability(head.bottom)));
  const layer = newField('layer', [
    newField('name', name),
    newField('type', quoted(head.type)),
    newField('bottom', quoted(head.bottom)),
    newField('top', name),
  ]);
  const lines = print(layer, style);
  return [
    ...lines.slice(0, -1),
    ...ownParam(tree, head).map((line) => style.unit + line),
    ...lines.slice(-1),
  ];
}

/** The usual name of the probabilities: `cls_prob` for `cls_score`, otherwise `prob`. */
function probability(bottom: string): string {
  return bottom.includes('score') ? bottom.replace('score', 'prob') : 'prob';
}

/** The axis and the engine of the loss's Softmax. */
function ownParam(tree: SyntaxTree, { loss, type }: Head): string[] {
  const { text } = tree;
  const [param] = type === 'Softmax' ? loss.message.list('softmax_param') : [];
  return param ? linesOf(text, fieldRange(tree, loss, param)) : [];
}

function print(layer: NewField, style: Style): string[] {
  return printField(layer, style, '').split(style.eol);
}
