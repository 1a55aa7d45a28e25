// Loaded before tests: applies the mutation in LAYER_MUTATION, or records the coverage of the tests in LAYER_RECORD.
import { writeFileSync } from 'node:fs';
import { apply, keyOf, record } from './mutateDefinitions.mjs';
import { mutateFormula } from './mutateFormulas.mjs';

const { LAYER_MUTATION, LAYER_RECORD } = process.env;
const mutation = LAYER_MUTATION ? JSON.parse(LAYER_MUTATION) : undefined;
if (mutation?.formula) mutateFormula(mutation);
const { layerDefinitions } = await import('../../server/src/layers/registry.ts');
if (mutation?.type) {
  apply(
    layerDefinitions.find((definition) => keyOf(definition) === mutation.type),
    mutation,
  );
}
if (LAYER_RECORD) {
  const reached = record(layerDefinitions);
  process.on('exit', () => writeFileSync(LAYER_RECORD, JSON.stringify(reached)));
}
