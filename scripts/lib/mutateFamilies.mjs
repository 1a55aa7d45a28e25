// Prints as JSON the module of server/src/layers that defines each layer type, and whether its tops equal its bottoms.
import { readdirSync } from 'node:fs';
import { layerDefinitions } from '../../server/src/layers/registry.ts';
import { keyOf } from './mutateDefinitions.mjs';
import { fromRoot } from './paths.mjs';

const folder = 'server/src/layers';
const families = {};
for (const file of readdirSync(fromRoot(folder), { recursive: true }).map(slashed)) {
  if (!file.endsWith('.ts')) continue;
  const exported = Object.values(await import(fromRoot(`${folder}/${file}`))).flat();
  for (const definition of layerDefinitions) {
    if (exported.includes(definition))
      families[keyOf(definition)] = { family: file.slice(0, -'.ts'.length), equalTops: definition.equalTops };
  }
}
console.log(JSON.stringify(families));

function slashed(path) {
  return path.replaceAll('\\', '/');
}
