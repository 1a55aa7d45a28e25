import { wholeFile } from '../../fixes/net/upgrade.ts';
import { hasCurrentSyntax } from '../../schema/dialect.ts';
import type { Rule } from '../rule.ts';

export const deprecatedLayers: Rule = {
  code: 'deprecated-layers',
  severity: 'hint',
  doc: {
    what: 'The file uses the old `layers { … }` syntax of 2014, with types in capitals.',
    why: 'Caffe upgrades the file each time it reads it. Layer types added later have no name in this syntax, and most other tools that read nets support only `layer { … }`; some find an empty net in the file.',
    example: `layers { name: "data" type: DUMMY_DATA top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
layers { name: "relu" type: RELU bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Convert the file: `layer` instead of `layers`, and types as strings.',
  },
  *file(document) {
    if (document.root !== 'NetParameter' || !document.netInput().upgraded.isOld) return;
    if (!hasCurrentSyntax(document.dialect)) return;
    for (const block of document.tree.blocks) {
      const old = block.fields.find(({ name }) => name.text === 'layers');
      if (!old) continue;
      yield {
        message: '`layers` is deprecated syntax; Caffe upgrades the file each time it reads it.',
        location: { block, range: old.name.range },
        tags: ['deprecated'],
        fixes: () => wholeFile(document, 'Upgrade the file to current syntax', { preferred: true }),
      };
      return;
    }
  },
};
