import { isShapeName } from '../document/directives.ts';
import type { Document } from '../document/document.ts';
import { layersIn } from '../document/layers.ts';
import type { NetState } from '../net/states/state.ts';
import { formatShape } from '../shape/shape.ts';
import type { InputBlob } from './types.ts';

/** The tops of layers without bottoms, whose shapes users can state in comments. */
export function inputBlobs(document: Document, state: NetState): InputBlob[] {
  const sources = layersIn(document, state).filter(({ inputs }) => inputs.length === 0);
  return sources.flatMap(({ outputs }) =>
    outputs
      .filter(({ name }) => isShapeName(name))
      .map(({ name, shape }) => ({ name, shape: formatShape(shape) })),
  );
}
