import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import { declaredName } from '../../net/unknownType.ts';
import { nodeAt } from '../../syntax/parse.ts';
import { shift, touches } from '../../text/range.ts';
import { describeField } from '../describeField.ts';

/** What a file of the user may declare: the type of a layer, or a field of a message. */
export type TypeTarget =
  | {
      readonly kind: 'layer';
      /** Its name in a `caffe-prototxt.json`. */
      readonly name: string;
      /** The field with its parameters in a custom caffe.proto, if there is one. */
      readonly param: string | undefined;
    }
  | { readonly kind: 'field'; readonly message: string; readonly field: string };

/** What is declared at an offset: a layer at its keyword and at the value of its `type`, otherwise a field. */
export function typeTarget(document: Document, offset: number): TypeTarget | undefined {
  const path = nodeAt(document.tree, offset);
  const field = path?.fields.at(-1);
  if (!path || !field || !document.root) return undefined;
  const onName = touches(shift(field.name.range, path.start), offset);
  const isLayer = path.fields[0]?.name.text.startsWith('layer') ?? false;
  const isType = path.fields.length === 2 && field.name.text === 'type' && !onName;
  if (isLayer && (isType || (path.fields.length === 1 && onName))) return layerTarget(document, offset);
  const found = onName ? describeField(document, path) : undefined;
  return found && { kind: 'field', message: found.message.name, field: found.field.name };
}

function layerTarget(document: Document, offset: number): TypeTarget | undefined {
  const layer = document.root === 'NetParameter' ? layerAt(document, offset)?.layer : undefined;
  if (!layer) return undefined;
  const fields = document.schema.message('LayerParameter')?.fields.keys() ?? [];
  const wanted = `${layer.type.toLowerCase()}param`;
  const param = [...fields].find((name) => name.replaceAll('_', '').toLowerCase() === wanted);
  return { kind: 'layer', name: declaredName(layer.message), param };
}
