import type { Document } from '../../document/document.ts';
import { quoted } from '../../edit/draft.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { freeLayerName } from '../../edit/names.ts';
import { windowOf } from '../../memo/lists.ts';
import type { LayerFacts } from '../../net/facts.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer, Net } from '../../net/net.ts';
import { formatShape } from '../../shape/shape.ts';
import { weightDifference } from '../phases/sameWeights.ts';
import type { Rule } from '../rule.ts';

/** Two layers that a trained model cannot tell apart. */
export const duplicateLayerName: Rule = {
  code: 'duplicate-layer-name',
  severity: 'warning',
  doc: {
    what: 'A layer with weights shares its name with another layer of the same phase.',
    why: 'Trained weights are found by the name of the layer. Caffe saves both layers, but copies both into the first one when it loads the model, or shares weights with a test net: the second keeps what its filler made. Where the two have other parameter blobs, as a convolution and its ReLU, Caffe stops then.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 4 } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 4 } }
layer { name: "ip_2" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 4 } }
`,
    fix: 'Give the second layer a name of its own.',
  },
  *net(net, document) {
    if (!hasDuplicates(net)) return;
    const first = new Map<string, Layer>();
    for (const layer of net.layers) {
      if (layer.automatic) continue;
      const known = first.get(layer.name);
      if (!known) first.set(layer.name, layer);
      const said = known && consequence(known, layer);
      if (!said) continue;
      const [name] = layer.message.list('name');
      yield {
        message: `There is a layer ${layer.name === '' ? 'without a name' : `\`${layer.name}\``} already. ${said}`,
        place: layerPlace(layer, name),
        layer: layer.name,
        related: [
          {
            place: layerPlace(known, known.message.list('name')[0]),
            message: 'The first layer of that name.',
          },
        ],
        needsWhole: true,
        fixes: () => renamed(layer, document),
      };
    }
  },
};

/** What comes of two layers of one name; nothing where neither has weights. */
function consequence(first: Layer, second: Layer): string | undefined {
  const difference = weightDifference(first, second);
  const when = 'when it loads a trained model or tests while it trains';
  if (difference && 'counts' in difference) {
    const [one, other] = difference.counts;
    return `The first has ${one} parameter blobs and this one ${other}: Caffe, which finds weights by the name, stops ${when}.`;
  }
  if (difference) {
    const [one, other] = difference.blobs.map(({ shape }) => formatShape(shape));
    return `The ${difference.blobs[0].role} of the first is ${one} and that of this one ${other}: Caffe, which finds weights by the name, stops ${when}.`;
  }
  return first.params.length > 0 && second.params.length > 0
    ? 'A trained model is loaded by name, so this one would keep its initial weights.'
    : undefined;
}

function renamed(layer: Layer, document: Document): Fix[] {
  const [name] = layer.message.list('name');
  if (name?.node.kind !== 'scalar') return [];
  const free = freeLayerName(document, layer.name);
  const edits = [{ range: valueRange(document.tree, layer, name), newText: quoted(free) }];
  return [{ title: `Rename it to \`${free}\``, edits, preferred: true }];
}

interface Names {
  readonly facts: readonly LayerFacts[];
  readonly hasDuplicates: boolean;
}

/** Whether two layers of a net have one name. Most edits leave all names as they are. */
function hasDuplicates({ wires: { facts }, memo }: Net): boolean {
  const last = memo.last<Names>(hasDuplicates);
  if (last?.facts === facts) return last.hasDuplicates;
  const added = last?.hasDuplicates === false ? addedNames(last.facts, facts) : undefined;
  // Where no name was there twice, only new ones can be.
  const found =
    added && added.length < few
      ? added.some((name) => facts.filter((each) => each.name === name).length > 1)
      : new Set(facts.map(({ name }) => name)).size < facts.length;
  return memo.keep<Names>(hasDuplicates, { facts, hasDuplicates: found }).hasDuplicates;
}

/** The names that an edit has put into a net. */
function addedNames(old: readonly LayerFacts[], facts: readonly LayerFacts[]): string[] {
  const { from, before, to } = windowOf(old, facts);
  const gone = old.slice(from, before).map(({ name }) => name);
  return facts.slice(from, to).flatMap(({ name }) => {
    const at = gone.indexOf(name);
    if (at >= 0) gone.splice(at, 1);
    return at < 0 ? [name] : [];
  });
}

/** More names than that are not looked for one by one. */
const few = 8;
