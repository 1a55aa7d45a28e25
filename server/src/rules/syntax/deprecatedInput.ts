import { oldLayers } from '../../edit/upgrade/layers.ts';
import { inputLayers, wholeFile } from '../../fixes/net/upgrade.ts';
import { hasInputLayers } from '../../layers/registry.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

export const deprecatedInput: Rule = {
  code: 'deprecated-input',
  severity: 'hint',
  doc: {
    what: 'The net declares its inputs by `input` fields instead of an Input layer.',
    why: 'Caffe converts the fields to an Input layer each time it reads the file. Many tools that read nets support only Input layers; and the fields apply to every state, so an input cannot be limited to one phase.',
    example: `input: "data"
input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Use an Input layer with the same shapes.',
  },
  *file(document) {
    if (document.root !== 'NetParameter' || !hasInputLayers(document.dialect)) return;
    const [input] = document.netInput().upgraded.message.list('input');
    if (!input?.block) return;
    yield {
      message: 'Net-level `input` fields are deprecated; use an Input layer.',
      location: entryLocation(input, input.block),
      tags: ['deprecated'],
      // Caffe rejects a file with both an Input layer and old `layers`.
      fixes: () =>
        oldLayers(document).length > 0
          ? wholeFile(document, 'Upgrade the file to current syntax', { preferred: true })
          : inputLayers(document),
    };
  },
};
