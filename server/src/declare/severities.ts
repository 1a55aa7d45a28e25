import { isLevel, levels } from '../checks/severity.ts';
import type { DeclarationDiagnostics } from './diagnostics.ts';
import { type JsonEntry, rangeOf, readEntries } from './json.ts';
import type { SetLevel } from './types.ts';

/** Reads severities by code, `"unused-top": "off"`. Invalid ones are omitted. */
export function readSeverities(
  entry: JsonEntry | undefined,
  diagnostics: DeclarationDiagnostics,
): readonly SetLevel[] {
  const entries = entry ? readEntries(entry.value, '`rules`', diagnostics) : [];
  return entries.flatMap(({ key: code, keyRange: range, value }) => {
    const level: unknown = value.value;
    if (isLevel(level)) return [{ code, level, range }];
    const choice = levels.map((each) => `\`"${each}"\``).join(', ');
    diagnostics.error(rangeOf(value), `Invalid severity; valid values: ${choice}.`);
    return [];
  });
}
