import { buildSchema } from './data/build.ts';
import { bvlc } from './data/bvlc.ts';
import { docs } from './data/docs/index.ts';
import type { SchemaFacts } from './data/facts.ts';
import { ssd } from './data/ssd.ts';
import type { Schema } from './descriptor.ts';

/** The forks of Caffe whose schema is known. */
export type DialectName = 'bvlc' | 'ssd';

/** What each fork's caffe.proto declares; built when first asked for. */
export const schemas: Readonly<Record<DialectName, Schema>> = {
  get bvlc() {
    return remember('bvlc', [bvlc]);
  },
  get ssd() {
    return remember('ssd', [bvlc, ssd]);
  },
};

const built = new Map<DialectName, Schema>();

function remember(name: DialectName, layers: readonly SchemaFacts[]): Schema {
  const schema = built.get(name) ?? buildSchema(layers, docs);
  built.set(name, schema);
  return schema;
}
