import { matchesPattern } from '../declare/pattern.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { isObject } from './guards.ts';
import { readSettings, type Settings } from './settings.ts';

/** The settings of a folder as an editor sends them. */
export interface FolderSettings {
  /** The URI of the folder. */
  readonly folder: string;
  readonly value: unknown;
}

/**
 * The settings of files: those of their folder, changed by `overrides` for files that match a pattern. Files with the
 * same settings have the same object.
 */
export class FileSettings {
  /** The settings of files outside of all folders. */
  readonly base: Settings;
  private readonly value: unknown;
  private readonly folders: readonly FolderSettings[];
  private readonly finish: (analysis: AnalysisSettings) => AnalysisSettings;
  private readonly known = new Map<string, Settings>();

  /** `finish` completes the settings of analyses. */
  constructor(
    value: unknown,
    folders: readonly FolderSettings[],
    finish: (analysis: AnalysisSettings) => AnalysisSettings,
  ) {
    this.value = value;
    // Of nested folders, the inner one is first.
    this.folders = folders.toSorted((one, other) => other.folder.length - one.folder.length);
    this.finish = finish;
    this.base = this.read([], value);
  }

  /** The settings of a file. */
  of(uri: string): Settings {
    const index = this.folders.findIndex(({ folder }) => uri.startsWith(withSlash(folder)));
    const { folder, value = this.value } = this.folders[index] ?? {};
    const path = pathIn(uri, folder === undefined ? '' : withSlash(folder));
    const applied = overridesIn(value).filter(({ pattern }) => matchesPattern(pattern, path));
    const key = JSON.stringify([index, applied.map(({ pattern }) => pattern)]);
    const known =
      this.known.get(key) ??
      this.read(
        applied.map(({ changes }) => changes),
        value,
      );
    this.known.set(key, known);
    return known;
  }

  private read(changes: readonly Record<string, unknown>[], value: unknown): Settings {
    const merged = changes.reduce(merge, isObject(value) ? value : {});
    const settings = readSettings(merged);
    return { ...settings, analysis: this.finish(settings.analysis) };
  }
}

interface Override {
  readonly pattern: string;
  readonly changes: Record<string, unknown>;
}

/** `{ "deploy/*.prototxt": { "dialect": "ssd" } }`. */
function overridesIn(value: unknown): Override[] {
  const overrides = isObject(value) && isObject(value.overrides) ? value.overrides : {};
  return Object.entries(overrides).flatMap(([pattern, changes]) =>
    isObject(changes) ? [{ pattern, changes }] : [],
  );
}

/** Changed settings; severities and other groups are changed one by one. */
function merge(value: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const groups = Object.entries(changes).map(([name, change]) => {
    const old = value[name];
    return [name, isObject(old) && isObject(change) ? { ...old, ...change } : change] as const;
  });
  return { ...value, ...Object.fromEntries(groups) };
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The path of a file in a folder, or the end of its URI. */
function pathIn(uri: string, folder: string): string {
  const path = uri.slice(folder.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
