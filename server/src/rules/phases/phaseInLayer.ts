import type { Document } from '../../document/document.ts';
import { fieldRange, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { layerLocation } from '../../net/failure.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Rule } from '../rule.ts';

export const phaseInLayer: Rule = {
  code: 'phase-in-layer',
  severity: 'warning',
  doc: {
    what: 'A layer has a `phase` field, which does not exclude the layer from the other phase.',
    why: 'Only `include` and `exclude` rules select the nets that contain a layer. A `phase` field of the layer itself sets the phase in which it runs, so a Dropout layer with `phase: TRAIN` also drops values in testing. Caffe writes the field to files that it saves.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" phase: TRAIN }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" include { phase: TRAIN } }
`,
    fix: 'Use `include { phase: … }`.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const { layers } = document.netInput().upgraded;
    const own = document.memoOf(document.dialect).filter(layers, hasPhase);
    // Caffe writes the phase to every layer of a net that it saves.
    if (own.length > 2 && 2 * own.length > layers.length) return;
    for (const layer of own) {
      const [phase] = layer.message.list('phase');
      const chosen = layer.message.has('include') || layer.message.has('exclude');
      yield {
        message: `\`phase\` does not exclude the layer from the other phase; use \`include { phase: ${layer.message.text('phase')} }\`.`,
        location: layerLocation(layer, phase),
        layer: layer.message.text('name'),
        fixes: () => (chosen ? [] : asRule(layer, document)),
      };
    }
  },
};

function hasPhase({ message }: LayerSyntax): boolean {
  return message.has('phase');
}

function asRule(layer: LayerSyntax, { text, tree }: Document): Fix[] {
  const [phase] = layer.message.list('phase');
  if (!phase) return [];
  const rule = newField('include', [newField('phase', layer.message.text('phase'))]);
  const edits = [replaceField(text, fieldRange(tree, layer, phase), rule)];
  return [
    { title: `Replace with \`include { phase: ${layer.message.text('phase')} }\``, edits, preferred: true },
  ];
}
