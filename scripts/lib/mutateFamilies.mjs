// Prints as JSON the module of server/src/layers that defines each layer type, and whether its tops equal its bottoms.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { layerDefinitions } from '../../server/src/layers/registry.ts';
import { keyOf } from './mutateDefinitions.mjs';
import { fromRoot } from './paths.mjs';

const folder = 'server/src/layers';
const families = {};
for (const file of readdirSync(fromRoot(folder))) {
  const exported = Object.values(await import(fromRoot(`${folder}/${file}`))).flat();
  for (const definition of layerDefinitions) {
    if (exported.includes(definition))
      families[keyOf(definition)] = { family: basename(file, '.ts'), equalTops: definition.equalTops };
  }
}
console.log(JSON.stringify(families));
