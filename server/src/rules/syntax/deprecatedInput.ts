import { oldLayers } from '../../edit/upgrade/layers.ts';
import { inputLayers, wholeFile } from '../../fixes/net/upgrade.ts';
import { entryPlace } from '../../net/fault.ts';
import type { Rule } from '../rule.ts';

/** Inputs outside all layers. */
export const deprecatedInput: Rule = {
  code: 'deprecated-input',
  severity: 'hint',
  doc: {
    what: 'The net names its inputs by `input` fields, and not by an Input layer.',
    why: 'Caffe makes an Input layer of them each time it reads the file. Many tools that read nets know only Input layers; and the fields count whatever stands in the file, so that an input cannot belong to one phase.',
    example: `input: "data"
input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Write an Input layer with the same shapes.',
  },
  *file(document) {
    if (document.root !== 'NetParameter') return;
    const [input] = document.source().upgraded.message.list('input');
    if (!input?.block) return;
    yield {
      message: 'Net-level `input` fields are out of date; an Input layer says the same.',
      place: entryPlace(input, input.block),
      tags: ['deprecated'],
      // An Input layer and old `layers` in one file are refused.
      fixes: () =>
        oldLayers(document).length > 0
          ? wholeFile(document, "Upgrade the file to today's syntax", { preferred: true })
          : inputLayers(document),
    };
  },
};
