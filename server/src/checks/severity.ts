/** How bad it is. `error` says that Caffe refuses the file, unless somebody set it for a rule. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** What can be set for a code: another severity, or that nothing is said. */
export const levels = [...severities, 'off'] as const;

export type Level = (typeof levels)[number];

/** Levels by the code of a check or a rule. */
export type Levels = ReadonlyMap<string, Level>;

export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}
