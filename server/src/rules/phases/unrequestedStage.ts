import type { Document } from '../../document/document.ts';
import { entryLocation } from '../../net/failure.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Entry } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const unrequestedStage: Rule = {
  code: 'unrequested-stage',
  severity: 'hint',
  doc: {
    what: 'The rules of some layers name stages for which no known solver builds the net.',
    why: 'Caffe sets only the stages that a solver, a command-line argument or the `state` of the net requests. A layer that requires any other stage is excluded without a message.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" include { stage: "deploy" } }
`,
    fixed: `# caffe-state: TEST deploy
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" include { stage: "deploy" } }
`,
    fix: 'Name the stage in the `train_state` or `test_state` of the solver, or declare the states of the net in a comment.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const named = namedStages(document);
    if (named.length === 0) return;
    const requested = requestedStages(document);
    const missing = named.filter(({ entry }) => !requested.has(String(entry.value)));
    const [first, ...others] = missing;
    if (!first) return;
    const names = [...new Set(missing.map(({ entry }) => `\`${entry.value}\``))];
    yield {
      message: `No known solver builds this net for the ${names.length === 1 ? 'stage' : 'stages'} ${names.join(', ')}.`,
      location: placeOf(first),
      layer: first.layer.message.text('name'),
      related: others.map((stage) => ({
        location: placeOf(stage),
        message: `\`${stage.entry.value}\` is named here.`,
      })),
      fixes: () => [stateComment(String(first.entry.value))],
    };
  },
};

interface NamedStage {
  readonly layer: LayerSyntax;
  readonly entry: Entry;
}

function namedStages(document: Document): NamedStage[] {
  return document
    .netInput()
    .upgraded.filtered.flatMap((layer) => stagesOf(layer).map((entry) => ({ layer, entry })));
}

function stagesOf({ message }: LayerSyntax): Entry[] {
  const rules = [...message.messages('include'), ...message.messages('exclude')];
  return rules.flatMap((rule) => [...rule.list('stage'), ...rule.list('not_stage')]);
}

/** The stages that are requested. States derived from the rules themselves do not count as requested. */
function requestedStages(document: Document): ReadonlySet<string> {
  const { states, by } = document.states();
  const own = document.netInput().upgraded.message.message('state').texts('stage');
  const requested = by === 'rules' ? document.settings.stages : states.flatMap(({ stages }) => stages);
  return new Set([...own, ...requested]);
}

function placeOf({ layer, entry }: NamedStage) {
  return entryLocation(entry, layer.block);
}

function stateComment(stage: string) {
  return {
    title: `Add \`# caffe-state: TEST ${stage}\``,
    edits: [{ range: { start: 0, end: 0 }, newText: `# caffe-state: TEST ${stage}\n` }],
  };
}
