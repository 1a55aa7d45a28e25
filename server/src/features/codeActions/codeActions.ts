import { isShapeName } from '../../document/directives.ts';
import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import type { Fix } from '../../edit/fix.ts';
import { Effort } from '../../fixes/effort.ts';
import { findRule } from '../../rules/registry.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { RangeSet } from '../../text/rangeSet.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import { type GroupedDiagnostic, grouped } from '../diagnostics/grouped.ts';
import { whatIsUnknown } from '../diagnostics/unknownShapes.ts';
import type { CodeAction, Diagnostic, UnknownShapes } from '../types.ts';
import { distinct } from './distinct.ts';
import { fixesOfCode } from './fixAll.ts';
import { suppressionFixes } from './suppressionFixes.ts';
import { switchDialect } from './switchDialect.ts';

/** The quick fixes of the diagnostics that overlap a range; for each diagnostic, the most likely fix first, and each fix once. */
export function codeActions(document: Document, range: Range): CodeAction[] {
  const all = diagnostics(document);
  const groups = grouped(document, all);
  const effort = new Effort();
  const actions = all
    .filter((diagnostic) => overlaps(diagnostic.range, range))
    .flatMap((diagnostic) => {
      const fixes = fix(diagnostic, effort);
      const likely = fixes.filter(({ preferred }) => preferred);
      return [
        ...likely,
        ...switchDialect(document, diagnostic),
        ...fixes.filter(({ preferred }) => !preferred),
        ...everywhere(diagnostic, groups, effort),
        ...(likely.length > 0 ? fixAllOfCode(document, diagnostic, all) : []),
        ...stateShapes(document, diagnostic),
        ...suppress(document, diagnostic),
      ];
    });
  return distinct(actions);
}

/** The fixes of the diagnostic itself. */
function fix(diagnostic: Diagnostic, effort: Effort): CodeAction[] {
  return (diagnostic.fixes?.(effort) ?? []).map((fix) => toAction(fix, diagnostic));
}

/** Up to this number, fixes of text errors are computed in advance, as they only depend on their own range. */
const mostTried = 50;

/** The action that fixes all problems with the code in the file, if there are several. */
function fixAllOfCode(document: Document, diagnostic: Diagnostic, all: readonly Diagnostic[]): CodeAction[] {
  const { code } = diagnostic;
  const count = all.filter((other) => other.code === code).length;
  if (count < 2) return [];
  const tried = code.startsWith('text/') && count <= mostTried;
  if (tried && fixesOfCode(document, code).length < 2) return [];
  const task = { kind: 'fixAllOfCode', code } as const;
  const title = `Fix all \`${code}\` problems in this file`;
  return [{ title, diagnostic, edits: [], task }];
}

/** Fixes for a whole group: those that all of its diagnostics have in common. */
function everywhere(
  diagnostic: Diagnostic,
  groups: readonly GroupedDiagnostic[],
  effort: Effort,
): CodeAction[] {
  const group = groups.find(({ range, code }) => range === diagnostic.range && code === diagnostic.code);
  if (!group || group.others.length === 0 || group.others.length >= mostTried) return [];
  const other = group.others.map(({ fixes }) => fixes?.(effort) ?? []);
  return (diagnostic.fixes?.(effort) ?? []).flatMap((fix) => {
    const alike = other.flatMap((fixes) => fixes.find(({ title }) => title === fix.title) ?? []);
    if (fix.preferred || alike.length < other.length) return [];
    const edits = [fix, ...alike].flatMap((each) => each.edits);
    if (!areApart(edits)) return [];
    return [{ title: `${fix.title} (all ${alike.length + 1} occurrences)`, diagnostic, edits }];
  });
}

function areApart(edits: readonly TextEdit[]): boolean {
  const taken = new RangeSet();
  return edits.every(({ range }) => {
    const isFree = !taken.touches(range);
    taken.add(range);
    return isFree;
  });
}

/** Suppressions are only offered for rules: a check is an error in Caffe. */
function suppress(document: Document, diagnostic: Diagnostic): CodeAction[] {
  if (!findRule(diagnostic.code)) return [];
  return suppressionFixes(document, diagnostic).map((fix) => toAction(fix, diagnostic));
}

function toAction({ title, edits, preferred }: Fix, diagnostic: Diagnostic): CodeAction {
  return { title, diagnostic, edits, ...(preferred && { preferred }) };
}

/** The layer of an unknown type, which may be a custom layer. */
function unknownLayer(document: Document, { code, range }: Diagnostic): UnknownShapes | undefined {
  if (code !== 'net/unknown-layer-type') return undefined;
  const found = layerAt(document, range.start);
  return found && found.layer.type !== '' ? whatIsUnknown(found.layer) : undefined;
}

/** Actions that state shapes or declare a layer. */
function stateShapes(document: Document, diagnostic: Diagnostic): CodeAction[] {
  const unknown = diagnostic.unknown ?? unknownLayer(document, diagnostic);
  if (!unknown) return [];
  const state = unknown.tops.filter(isShapeName).map((blob) => ({
    title: `Set the shape of \`${blob}\`…`,
    diagnostic,
    edits: [],
    task: { kind: 'stateShape', blob } as const,
  }));
  if (!unknown.declare) return state;
  const declare = {
    title: `Declare \`${unknown.declare.name}\` in caffe-prototxt.json`,
    diagnostic,
    edits: [],
    task: { kind: 'declareLayer', ...unknown.declare } as const,
  };
  return [...state, declare];
}
