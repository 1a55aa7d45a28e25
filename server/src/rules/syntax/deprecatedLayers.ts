import { wholeFile } from '../../fixes/net/upgrade.ts';
import type { Rule } from '../rule.ts';

/** The syntax of 2014. */
export const deprecatedLayers: Rule = {
  code: 'deprecated-layers',
  severity: 'hint',
  doc: {
    what: 'The file is in the old syntax of `layers { … }` with types in capitals.',
    why: 'Caffe brings the file into the form of today whenever it reads it. Layer types that were added since have no name in the old syntax, and most other tools that read nets take `layer { … }` alone; some find an empty net in the file.',
    example: `layers { name: "data" type: DUMMY_DATA top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
layers { name: "relu" type: RELU bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Convert the file: `layer` for `layers`, and types as strings.',
  },
  *file(document) {
    if (document.root !== 'NetParameter' || !document.source().upgraded.isOld) return;
    for (const block of document.tree.blocks) {
      const old = block.fields.find(({ name }) => name.text === 'layers');
      if (!old) continue;
      yield {
        message: '`layers` is the syntax of 2014; Caffe converts the file each time it reads it.',
        place: { block, range: old.name.range },
        tags: ['deprecated'],
        fixes: () => wholeFile(document, "Upgrade the file to today's syntax", { preferred: true }),
      };
      return;
    }
  },
};
