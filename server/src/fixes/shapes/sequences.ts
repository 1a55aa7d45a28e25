import { writeBlob } from '../../edit/blobs.ts';
import { addLayerBefore } from '../../edit/layers.ts';
import { freeBlobName, freeLayerName } from '../../edit/names.ts';
import { type NewField, newField, quoted } from '../../edit/newField.ts';
import type { Layer } from '../../net/net.ts';
import { isKnown } from '../../shape/dim.ts';
import { hasRank } from '../../shape/shape.ts';
import type { Fixer } from '../fixer.ts';
import { bestFirst } from '../helpers/effectiveFixes.ts';
import { syntaxOf } from '../helpers/layerText.ts';
import { offer } from '../helpers/offer.ts';

/** A recurrent layer whose input does not have the axes time, streams and values. */
export const sequences: Fixer = {
  checks: ['recurrent/x-three-axes', 'recurrent/cont-time', 'recurrent/cont-streams'],
  doc: 'Inserts a Reshape to the three axes of a sequence, with the time steps and streams of the second bottom.',
  fixes(context) {
    const { layer } = context;
    const [entry] = layer?.message.list('bottom') ?? [];
    const dims = layer ? sequenceOf(layer) : undefined;
    if (!layer || !entry || !dims || syntaxOf(layer) !== 'current') return [];
    const { document } = context;
    const blob = String(entry.value);
    const name = freeLayerName(document, `${blob}_sequence`);
    const top = freeBlobName(document, name);
    const added: NewField = newField('layer', [
      newField('name', quoted(name)),
      newField('type', quoted('Reshape')),
      newField('bottom', quoted(blob)),
      newField('top', quoted(top)),
      newField('reshape_param', [
        newField(
          'shape',
          dims.map((dim) => newField('dim', dim)),
        ),
      ]),
    ]);
    const edits = [addLayerBefore(document.tree, layer, added), writeBlob(document.tree, layer, entry, top)];
    return bestFirst(context, offer(`Insert a Reshape of \`${blob}\` to time × streams × values`, edits));
  },
};

/** A batch of time steps × streams, or time × streams without an axis of values. */
function sequenceOf({ context }: Layer): readonly number[] | undefined {
  const [x, cont] = [context.shape(0), context.shape(1)];
  if (!hasRank(x) || !hasRank(cont) || cont.length !== 2 || x.length !== 2) return undefined;
  const [time, streams, items, values] = [...cont, ...x].map((dim) => (isKnown(dim) ? dim : undefined));
  if (time === undefined || streams === undefined) return undefined;
  if (items === time && values === streams) return [0, 0, 1];
  return items === time * streams ? [time, streams, -1] : undefined;
}
