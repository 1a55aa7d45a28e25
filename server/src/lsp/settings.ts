import { isLevel } from '../checks/severity.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { defaultFormat, type FormatOptions } from '../edit/format/options.ts';
import type { LensOptions } from '../features/codeLenses.ts';
import type { InlayHintOptions } from '../features/types.ts';
import type { Phase } from '../net/states/state.ts';
import { findDialect } from '../schema/dialect.ts';
import type { ShapePattern, WorkspaceSettings } from '../workspace/loadContext.ts';

/** The settings of the user, validated and with defaults. */
export interface Settings {
  readonly analysis: AnalysisSettings;
  readonly workspace: WorkspaceSettings;
  readonly phase: Phase;
  /** Whether all nets of the workspace are checked, not only open ones. */
  readonly checksWorkspace: boolean;
  readonly inlayHints: InlayHintOptions;
  readonly codeLens: LensOptions;
  /** The layout of files; the editor sets the indentation. */
  readonly format: Omit<FormatOptions, 'indent'>;
}

/** The section of the settings in editors. */
export const section = 'caffePrototxt';

/** Reads the settings from the value that an editor sends; invalid settings are ignored. */
export function readSettings(value: unknown): Settings {
  const given = record(value);
  const hints = record(given.inlayHints);
  const lens = record(given.codeLens);
  const dataShape = readShape(given.dataShape);
  return {
    analysis: {
      dialect: 'auto',
      usualDialect: typeof given.dialect === 'string' ? (findDialect(given.dialect)?.name ?? 'auto') : 'auto',
      ...(dataShape && { dataShape }),
      inputShapes: new Map(),
      usualRules: new Map(
        Object.entries(record(given.rules)).flatMap(([code, level]) =>
          isLevel(level) ? [[code, level] as const] : [],
        ),
      ),
      stages: Array.isArray(given.stages) ? given.stages.filter((stage) => typeof stage === 'string') : [],
      level: Number.isInteger(given.level) ? Number(given.level) : 0,
    },
    workspace: {
      ...(typeof given.proto === 'string' && given.proto.trim() !== '' && { proto: given.proto.trim() }),
      inputShapes: readPatterns(record(given.inputShapes)),
    },
    checksWorkspace: record(given.workspace).diagnostics === 'allFiles',
    phase: given.phase === 'TEST' ? 'TEST' : 'TRAIN',
    inlayHints: {
      shapes: hints.shapes !== false,
      parameters: hints.parameters !== false,
      batch: hints.batch !== false,
    },
    codeLens: { enabled: lens.enabled === true, uses: lens.uses === true },
    format: readFormat(record(given.format)),
  };
}

function readFormat({
  oneLineLimit,
  quotes,
  separators,
  repeated,
}: Record<string, unknown>): Settings['format'] {
  const limit = Number.isInteger(oneLineLimit) ? Math.max(0, Number(oneLineLimit)) : undefined;
  return {
    oneLineLimit: limit ?? defaultFormat.oneLineLimit,
    quotes: quotes === 'double' || quotes === 'single' ? quotes : defaultFormat.quotes,
    separators: separators === 'remove' ? separators : defaultFormat.separators,
    repeated: repeated === 'list' || repeated === 'fields' ? repeated : defaultFormat.repeated,
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** `{ "train*.prototxt": { "data": "32x3x224x224" } }`. */
function readPatterns(given: Record<string, unknown>): ShapePattern[] {
  return Object.entries(given).map(([pattern, blobs]) => {
    const shapes = Object.entries(record(blobs)).flatMap(([blob, value]) => {
      const shape = readShape(value);
      return shape ? [[blob, shape] as const] : [];
    });
    return { pattern, shapes: new Map(shapes) };
  });
}

/** Reads `3x256x256`, or a list. */
function readShape(value: unknown): readonly number[] | undefined {
  const axes = typeof value === 'string' ? value.split(/[x×]/i).map(readAxis) : value;
  if (!Array.isArray(axes) || axes.length === 0) return undefined;
  return axes.every((axis) => Number.isInteger(axis) && axis > 0) ? axes : undefined;
}

function readAxis(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
