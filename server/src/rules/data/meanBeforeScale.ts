import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

/** Scales up to this one convert values up to 255 to values around 1. */
const small = 0.05;

export const meanBeforeScale: Rule = {
  code: 'mean-before-scale',
  severity: 'warning',
  doc: {
    what: 'A `mean_value` is the mean of scaled images, but Caffe subtracts it before it scales.',
    why: 'Caffe computes (value − mean) · scale. With `scale: 0.00390625`, a mean of 0.5 is subtracted from values up to 255, so it has almost no effect and all inputs stay positive. Frameworks that scale first state the means of values between 0 and 1.',
    example: `# shape: data 8x3x32x32
layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  transform_param { scale: 0.00390625 mean_value: 0.5 }
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fixed: `# shape: data 8x3x32x32
layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  transform_param { scale: 0.00390625 mean_value: 128 }
  image_data_param { source: "list.txt" batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fix: 'Divide the means by the scale.',
  },
  *layer(layer, _near, document) {
    if (!layer.message.has('transform_param')) return;
    const transform = layer.message.message('transform_param');
    const [scale, means] = [transform.float('scale'), transform.floats('mean_value')];
    if (!transform.has('scale') || !(scale > 0 && scale <= small) || !areOfScaled(means)) return;
    yield {
      message: `Caffe subtracts \`mean_value\` ${means.map(short).join(', ')} from values up to 255 before it scales by ${short(scale)}. The equivalent before scaling is ${means.map((mean) => short(mean / scale)).join(', ')}.`,
      location: layerLocation(layer, transform.list('mean_value')[0]),
      layer: layer.name,
      fixes: () => unscaled(document.tree, layer, scale),
    };
  },
};

/** Whether all means are above 0 and at most 1, as those of scaled values. A mean of 0 may be of either kind. */
function areOfScaled(means: readonly number[]): boolean {
  return means.length > 0 && means.every((mean) => mean > 0 && mean <= 1);
}

function unscaled(tree: SyntaxTree, layer: Layer, scale: number): Fix[] {
  const edits = layer.message
    .message('transform_param')
    .list('mean_value')
    .map((entry) => ({
      range: valueRange(tree, layer, entry),
      newText: short(Number(entry.value) / scale),
    }));
  return [{ title: 'Divide the means by the scale', edits, preferred: true }];
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
