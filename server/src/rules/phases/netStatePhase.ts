import { removeField } from '../../edit/fields.ts';
import { entryPlace } from '../../net/fault.ts';
import { Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

/** A phase that the solver does not change. */
export const netStatePhase: Rule = {
  code: 'net-state-phase',
  severity: 'warning',
  doc: {
    what: 'The `state` of a net has a `phase`, which counts more than the phase that a solver asks for.',
    why: 'A solver builds its nets for TRAIN and TEST, but where the net itself says a phase, both are built for that one: a net with `state { phase: TEST }` is trained without its training data, and with Dropout and BatchNorm as in testing. Programs that name a phase themselves, such as `caffe test`, overrule it.',
    example: `state { phase: TEST }
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "drop" type: "Dropout" bottom: "data" top: "drop" }
`,
    fix: 'Take the phase out of the `state`.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const [state] = document.source().upgraded.message.list('state');
    const inner = state?.value instanceof Message ? state.value : undefined;
    const [phase] = inner?.list('phase') ?? [];
    const block = state?.block;
    if (!inner || !phase || !block) return;
    const alone = [...inner.entries.keys()].length === 1;
    const { range } = (alone ? state : phase).field;
    yield {
      message: `A solver builds this net for ${inner.text('phase')} in training and in testing: the \`state\` of a net counts more than the phase that the solver asks for.`,
      place: entryPlace(phase, block),
      fixes: () => [
        {
          title: 'Remove the phase',
          edits: [removeField(document.text, document.rangeOf({ block, range }))],
          preferred: true,
        },
      ],
    };
  },
};
