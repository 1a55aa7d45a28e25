import type { Range } from '../text/range.ts';
import { DeclarationDiagnostics } from './diagnostics.ts';
import { type JsonEntry, type JsonNode, parseJson, readEntries } from './json.ts';

/** The range of the name of a declared layer in the text of a `caffe-prototxt.json`; undefined if there is none. */
export function declarationPlace(text: string, name: string): Range | undefined {
  const root = parseJson(text, new DeclarationDiagnostics());
  const layers = root && entryOf(root, 'layers');
  return layers && entryOf(layers.value, name)?.keyRange;
}

function entryOf(node: JsonNode, key: string): JsonEntry | undefined {
  return readEntries(node, key, new DeclarationDiagnostics()).find((entry) => entry.key === key);
}
