import { findLayer } from '../../layers/registry.ts';
import type { Layer } from '../../net/net.ts';
import { bvlc } from '../../schema/dialect.ts';

/** Whether a layer does what BVLC's of its type does: forks whose rule is BVLC's are taken to do the same. */
export function isOfBvlc({ definition, type }: Layer): boolean {
  return definition !== undefined && definition === findLayer(type, bvlc);
}
