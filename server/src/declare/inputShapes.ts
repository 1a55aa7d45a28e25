import { INT_MAX } from '../shape/dim.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import { type JsonEntry, type JsonNode, rangeOf, readEntries } from './json.ts';
import { checkPattern } from './pattern.ts';
import { isLength } from './shapeRules.ts';

/** Shapes by blob name, for the files that match a pattern. */
export interface InputShapes {
  readonly pattern: string;
  readonly shapes: ReadonlyMap<string, readonly number[]>;
}

/** Reads shapes by file pattern and blob. Invalid patterns and shapes are omitted. */
export function readInputShapes(
  entry: JsonEntry | undefined,
  diagnostics: DeclarationDiagnostics,
): readonly InputShapes[] {
  const patterns = entry ? readEntries(entry.value, '`inputShapes`', diagnostics) : [];
  const valid = patterns.filter((each) => checkPattern(each, diagnostics));
  return valid.map(({ key: pattern, value }) => {
    const shapes = new Map<string, readonly number[]>();
    for (const blob of readEntries(value, 'The value of a file pattern', diagnostics)) {
      const dims = readDims(blob.value);
      if (dims) shapes.set(blob.key, dims);
      else diagnostics.error(rangeOf(blob.value), explain);
    }
    return { pattern, shapes };
  });
}

const explain = `A shape has the form \`"1x3x224x224"\` or \`[1, 3, 224, 224]\`, with axes from 0 to ${INT_MAX}.`;

function readDims(node: JsonNode): readonly number[] | undefined {
  const items =
    node.type === 'array' ? (node.children ?? []).map(({ value }): unknown => value) : written(node);
  const dims = items?.filter((item) => typeof item === 'number').filter(isLength);
  return items && dims?.length === items.length ? dims : undefined;
}

function written({ type, value }: JsonNode): readonly number[] | undefined {
  const text = type === 'string' ? String(value).trim() : '';
  return /^\d+(?:\s*[x×,]\s*\d+)*$/u.test(text) ? text.split(/[x×,]/u).map(Number) : undefined;
}
