import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import { fieldRange, replaceField } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerPlace } from '../../net/fault.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Rule } from '../rule.ts';

/** A phase that chooses nothing. */
export const phaseInLayer: Rule = {
  code: 'phase-in-layer',
  severity: 'warning',
  doc: {
    what: 'A layer has a `phase` of its own, which does not keep it out of the other phase.',
    why: 'Only `include` and `exclude` rules choose the nets that a layer is in. A `phase` in the layer itself says in which phase it is to work, so that a Dropout with `phase: TRAIN` drops values in testing too; Caffe writes the field into files that it saves.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" phase: TRAIN }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" include { phase: TRAIN } }
`,
    fix: 'Write `include { phase: … }`.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const { layers } = document.source().upgraded;
    const own = document.memoOf(document.dialect).filter(layers, hasPhase);
    // Caffe itself writes the phase into every layer of a net that it saves.
    if (own.length > 2 && 2 * own.length > layers.length) return;
    for (const layer of own) {
      const [phase] = layer.message.list('phase');
      const chosen = layer.message.has('include') || layer.message.has('exclude');
      yield {
        message: `\`phase\` does not choose the nets that the layer is in; \`include { phase: ${layer.message.text('phase')} }\` does.`,
        place: layerPlace(layer, phase),
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
  const rule = draft('include', [draft('phase', layer.message.text('phase'))]);
  const edits = [replaceField(text, fieldRange(tree, layer, phase), rule)];
  return [{ title: `Write \`include { phase: ${layer.message.text('phase')} }\``, edits, preferred: true }];
}
