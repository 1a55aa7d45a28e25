import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import type { Fix } from '../../edit/fix.ts';
import { setParam } from '../../edit/params.ts';
import type { Layer } from '../../net/net.ts';
import { stillFits } from '../helpers/stillFits.ts';

/** A pooling that rounds down. Forks do not have the field; and other branches of the net may count on the larger size. */
export function roundedDown(layer: Layer, document: Document): Fix[] {
  if (!layer.context.params.descriptor.fields.has('round_mode')) return [];
  const edit = setParam(document.tree, layer, 'pooling_param', draft('round_mode', 'FLOOR'));
  return edit && stillFits(document, [edit])
    ? [{ title: 'Round down: `round_mode: FLOOR`', edits: [edit] }]
    : [];
}
