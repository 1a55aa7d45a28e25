import { isShapeName } from '../document/directives.ts';
import type { LensKind } from '../features/codeLenses.ts';
import { findDialect } from '../schema/dialect.ts';
import type { NetView } from './protocol.ts';
import type { OpenedText } from './texts.ts';

/** Whether a value that another process sent has a type. */
export type Guard<T> = (value: unknown) => value is T;

type Guarded<F> = { readonly [K in keyof F]: F[K] extends Guard<infer T> ? T : never };

/** Whether a value is an object with certain fields; others are ignored. */
export function object<F extends Readonly<Record<string, Guard<unknown>>>>(fields: F): Guard<Guarded<F>> {
  return (value): value is Guarded<F> =>
    isObject(value) && Object.entries(fields).every(([name, has]) => has(value[name]));
}

/** Whether a value has a type or does not exist; editors also send null. */
export function optional<T>(has: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || value === null || has(value);
}

export function list<T>(has: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(has);
}

/** For messages without parameters. */
export function hasNothing(_: unknown): _ is Record<string, never> {
  return true;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number of lines or of units of a column; editors may send more than there are. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value);
}

function isView(value: unknown): value is NetView {
  return value === 'graph' || value === 'table';
}

const isPosition = object({ line: isCount, character: isCount });
const isRange = object({ start: isPosition, end: isPosition });

/** The parameters of requests, in the order in which `server.ts` registers their handlers. */
const ofDocument = { textDocument: object({ uri: isText }) };
export const hasDocument = object(ofDocument);
const ofView = { ...ofDocument, previousResultId: optional(isText) };
export const asksForTable = object(ofView);
export const asksForGraph = object({ ...ofView, overlaid: optional(isTruth) });
const ofPart = { ...ofDocument, view: isView, overlaid: optional(isTruth) };
export const asksForRange = object({ ...ofPart, part: isText });
export const asksForPart = object({ ...ofPart, position: isPosition });
export const asksForTokenEdits = object({ ...ofDocument, previousResultId: isText });
export const hasPosition = object({ ...ofDocument, position: isPosition });
export const hasRange = object({ ...ofDocument, range: isRange });
export const hasPositions = object({ ...ofDocument, positions: list(isPosition) });
export const asksForReferences = object({
  ...ofDocument,
  position: isPosition,
  context: object({ includeDeclaration: isTruth }),
});
export const renames = object({ ...ofDocument, position: isPosition, newName: isText });
const formatted = { ...ofDocument, options: object({ tabSize: isCount, insertSpaces: isTruth }) };
export const formats = object(formatted);
export const formatsRange = object({ ...formatted, range: isRange });
export const formatsTyped = object({ ...formatted, position: isPosition });
export const asksForSymbols = object({ query: isText });
export const hasItem = object({ item: object({ uri: isText, selectionRange: isRange }) });
export const asksForActions = object({
  ...ofDocument,
  range: isRange,
  context: object({ only: optional(list(isText)) }),
});
export const isAction = object({ title: isText, data: optional(object({ uri: isText, code: isText })) });
export const isCompletion = object({
  label: isText,
  data: optional(object({ list: isCount, index: isCount })),
});
export const pulls = object({ ...ofDocument, previousResultId: optional(isText) });
export const pullsAll = object({ previousResultIds: list(object({ uri: isText, value: isText })) });
export const isLens = object({
  range: isRange,
  data: object({ uri: isText, kind: isLensKind, state: optional(isText) }),
});
export const hasCode = object({ code: isText });
export const statesShape = object({ ...ofDocument, blob: isWord, dims: isShape });
export const setsDialect = object({ ...ofDocument, dialect: isDialect });
export const asksForDeployment = object({
  ...ofDocument,
  dropDropout: optional(isTruth),
  shapes: optional(isShapes),
});
export const extracts = object({ ...ofDocument, range: isRange, shapes: optional(isShapes) });
export const changesClasses = object({ ...ofDocument, from: isAxis, to: isAxis });
export const assumes = object({ ...ofDocument, batch: optional(isAxis), shapes: optional(isShapes) });
export const asksForComparison = object({
  ...ofDocument,
  other: object({ uri: isText, text: isText }),
  isOtherOlder: isTruth,
  labels: object({ before: isText, after: isText }),
});
export const setsState = object({ ...ofDocument, state: isText });

/** The parameters of notifications, and the open folders. */
export const opens = object({
  textDocument: object({ uri: isText, version: isVersion, text: isText }),
}) satisfies Guard<{
  textDocument: OpenedText;
}>;
export const changes = object({
  textDocument: object({ uri: isText, version: isVersion }),
  contentChanges: list(object({ text: isText, range: optional(isRange) })),
});
export const changesFiles = object({ changes: list(object({ uri: isText })) });
export const changesFolders = object({
  event: object({ added: list(object({ uri: isText })), removed: list(object({ uri: isText })) }),
});
export const renamesFiles = object({ files: list(object({ oldUri: isText, newUri: isText })) });
export const areFolders = list(object({ uri: isText }));

function isLensKind(value: unknown): value is LensKind['kind'] {
  return value === 'totals' || value === 'graph' || value === 'uses';
}

function isTruth(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isWord(value: unknown): value is string {
  return isText(value) && isShapeName(value);
}

function isDialect(value: unknown): value is string {
  return isText(value) && (value === 'auto' || findDialect(value) !== undefined);
}

/** Caffe's limits of a blob: 32 axes, whose lengths are of type int. */
const mostAxes = 32;
const longestAxis = 2 ** 31 - 1;

function isAxis(value: unknown): value is number {
  return isCount(value) && value <= longestAxis;
}

function isShape(value: unknown): value is number[] {
  return list(isAxis)(value) && value.length > 0 && value.length <= mostAxes;
}

function isShapes(value: unknown): value is Record<string, number[]> {
  return isObject(value) && Object.values(value).every(isShape);
}
