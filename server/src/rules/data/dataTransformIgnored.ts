import type { Document } from '../../document/document.ts';
import { valueRange } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { removeParams, setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

const paramOf: Readonly<Record<string, string>> = {
  Data: 'data_param',
  ImageData: 'image_data_param',
  WindowData: 'window_data_param',
};

/** WindowData is the only type that reads `scale` of its own message. */
function ignored(type: string): readonly string[] {
  const fields = ['mean_file', 'crop_size', 'mirror'];
  return type === 'WindowData' ? fields : ['scale', ...fields];
}

export const dataTransformIgnored: Rule = {
  code: 'data-transform-ignored',
  severity: 'warning',
  doc: {
    what: 'A data layer has `scale`, `mean_file`, `crop_size` or `mirror` outside its `transform_param`, where Caffe ignores it.',
    why: 'In the old syntax, these fields were part of `data_param` (`image_data_param`, `window_data_param`). Caffe moves them only from old `layers { … }`; in a `layer { … }` they are accepted but never read, so the images are neither scaled nor cropped.',
    example: `# shape: data 64x1x28x28
layer {
  name: "data" type: "Data" top: "data"
  data_param { source: "train_lmdb" backend: LMDB batch_size: 64 scale: 0.00390625 }
}
`,
    fixed: `# shape: data 64x1x28x28
layer {
  name: "data" type: "Data" top: "data"
  data_param { source: "train_lmdb" backend: LMDB batch_size: 64 }
  transform_param {
    scale: 0.00390625
  }
}
`,
    fix: 'Move the field to `transform_param`.',
  },
  types: Object.keys(paramOf),
  *layer(layer, _near, document) {
    const param = paramOf[layer.type];
    if (!param || layer.field.name.text !== 'layer') return;
    for (const name of ignored(layer.type)) {
      const [entry] = layer.message.message(param).list(name);
      if (!entry) continue;
      yield {
        message: `Caffe ignores \`${name}\` here; move it to \`transform_param\`.`,
        location: layerLocation(layer, entry),
        layer: layer.name,
        fixes: () => moved(layer, document, param, name, entry),
      };
    }
  },
};

function moved(layer: Layer, { text, tree }: Document, param: string, name: string, entry: Entry): Fix[] {
  const { start, end } = valueRange(tree, layer, entry);
  const remove = removeParams(tree, layer, layer.message.list(param)[0], [entry]);
  const known = layer.message.message('transform_param').has(name);
  const set = setParam(tree, layer, 'transform_param', newField(name, text.slice(start, end)));
  if (known) return [{ title: `Remove the ignored \`${name}\``, edits: remove, preferred: true }];
  return set
    ? [{ title: `Move \`${name}\` to \`transform_param\``, edits: [...remove, set], preferred: true }]
    : [];
}
