import { isLevel, levels } from '../checks/severity.ts';
import { type JsonEntry, rangeOf, readEntries } from './json.ts';
import type { Problems } from './problems.ts';
import type { SetLevel } from './types.ts';

/** Reads severities by code, `"unused-top": "off"`. Invalid ones are omitted. */
export function readRuleLevels(entry: JsonEntry | undefined, problems: Problems): readonly SetLevel[] {
  const entries = entry ? readEntries(entry.value, '`rules`', problems) : [];
  return entries.flatMap(({ key: code, keyRange: range, value }) => {
    const level: unknown = value.value;
    if (isLevel(level)) return [{ code, level, range }];
    const choice = levels.map((each) => `\`"${each}"\``).join(', ');
    problems.error(rangeOf(value), `Invalid severity; valid values: ${choice}.`);
    return [];
  });
}
