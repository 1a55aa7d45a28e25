import { valueRange } from '../../edit/fields.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Rule } from '../rule.ts';

const prefetching = ['Data', 'ImageData', 'WindowData'];

export const prefetchZero: Rule = {
  code: 'prefetch-zero',
  severity: 'warning',
  doc: {
    what: 'A data layer has `prefetch: 0`, so it waits forever for its first batch.',
    why: '`prefetch` is the number of batches that are loaded in advance. With 0 there is no buffer to load a batch into: Caffe builds the net, but the first forward pass never ends.',
    example: `layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
  data_param { prefetch: 0 }
}
`,
    fixed: `layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
  data_param { prefetch: 1 }
}
`,
    fix: 'Set at least 1, or remove the field to use the default of 4.',
  },
  types: prefetching,
  *layer(layer, _near, document) {
    const [prefetch] = layer.message.message('data_param').list('prefetch');
    if (prefetch?.value !== 0) return;
    yield {
      message: `\`${layer.name}\` waits forever for its first batch: \`prefetch\` must be 1 or more.`,
      location: layerLocation(layer, prefetch),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Set `prefetch: 1`',
          edits: [{ range: valueRange(document.tree, layer, prefetch), newText: '1' }],
          preferred: true,
        },
      ],
    };
  },
};
