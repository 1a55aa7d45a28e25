import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { freeLayerName } from '../../edit/names.ts';
import { quoted } from '../../edit/newField.ts';
import { windowOf } from '../../memo/lists.ts';
import type { LayerFacts } from '../../net/facts.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import { formatShape } from '../../shape/shape.ts';
import { weightDifference } from '../phases/compareWeights.ts';
import type { Rule } from '../rule.ts';

export const duplicateLayerName: Rule = {
  code: 'duplicate-layer-name',
  severity: 'warning',
  doc: {
    what: 'A layer with weights has the same name as another layer of the same phase.',
    why: 'Caffe matches trained weights by layer name. It saves both layers, but when it loads the model or shares weights with a test net, it copies both into the first one: the second layer keeps its initial weights. If the two have different parameter blobs, such as a convolution and its ReLU, Caffe stops.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 4 } }
layer { name: "ip" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 4 } }
layer { name: "ip_2" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 4 } }
`,
    fix: 'Rename the second layer.',
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
        message: `Another layer ${layer.name === '' ? 'also has no name' : `is also named \`${layer.name}\``}. ${said}`,
        location: layerLocation(layer, name),
        layer: layer.name,
        related: [
          {
            location: layerLocation(known, known.message.list('name')[0]),
            message: 'The first layer with this name.',
          },
        ],
        needsWhole: true,
        fixes: () => renamed(layer, document),
      };
    }
  },
};

/** The consequence of two layers with one name; undefined if there is none. */
function consequence(first: Layer, second: Layer): string | undefined {
  const difference = weightDifference(first, second);
  const when = 'when it loads a trained model or tests while it trains';
  if (difference && 'counts' in difference) {
    const [one, other] = difference.counts;
    return `The first has ${one} parameter blobs but this one ${other}: Caffe matches weights by layer name, so it stops ${when}.`;
  }
  if (difference) {
    const [one, other] = difference.blobs.map(({ shape }) => formatShape(shape));
    return `The ${difference.blobs[0].role} of the first is ${one} but that of this one ${other}: Caffe matches weights by layer name, so it stops ${when}.`;
  }
  return first.params.length > 0 && second.params.length > 0
    ? 'Caffe matches trained weights by layer name, so this layer keeps its initial weights.'
    : undefined;
}

function renamed(layer: Layer, document: Document): Fix[] {
  const [name] = layer.message.list('name');
  if (name?.node.kind !== 'scalar') return [];
  const free = freeLayerName(document, layer.name);
  const edits = [{ range: valueRange(document.tree, layer, name), newText: quoted(free) }];
  return [{ title: `Rename the layer to \`${free}\``, edits, preferred: true }];
}

interface Names {
  readonly facts: readonly LayerFacts[];
  readonly hasDuplicates: boolean;
}

/** Whether two layers of a net have the same name. Most edits do not change any names. */
function hasDuplicates({ connected: { facts }, memo }: Net): boolean {
  const last = memo.last<Names>(hasDuplicates);
  if (last?.facts === facts) return last.hasDuplicates;
  const added = last?.hasDuplicates === false ? addedNames(last.facts, facts) : undefined;
  // If no name was duplicated before, only added names can be.
  const found =
    added && added.length < few
      ? added.some((name) => facts.filter((each) => each.name === name).length > 1)
      : new Set(facts.map(({ name }) => name)).size < facts.length;
  return memo.keep<Names>(hasDuplicates, { facts, hasDuplicates: found }).hasDuplicates;
}

/** The names that an edit has added to a net. */
function addedNames(old: readonly LayerFacts[], facts: readonly LayerFacts[]): string[] {
  const { from, before, to } = windowOf(old, facts);
  const gone = old.slice(from, before).map(({ name }) => name);
  return facts.slice(from, to).flatMap(({ name }) => {
    const at = gone.indexOf(name);
    if (at >= 0) gone.splice(at, 1);
    return at < 0 ? [name] : [];
  });
}

/** If more names are added, all names are compared at once. */
const few = 8;
