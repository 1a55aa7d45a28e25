import type { Document } from '../../document/document.ts';
import { removeField } from '../../edit/fields.ts';
import { hasInputLayers } from '../../layers/registry.ts';
import { entryLocation } from '../../net/failure.ts';
import type { Entry, Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const inputShapeUnused: Rule = {
  code: 'input-shape-unused',
  severity: 'warning',
  doc: {
    what: 'A net-level `input_shape` or `input_dim` belongs to no input, and Caffe ignores it.',
    why: 'The first `input_shape` (or the first four `input_dim`) belongs to the first `input`, and so on. Additional ones are ignored without a message, and every `input_dim` is ignored if there is an `input_shape`.',
    example: `input_shape { dim: 1 dim: 3 }
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Remove it, or declare the missing `input`.',
  },
  *file(document) {
    // Without Input layers, Caffe rejects such a net.
    if (document.root !== 'NetParameter' || !hasInputLayers(document.dialect)) return;
    const unused = unusedShapes(document.netInput().upgraded.message);
    const [first] = unused;
    if (!first?.block) return;
    yield {
      message: `This \`${first.field.name.text}\` belongs to no \`input\`; Caffe ignores it.`,
      location: entryLocation(first, first.block),
      tags: ['unnecessary'],
      fixes: () => [
        { title: 'Remove unused input shapes', edits: removed(document, unused), preferred: true },
      ],
    };
  },
};

function unusedShapes(net: Message): readonly Entry[] {
  const inputs = net.count('input');
  const dims = net.list('input_dim');
  const shapes = net.list('input_shape');
  return shapes.length > 0 ? [...shapes.slice(inputs), ...dims] : dims.slice(4 * inputs);
}

function removed(document: Document, entries: readonly Entry[]) {
  const fields = new Map(entries.map((entry) => [entry.field, entry]));
  return [...fields.values()].flatMap((entry) =>
    entry.block && entry.field.value?.kind !== 'list'
      ? [removeField(document.text, document.rangeOf({ block: entry.block, range: entry.field.range }))]
      : [],
  );
}
