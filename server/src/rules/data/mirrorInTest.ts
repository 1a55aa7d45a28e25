import { removeParams } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

export const mirrorInTest: Rule = {
  code: 'mirror-in-test',
  severity: 'information',
  doc: {
    what: 'A data layer for testing mirrors its images at random.',
    why: '`mirror: true` flips about half of the images, also in the TEST phase, where crops are not random. The test results then vary between runs, and are usually slightly worse.',
    example: `layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TEST }
  transform_param { crop_size: 28 mirror: true }
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fixed: `layer {
  name: "data" type: "ImageData" top: "data" top: "label" include { phase: TEST }
  transform_param { crop_size: 28 }
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fix: 'Remove `mirror` from the layer of the TEST phase.',
  },
  *layer(layer, _near, document) {
    if (!layer.message.has('transform_param') || layer.bottoms.length > 0 || !isForTesting(layer)) return;
    const [mirror] = layer.message.message('transform_param').list('mirror');
    if (mirror?.value !== true) return;
    yield {
      message: `\`${layer.name}\` mirrors test images at random.`,
      location: layerLocation(layer, mirror),
      layer: layer.name,
      fixes: () => [
        {
          title: 'Remove `mirror`',
          edits: removeParams(document.tree, layer, layer.message.list('transform_param')[0], [mirror]),
          preferred: true,
        },
      ],
    };
  },
};

/** Whether a layer is only in nets of the TEST phase. A layer of both phases may belong to a file for training. */
function isForTesting({ message }: Layer): boolean {
  const include = message.messages('include');
  return include.length > 0 && include.every((rule) => rule.has('phase') && rule.text('phase') === 'TEST');
}
