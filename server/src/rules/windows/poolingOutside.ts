import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParam } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import { stillFits } from '../helpers/stillFits.ts';
import type { Rule } from '../rule.ts';
import { roundedDown } from './roundDown.ts';
import { knownWindows, type WindowOutside, windowOutside } from './windows.ts';

/** A value of nothing. */
export const poolingOutside: Rule = {
  code: 'pooling-outside',
  severity: 'warning',
  doc: {
    what: 'The last window of a pooling lies wholly outside of its input.',
    why: 'Caffe rounds the size up, and drops windows behind the input only where there is padding. With a stride above the kernel size, the last window may see no value: `MAX` makes −3.4·10³⁸ of it (`-FLT_MAX`) and in training writes a gradient in front of its memory; `AVE` divides 0 by 0.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 1 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 1 stride: 2 round_mode: FLOOR } }
`,
    fix: 'Round down with `round_mode: FLOOR`, or make the kernel as large as the stride.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const outside = windowOutside(layer);
    if (!outside) return;
    yield {
      message: messageOf(layer, outside),
      place: layerPlace(layer, placeOf(layer)),
      layer: layer.name,
      needsWhole: true,
      fixes: () => [...roundedDown(layer, document), ...wider(layer, document)],
    };
  },
};

function messageOf({ context: { params } }: Layer, { start, length }: WindowOutside): string {
  return `The last window begins at ${start}, outside of the ${length} values of the input: ${consequence(params.text('pool'), start === length)}`;
}

function consequence(method: string, atEnd: boolean): string {
  if (method === 'MAX') {
    return 'its maximum is -FLT_MAX, and in training Caffe writes its gradient in front of the memory of the bottom.';
  }
  if (method === 'AVE') return atEnd ? 'its mean is 0 / 0, not a number.' : 'its mean is 0 of no values.';
  return 'Caffe draws from values that are not there.';
}

function placeOf({ context: { params } }: Layer) {
  return ['stride', 'stride_h', 'stride_w', 'kernel_size'].flatMap((field) => params.list(field))[0];
}

/** Where one number states the kernel, and one the stride. */
function wider(layer: Layer, document: Document): Fix[] {
  const { params } = layer.context;
  const strides = new Set((knownWindows(layer) ?? []).map(({ stride }) => stride));
  const [stride] = strides;
  if (params.count('kernel_size') !== 1 || strides.size !== 1 || stride === undefined) return [];
  const edit = setParam(document.tree, layer, 'pooling_param', draft('kernel_size', stride));
  const title = `Make the kernel as large as the stride: \`kernel_size: ${stride}\``;
  return edit && stillFits(document, [edit]) ? [{ title, edits: [edit] }] : [];
}
