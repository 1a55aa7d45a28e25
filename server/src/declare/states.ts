import { type NetState, parseState } from '../net/states/state.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import { type JsonEntry, type JsonNode, rangeOf, readEntries } from './json.ts';
import { checkPattern } from './pattern.ts';

/** The states in which files that match a pattern are built. */
export interface FileStates {
  readonly pattern: string;
  readonly states: readonly NetState[];
}

/** Reads states by file pattern, a string or a list of them. Invalid patterns and states are omitted. */
export function readStates(
  entry: JsonEntry | undefined,
  diagnostics: DeclarationDiagnostics,
): readonly FileStates[] {
  const patterns = entry ? readEntries(entry.value, '`states`', diagnostics) : [];
  return patterns
    .filter((entry) => checkPattern(entry, diagnostics))
    .map(({ key: pattern, value }) => ({
      pattern,
      states: itemsOf(value).flatMap((item) => readState(item, diagnostics) ?? []),
    }));
}

function itemsOf(node: JsonNode): readonly JsonNode[] {
  return node.type === 'array' ? (node.children ?? []) : [node];
}

function readState(node: JsonNode, diagnostics: DeclarationDiagnostics): NetState | undefined {
  const state = node.type === 'string' ? parseState(String(node.value)) : undefined;
  if (!state)
    diagnostics.error(
      rangeOf(node),
      'A state must be a phase, then a level and stages: `"TEST level=1 deploy"`.',
    );
  return state;
}
