import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { addsNoErrors } from '../helpers/addsNoErrors.ts';

/** Sets `round_mode: FLOOR`, if the dialect has the field and the smaller size fits the other branches of the net. */
export function roundedDown(layer: Layer, document: Document): Fix[] {
  if (!layer.context.params.descriptor.fields.has('round_mode')) return [];
  const edit = setParam(document.tree, layer, 'pooling_param', newField('round_mode', 'FLOOR'));
  return edit && addsNoErrors(document, [edit]) ? [{ title: 'Set `round_mode: FLOOR`', edits: [edit] }] : [];
}
