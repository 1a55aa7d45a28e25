import type { Document } from '../../document/document.ts';
import { fieldRange, removeField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';
import { namedParamsOf } from './namedParams.ts';

export const shareModeOfOwner: Rule = {
  code: 'share-mode-of-owner',
  severity: 'information',
  doc: {
    what: 'The layer that owns a shared parameter has a `share_mode`, which has no effect there.',
    why: 'The first layer that names a parameter owns it. Caffe compares shapes when a later layer shares the parameter, and reads `share_mode: PERMISSIVE` only in that layer.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" share_mode: PERMISSIVE } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" } inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" } inner_product_param { num_output: 4 } }
`,
    fix: 'Move it to the layers that share the parameter, or remove it.',
  },
  *net(net, document) {
    const owned = new Set<string>();
    for (const { layer, spec, name } of namedParamsOf(net)) {
      const [mode] = owned.has(name) ? [] : spec.list('share_mode');
      owned.add(name);
      if (mode?.value !== 'PERMISSIVE') continue;
      yield {
        message: `\`${layer.name}\` is the first layer to name \`${name}\`, so it owns the parameter; \`share_mode\` has an effect only in later layers.`,
        location: layerLocation(layer, mode),
        layer: layer.name,
        tags: ['unnecessary'],
        needsWhole: true,
        fixes: () => removed(layer, mode, document),
      };
    }
  },
};

function removed(layer: Layer, mode: Entry, { text, tree }: Document): Fix[] {
  const edits = [removeField(text, fieldRange(tree, layer, mode))];
  return layer.field.name.text === 'layer'
    ? [{ title: 'Remove `share_mode`', edits, preferred: true, safe: true }]
    : [];
}
