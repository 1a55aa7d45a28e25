import type { LayerBlob } from '../../net/net.ts';
import { reasons } from '../../shape/shape.ts';

/** Why sizes of blobs are unknown, without repeats and without the reasons in texts that are shown too. */
export function reasonsFor(blobs: readonly LayerBlob[], shown: readonly string[]): readonly string[] {
  const why = new Set(blobs.flatMap(({ shape }) => reasons(shape)));
  return [...why].filter((reason) => shown.every((text) => !text.includes(reason)));
}
