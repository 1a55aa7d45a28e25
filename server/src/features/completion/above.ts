import type { Document } from '../../document/document.ts';
import { groupPairs } from '../../memo/lists.ts';
import { onceFor } from '../../memo/onceFor.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { NetState } from '../../net/states/state.ts';
import { type Blob, blobsAbove, freshFirst } from './blobs.ts';
import { layersAbove } from './names/nextNames.ts';

/** What is above the cursor. */
export interface Above {
  readonly document: Document;
  readonly above: readonly LayerSyntax[];
  /** The blobs above in the state that is shown, the likeliest bottom first. */
  readonly blobs: readonly Blob[];
}

/** The layers and blobs above an offset. */
export function aboveOf(document: Document, offset: number, state: NetState): Above {
  return {
    document,
    above: layersAbove(document, offset),
    blobs: freshFirst(blobsAbove(document, offset, state)),
  };
}

/** The layers above of a type, in the order of the file. */
export function layersOfType({ above }: Pick<Above, 'above'>, type: string): readonly LayerSyntax[] {
  return byType(above).get(type) ?? [];
}

const byType = onceFor((above: readonly LayerSyntax[]) =>
  groupPairs(above.map((layer) => [layer.facts.type, layer] as const)),
);
