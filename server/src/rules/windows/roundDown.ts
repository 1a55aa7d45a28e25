import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { stillFits } from '../helpers/stillFits.ts';

/** Sets `round_mode: FLOOR`, if the dialect has the field and the smaller size fits the other branches of the net. */
export function roundedDown(layer: Layer, document: Document): Fix[] {
  if (!layer.context.params.descriptor.fields.has('round_mode')) return [];
  const edit = setParam(document.tree, layer, 'pooling_param', draft('round_mode', 'FLOOR'));
  return edit && stillFits(document, [edit]) ? [{ title: 'Set `round_mode: FLOOR`', edits: [edit] }] : [];
}
