import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';
import type { Rule } from '../rule.ts';
import { roundedDown } from './roundDown.ts';
import { knownWindows, type WindowOutside, windowOutside } from './windows.ts';

export const poolingOutside: Rule = {
  code: 'pooling-outside',
  severity: 'warning',
  doc: {
    what: 'The last window of a pooling is entirely outside its input.',
    why: 'Caffe rounds the output size up, and removes windows beyond the input only if there is padding. If the stride exceeds the kernel size, the last window may contain no value: for `MAX` the result is −3.4·10³⁸ (`-FLT_MAX`), and in training its gradient is written before the start of a buffer; for `AVE` the result is 0 / 0.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 1 stride: 2 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "pool" type: "Pooling" bottom: "data" top: "pool" pooling_param { kernel_size: 1 stride: 2 round_mode: FLOOR } }
`,
    fix: 'Set `round_mode: FLOOR`, or increase the kernel to the stride.',
  },
  types: ['Pooling'],
  *layer(layer, _near, document) {
    const outside = windowOutside(layer);
    if (!outside) return;
    yield {
      message: messageOf(layer, outside),
      location: layerLocation(layer, placeOf(layer)),
      layer: layer.name,
      needsWhole: true,
      fixes: () => [...roundedDown(layer, document), ...wider(layer, document)],
    };
  },
};

function messageOf({ context: { params } }: Layer, { start, length }: WindowOutside): string {
  return `The last window begins at ${start}, outside the ${length} values of the input: ${consequence(params.text('pool'), start === length)}`;
}

function consequence(method: string, atEnd: boolean): string {
  if (method === 'MAX') {
    return 'its maximum is -FLT_MAX, and in training Caffe writes its gradient before the memory of the bottom.';
  }
  if (method === 'AVE')
    return atEnd ? 'its mean is 0 / 0, not a number.' : 'its mean is 0, without any value.';
  return 'Caffe samples from values outside the input.';
}

function placeOf({ context: { params } }: Layer) {
  return ['stride', 'stride_h', 'stride_w', 'kernel_size'].flatMap((field) => params.list(field))[0];
}

/** Only if one number states the kernel, and one the stride. */
function wider(layer: Layer, document: Document): Fix[] {
  const { params } = layer.context;
  const strides = new Set((knownWindows(layer) ?? []).map(({ stride }) => stride));
  const [stride] = strides;
  if (params.count('kernel_size') !== 1 || strides.size !== 1 || stride === undefined) return [];
  const edit = setParam(document.tree, layer, 'pooling_param', newField('kernel_size', stride));
  const title = `Set \`kernel_size: ${stride}\`, the size of the stride`;
  return edit && addsNoErrors(document, [edit]) ? [{ title, edits: [edit] }] : [];
}
