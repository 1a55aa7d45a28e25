import type { LayerDefinition } from '../layers/definition.ts';
import { unknownDialect } from '../schema/dialectName.ts';
import { type DeclarationDiagnostic, DeclarationDiagnostics } from './diagnostics.ts';
import { readInputShapes } from './inputShapes.ts';
import { type JsonEntry, parseJson, rangeOf, readEntries, readRecord, readString } from './json.ts';
import { readLayer } from './layer.ts';
import { readSeverities } from './severities.ts';
import type { RuleText } from './shapeRules.ts';
import { readStates } from './states.ts';
import { type Declarations, noDeclarations } from './types.ts';

/** The properties of the file. */
export const fileKeys = ['$schema', 'layers', 'inputShapes', 'states', 'dialect', 'proto', 'rules'] as const;

/** Reads the text of a `caffe-prototxt.json`. An error discards only the value that contains it. */
export function readDeclarations(text: string): {
  declarations: Declarations;
  problems: readonly DeclarationDiagnostic[];
} {
  const diagnostics = new DeclarationDiagnostics();
  const root = parseJson(text, diagnostics);
  if (!root) return { declarations: noDeclarations, problems: diagnostics.list };
  const said = readRecord(root, 'The file', fileKeys, diagnostics);
  const declarations = {
    layers: readLayers(said.get('layers'), { text, problems: diagnostics }),
    inputShapes: readInputShapes(said.get('inputShapes'), diagnostics),
    states: readStates(said.get('states'), diagnostics),
    rules: readSeverities(said.get('rules'), diagnostics),
    dialect: readDialect(said.get('dialect'), diagnostics),
    proto: readPath(said.get('proto'), diagnostics),
  };
  const inOrder = diagnostics.list.toSorted((one, other) => one.range.start - other.range.start);
  return { declarations, problems: inOrder };
}

function readLayers(entry: JsonEntry | undefined, source: RuleText): ReadonlyMap<string, LayerDefinition> {
  const layers = new Map<string, LayerDefinition>();
  const entries = entry ? readEntries(entry.value, '`layers`', source.problems) : [];
  for (const each of entries) {
    const definition = readLayer(each, source);
    if (definition) layers.set(each.key, definition);
  }
  return layers;
}

function readDialect(entry: JsonEntry | undefined, diagnostics: DeclarationDiagnostics): string | undefined {
  const name = entry && readString(entry.value, '`dialect`', diagnostics);
  if (!entry || name === undefined || name === 'auto') return undefined;
  const wrong = unknownDialect(name);
  if (!wrong) return name;
  diagnostics.error(rangeOf(entry.value), wrong.message);
  return undefined;
}

function readPath(entry: JsonEntry | undefined, diagnostics: DeclarationDiagnostics): string | undefined {
  const path = entry && readString(entry.value, '`proto`', diagnostics);
  if (!entry || path !== '') return path;
  diagnostics.error(rangeOf(entry.value), '`proto` must be the path of a caffe.proto.');
  return undefined;
}
