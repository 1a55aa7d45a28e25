/** The severity of a diagnostic. `error` means that Caffe rejects the file, unless a user sets it for a rule. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** What a user can set for a code: a severity, or `off`. */
export const levels = [...severities, 'off'] as const;

export type Level = (typeof levels)[number];

/** Levels by the code of a check or a rule. */
export type Levels = ReadonlyMap<string, Level>;

export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}
