import { removeField } from '../../edit/fields.ts';
import { entryLocation } from '../../net/failure.ts';
import { Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const netStatePhase: Rule = {
  code: 'net-state-phase',
  severity: 'warning',
  doc: {
    what: 'The `state` of a net has a `phase`, which overrides the phase that a solver requests.',
    why: 'A solver builds its nets for TRAIN and TEST, but if the net itself sets a phase, both are built for that phase: a net with `state { phase: TEST }` is trained without its training data, and with the test behavior of Dropout and BatchNorm. Programs that set a phase explicitly, such as `caffe test`, override it.',
    example: `state { phase: TEST }
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" }
`,
    fix: 'Remove the phase from the `state`.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const [state] = document.netInput().upgraded.message.list('state');
    const inner = state?.value instanceof Message ? state.value : undefined;
    const [phase] = inner?.list('phase') ?? [];
    const block = state?.block;
    if (!inner || !phase || !block) return;
    const alone = [...inner.entries.keys()].length === 1;
    const { range } = (alone ? state : phase).field;
    yield {
      message: `A solver builds this net for ${inner.text('phase')} both in training and in testing: the \`phase\` in the \`state\` of a net overrides the phase that the solver requests.`,
      location: entryLocation(phase, block),
      fixes: () => [
        {
          title: 'Remove `phase` from `state`',
          edits: [removeField(document.text, document.rangeOf({ block, range }))],
          preferred: true,
        },
      ],
    };
  },
};
