import type { Document } from '../document/document.ts';
import { quoted } from '../edit/draft.ts';
import { valueRange } from '../edit/fields.ts';
import type { Fix } from '../edit/fix.ts';
import { freeLayerName } from '../edit/names.ts';
import { layerRange } from '../net/fault.ts';
import type { Layer } from '../net/net.ts';
import type { Rule } from './rule.ts';

/** Two layers that a trained model cannot tell apart. */
export const duplicateLayerName: Rule = {
  code: 'duplicate-layer-name',
  severity: 'warning',
  doc: {
    what: 'Two layers with weights have one name in the same phase.',
    why: 'Trained weights are found by the name of the layer. Caffe saves both layers, but copies both into the first one when it loads the model: the second keeps what its filler made.',
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
    const first = new Map<string, Layer>();
    for (const layer of net.layers) {
      const known = first.get(layer.name);
      if (layer.automatic || layer.params.length === 0) continue;
      if (!known) first.set(layer.name, layer);
      const [name] = layer.message.list('name');
      if (!known) continue;
      yield {
        message: `There is a layer ${layer.name === '' ? 'without a name' : `\`${layer.name}\``} with weights already. A trained model is loaded by name, so this one would keep its initial weights.`,
        range: layerRange(layer, name),
        layer: layer.name,
        related: [
          {
            range: layerRange(known, known.message.list('name')[0]),
            message: 'The first layer of that name.',
          },
        ],
        needsWhole: true,
        fixes: () => renamed(layer, document),
      };
    }
  },
};

function renamed(layer: Layer, document: Document): Fix[] {
  const [name] = layer.message.list('name');
  if (name?.node.kind !== 'scalar') return [];
  const free = freeLayerName(document, layer.name);
  const edits = [{ range: valueRange(layer, name), newText: quoted(free) }];
  return [{ title: `Rename it to \`${free}\``, edits, preferred: true }];
}
