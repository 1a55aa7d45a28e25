import { removeLayer } from '../../edit/layers.ts';
import { onceFor } from '../../memo/onceFor.ts';
import { layerLocation } from '../../net/failure.ts';
import { isIncluded } from '../../net/filter.ts';
import { type NetState, netState, phases } from '../../net/states/state.ts';
import type { Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const neverIncluded: Rule = {
  code: 'never-included',
  severity: 'warning',
  doc: {
    what: 'The `include` or `exclude` rules of a layer exclude it in every state.',
    why: 'An `include` or `exclude` rule is met only if all its conditions hold, and an empty rule is always met. Such a layer is never built, and Caffe does not report it.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer {
  name: "relu" type: "ReLU" bottom: "data" top: "relu"
  exclude { phase: TRAIN }
  exclude { phase: TEST }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
`,
    fix: 'Change the rules, or remove the layer.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    for (const layer of document.netInput().upgraded.filtered) {
      if (!isLeftOut(layer.message)) continue;
      const [place] = [...layer.message.list('include'), ...layer.message.list('exclude')];
      yield {
        message: `\`${layer.message.text('name')}\` is never built: its \`include\` or \`exclude\` rules exclude it for every phase, level and stage.`,
        location: layerLocation(layer, place),
        layer: layer.message.text('name'),
        tags: ['unnecessary'],
        fixes: () => [{ title: 'Remove the layer', edits: [removeLayer(document.tree, layer)] }],
      };
    }
  },
};

/** Whether the rules of a layer exclude it in every state. */
const isLeftOut = onceFor(
  (message: Message) => !statesFor(message).some((state) => isIncluded(message, state)),
);

/** If the rules name more stages, only combinations of the first ones are tried. */
const mostStages = 8;

/** States that cover every case the rules distinguish, including states that meet no condition. */
function statesFor(message: Message): readonly NetState[] {
  const rules = [...message.messages('include'), ...message.messages('exclude')];
  const levels = new Set([0, ...rules.flatMap((rule) => [rule.int('min_level'), rule.int('max_level')])]);
  const around = [...levels].flatMap((level) => [level - 1, level, level + 1]);
  const named = new Set(rules.flatMap((rule) => [...rule.texts('stage'), ...rule.texts('not_stage')]));
  const stages = combinations([...named].slice(0, mostStages));
  return phases.flatMap((phase) =>
    around.flatMap((level) => stages.map((stage) => netState(phase, level, stage))),
  );
}

/** All subsets of some names. */
function combinations(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, choice) =>
    names.filter((_name, index) => Math.floor(choice / 2 ** index) % 2 === 1),
  );
}
