import type { Document } from '../../document/document.ts';
import type {
  ComparedLayer,
  Comparison,
  FieldChange,
  LayerDifference,
  StateComparison,
} from '../../features/compare/types.ts';
import { LineMap } from '../../text/lines.ts';
import { stateJson } from './json.ts';

/** A file that is compared. */
export interface ComparedFile {
  readonly file: string;
  readonly document: Document;
}

/** The output of `diff --format json`, a stable format for other tools. Unknown numbers are null. */
export function comparisonJson(comparison: Comparison, before: ComparedFile, after: ComparedFile): object {
  const lines = { before: new LineMap(before.document.text), after: new LineMap(after.document.text) };
  return {
    before: { file: before.file, ...comparison.before },
    after: { file: after.file, ...comparison.after },
    equal: comparison.isEqual,
    fields: comparison.fields.map(fieldJson),
    states: comparison.states.map((state) => comparedStateJson(state, lines)),
  };
}

interface Lines {
  readonly before: LineMap;
  readonly after: LineMap;
}

function comparedStateJson(state: StateComparison, lines: Lines): object {
  const { totals, counts, layers, writtenDefaults } = state;
  return {
    before: stateJson(state.before),
    after: stateJson(state.after),
    totals,
    counts,
    layers: layers.map((layer) => differenceJson(layer, lines)),
    writtenDefaults: writtenDefaults.map(({ layer, ...field }) => ({ layer, ...fieldJson(field) })),
  };
}

function differenceJson(difference: LayerDifference, { before, after }: Lines): object {
  if (difference.kind === 'added')
    return { kind: 'added', before: null, after: layerJson(difference.after, after) };
  if (difference.kind === 'removed')
    return { kind: 'removed', before: layerJson(difference.before, before), after: null };
  const { kind, isRenamed, moved, fields, ...others } = difference;
  const compared = ['type', 'bottoms', 'tops', 'shapes', 'params', 'macs'] as const;
  return {
    kind,
    before: layerJson(difference.before, before),
    after: layerJson(difference.after, after),
    differs: [
      ...(isRenamed ? ['name'] : []),
      ...(moved ? ['place'] : []),
      ...(fields.length > 0 ? ['fields'] : []),
      ...compared.filter((what) => others[what]),
    ],
    ...(moved && { moved }),
    fields: fields.map(fieldJson),
  };
}

function layerJson({ name, type, range, bottoms, tops, dims, params, macs }: ComparedLayer, lines: LineMap) {
  const { line } = lines.position(range.start);
  return { name, type, line, bottoms, tops, shapes: dims, params, macs };
}

/** A field with its values, and whether each is a default that the file does not set. */
function fieldJson({ path, before, after, ofTraining }: FieldChange): object {
  return {
    path,
    before: before.value,
    after: after.value,
    ...(before.isDefault && { beforeIsDefault: true }),
    ...(after.isDefault && { afterIsDefault: true }),
    ...(ofTraining && { training: true }),
  };
}
