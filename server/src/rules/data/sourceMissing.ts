import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { removeParams } from '../../edit/params.ts';
import type { FileField } from '../../layers/definition.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';

export const sourceMissing: Rule = {
  code: 'source-missing',
  severity: 'warning',
  doc: {
    what: 'A layer that reads a file or a database does not name it.',
    why: 'Caffe opens the file with the empty name when it builds the net, and stops. Programs that set the name before they run Caffe, such as DIGITS, accept it.',
    example: `layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  image_data_param { batch_size: 8 new_height: 32 new_width: 32 }
}
`,
    fixed: `layer {
  name: "data" type: "ImageData" top: "data" top: "label"
  image_data_param { batch_size: 8 new_height: 32 new_width: 32 source: "train.txt" }
}
`,
    fix: 'Set the path of the data: the folder of a LevelDB or LMDB, otherwise the list of files. Remove an empty `mean_file`.',
  },
  *layer(layer, _near, document) {
    const fields = layer.definition?.opens?.(layer.message);
    if (!fields) return;
    for (const file of fields.filter((each) => isEmpty(layer, each))) {
      yield {
        message: messageOf(layer, file),
        location: layerLocation(layer, placeOf(layer, file)),
        layer: layer.name,
        fixes: () => withoutField(layer, file, document),
      };
    }
  },
};

function isEmpty(layer: Layer, file: FileField): boolean {
  const written = entriesOf(layer, file);
  if (written.length === 0) return file.optional !== true;
  return written.every(({ value }) => value === '');
}

function messageOf(layer: Layer, file: FileField): string {
  const is = entriesOf(layer, file).length > 0 ? 'is empty' : 'is missing';
  return `\`${file.field}\` ${is}: Caffe opens the file "" and stops.`;
}

function entriesOf({ message }: Layer, { param, field }: FileField): readonly Entry[] {
  return message.message(param).list(field);
}

function placeOf(layer: Layer, file: FileField): Entry | undefined {
  return entriesOf(layer, file)[0] ?? layer.message.list(file.param)[0];
}

/** Removes the field of an optional file. */
function withoutField(layer: Layer, file: FileField, { tree }: Document): Fix[] {
  if (!file.optional) return [];
  const whole = layer.message.list(file.param)[0];
  const edits = removeParams(tree, layer, whole, entriesOf(layer, file));
  return [{ title: `Remove \`${file.field}\``, edits }];
}
