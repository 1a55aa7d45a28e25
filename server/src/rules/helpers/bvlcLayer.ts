import { findLayer } from '../../layers/registry.ts';
import type { Layer } from '../../net/net.ts';
import { bvlc } from '../../schema/dialect.ts';

/** Whether a layer type behaves as in BVLC's Caffe: true also for forks that use BVLC's definition. */
export function isBvlcLayer({ definition, type }: Layer): boolean {
  return definition !== undefined && definition === findLayer(type, bvlc);
}
