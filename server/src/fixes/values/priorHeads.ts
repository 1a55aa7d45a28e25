import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { blobGraphOf } from '../../net/blobGraph.ts';
import type { Layer, Net } from '../../net/net.ts';
import { Message } from '../../schema/message.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { offer } from '../helpers/offer.ts';
import { setOwn } from '../helpers/ownFields.ts';

/** SSD heads with a wrong number of locations or scores for their prior boxes. */
export const priorHeads: Fixer = {
  checks: ['ssd/multibox-loc', 'ssd/multibox-conf', 'ssd/detout-loc', 'ssd/detout-conf'],
  doc: 'Sets `num_output` of the heads: prior boxes per position × 4 for locations, × classes for scores; or sets the number of classes that all heads have.',
  fixes(context) {
    const { layer, net, check } = context;
    if (!layer || !net) return [];
    const scores = check.endsWith('conf');
    const { params } = layer.context;
    const classes = params.int('num_classes');
    const each = scores ? classes : 4 * (params.bool('share_location') ? 1 : classes);
    const heads = headsOf(net, layer, scores ? 1 : 0);
    if (heads.length === 0) return [];
    const written = scores ? commonFactor(heads) : undefined;
    return bestFirst(context, [
      ...writeOutputs(context, net, heads, each, written),
      ...(written === undefined ? [] : writeClasses(context, net, classes, written)),
    ]);
  },
};

interface Head {
  readonly layer: Layer;
  /** The number of prior boxes at each position of its feature map. */
  readonly priors: number;
}

/** The layers with `num_output` above a bottom, and the prior boxes of the feature maps that they read. */
function headsOf(net: Net, layer: Layer, slot: number): Head[] {
  const producers = joinedBy(net, layer, slot).map((port) => withOutputs(net, port));
  const priors = joinedBy(net, layer, 2).map(priorsAt);
  if (producers.length !== priors.length) return [];
  const heads = producers.map((producer, index) => ({ layer: producer, priors: priors[index] }));
  const whole = heads.filter((head): head is Head => head.layer !== undefined && head.priors !== undefined);
  return whole.length === heads.length ? whole : [];
}

/** The producers of the inputs of a Concat above a bottom; the producer of the bottom if there is no Concat. */
function joinedBy(net: Net, layer: Layer, slot: number): Layer[] {
  const path = blobGraphOf(net).path(layer, slot);
  const joint = path.find(({ type, inputs }) => type === 'Concat' && inputs.length > 1);
  if (!joint) return path.slice(0, 1);
  return joint.inputs.flatMap((_, index) => blobGraphOf(net).producer(joint, index)?.layer ?? []);
}

function withOutputs(net: Net, layer: Layer): Layer | undefined {
  return [layer, ...blobGraphOf(net).path(layer, 0)].find(({ context }) => context.params.has('num_output'));
}

/** The prior boxes per position: the top of a PriorBox is 1×2×(4 · positions · boxes). */
function priorsAt({ type, inputs, outputs }: Layer): number | undefined {
  const [map, made] = [inputs[0]?.shape, outputs[0]?.shape];
  if (type !== 'PriorBox' || !map || !made || !hasRank(map) || !hasRank(made)) return undefined;
  const [height, width, values] = [map[2] ?? 0, map[3] ?? 0, made[2] ?? 0];
  if (!isKnown(height) || !isKnown(width) || !isKnown(values)) return undefined;
  const priors = values / (4 * height * width);
  return Number.isInteger(priors) && priors > 0 ? priors : undefined;
}

/** The number of classes that matches all heads, if there is one. */
function commonFactor(heads: readonly Head[]): number | undefined {
  const factors = new Set(heads.map(({ layer, priors }) => layer.context.params.int('num_output') / priors));
  const [factor] = factors;
  return factors.size === 1 && factor !== undefined && Number.isInteger(factor) && factor > 0
    ? factor
    : undefined;
}

function writeOutputs(
  context: FixContext,
  net: Net,
  heads: readonly Head[],
  each: number,
  written: number | undefined,
): Fix[] {
  const wrong = heads.filter(({ layer, priors }) => layer.context.params.int('num_output') !== priors * each);
  if (wrong.length === 0 || each < 1) return [];
  const reshapes = written === undefined ? [] : classDims(context.document.tree, net, written);
  const values = wrong.map(({ layer, priors }) => `\`num_output: ${priors * each}\` in \`${layer.name}\``);
  return offer(`Set ${listed(values)}`, [
    ...wrong.map(({ layer, priors }) => setOwn(context, layer, 'num_output', priors * each)),
    ...reshapes.map((range): TextEdit => ({ range, newText: String(each) })),
  ]);
}

/** The `dim`s of Reshapes that bring the scores into one row of classes before a Softmax. */
function classDims(tree: SyntaxTree, net: Net, classes: number) {
  return net.layers
    .filter(({ type, automatic }) => type === 'Reshape' && !automatic)
    .flatMap((layer) => {
      const [shape] = layer.context.params.list('shape');
      const dims = shape?.value instanceof Message ? shape.value.list('dim') : [];
      const last = dims.at(-1);
      return dims.length === 3 && last && Number(last.value) === classes
        ? [valueRange(tree, layer, last)]
        : [];
    });
}

/** Sets the number of classes in all layers that have the wrong one. */
function writeClasses(place: FixContext, net: Net, wrong: number, classes: number): Fix[] {
  const stating = net.layers.filter(
    ({ automatic, context }) =>
      !automatic && context.params.has('num_classes') && context.params.int('num_classes') === wrong,
  );
  const names = stating.map(({ name }) => `\`${name}\``);
  return offer(
    `Set \`num_classes: ${classes}\` in ${listed(names)}`,
    stating.map((layer) => setOwn(place, layer, 'num_classes', classes)),
  );
}

function listed(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
