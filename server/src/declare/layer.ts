import type { Arity, LayerDefinition } from '../layers/definition.ts';
import { isRegistered } from '../layers/registry.ts';
import { bvlc } from '../schema/dialect.ts';
import { defineLayer, type LayerRules, type ParamRule } from './define.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import { type JsonEntry, type JsonNode, rangeOf, readEntries, readRecord, readString } from './json.ts';
import { type RuleText, readBlobRule, readNumberRule, readTopRule } from './shapeRules.ts';

/** The properties of a layer declaration. */
export const layerKeys = ['doc', 'param', 'bottoms', 'tops', 'loss', 'shapes', 'params', 'macs'] as const;

/** Reads the declaration of one layer type; undefined if it is invalid. */
export function readLayer(
  { key, keyRange, value }: JsonEntry,
  source: RuleText,
): LayerDefinition | undefined {
  const { problems: diagnostics } = source;
  const wrong = findNameError(key);
  if (wrong !== undefined) diagnostics.error(keyRange, wrong);
  if (isRegistered(key, bvlc)) {
    diagnostics.warn(keyRange, `\`${key}\` is a built-in layer type; this declaration has no effect.`);
  }
  const said = readRecord(value, 'A layer declaration', layerKeys, diagnostics);
  if (wrong !== undefined || value.type !== 'object') return undefined;
  const [bottoms, tops] = [
    readArity(said.get('bottoms'), diagnostics),
    readArity(said.get('tops'), diagnostics),
  ];
  const macs = said.get('macs');
  return defineLayer({
    name: key,
    doc: readText(said.get('doc'), '`doc`', diagnostics),
    param:
      readText(said.get('param'), '`param`', diagnostics) ?? (isPython(key) ? 'python_param' : undefined),
    bottoms,
    tops,
    loss: readTruth(said.get('loss'), diagnostics),
    shapes: readShapes(said.get('shapes'), tops, source),
    params: readParams(said.get('params'), source),
    macs: macs && readNumberRule(macs.value, source),
  });
}

function findNameError(name: string): string | undefined {
  if (isPython(name)) {
    const isWhole = /^Python [\w.]+\.\w+$/.test(name);
    return isWhole ? undefined : 'The key of a Python layer must be `Python module.Class`.';
  }
  return /^\S+$/.test(name) ? undefined : 'Invalid layer type.';
}

function isPython(name: string): boolean {
  return /^Python(?: |$)/.test(name);
}

function readText(
  entry: JsonEntry | undefined,
  what: string,
  diagnostics: DeclarationDiagnostics,
): string | undefined {
  return entry && readString(entry.value, what, diagnostics);
}

function readTruth(entry: JsonEntry | undefined, diagnostics: DeclarationDiagnostics): boolean {
  if (!entry || entry.value.type === 'boolean') return entry?.value.value === true;
  diagnostics.error(rangeOf(entry.value), `\`${entry.key}\` must be true or false.`);
  return false;
}

/** A number of bottoms or tops: exact, or minimum and maximum. */
function readArity(entry: JsonEntry | undefined, diagnostics: DeclarationDiagnostics): Arity {
  if (!entry) return {};
  const { type, value, children = [] } = entry.value;
  if (type === 'number' && isCount(value)) return { exact: value };
  const [min, max] = children.map((child): unknown => child.value);
  if (type === 'array' && children.length === 2 && isCount(min)) {
    if (max === null) return { min };
    if (isCount(max) && max >= min) return { min, max };
  }
  const message = `\`${entry.key}\` must be a number, or a minimum and maximum: \`[1, 4]\`, \`[1, null]\`.`;
  diagnostics.error(rangeOf(entry.value), message);
  return {};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function readShapes(entry: JsonEntry | undefined, tops: Arity, source: RuleText): LayerRules['shapes'] {
  const items = entry && readItems(entry, source.problems);
  const most = tops.exact ?? tops.max;
  const extra = most === undefined ? undefined : items?.[most];
  if (extra) source.problems.warn(rangeOf(extra), `No top has this shape; \`tops\` is at most ${most}.`);
  return items?.map((item) => readTopRule(item, source));
}

function readItems(
  { key, value }: JsonEntry,
  diagnostics: DeclarationDiagnostics,
): readonly JsonNode[] | undefined {
  if (value.type === 'array') return value.children ?? [];
  diagnostics.error(rangeOf(value), `\`${key}\` must be a list with one shape per top.`);
  return undefined;
}

function readParams(entry: JsonEntry | undefined, source: RuleText): LayerRules['params'] {
  if (entry?.value.type !== 'object') {
    if (entry) source.problems.error(rangeOf(entry.value), '`params` must be an object of names and shapes.');
    return undefined;
  }
  const blobs = readEntries(entry.value, '`params`', source.problems);
  return blobs.map(({ key, value }): ParamRule => [key, readBlobRule(value, source)]);
}
