import type { Document } from '../../document/document.ts';
import { type InlineNet, inlineNets } from '../../document/inlineNets.ts';
import type { Fix } from '../../edit/fix.ts';
import { ignoredFields } from '../../rules/syntax/inlineNetOldSyntax.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import { shift } from '../../text/range.ts';
import type { Diagnostic } from '../types.ts';
import { netDiagnostics } from './netDiagnostics.ts';

/**
 * The failures of the nets in a solver, in the states in which the solver builds them, with ranges of the solver. Text
 * errors are those of the solver. The first failure is marked if nothing fails before the nets are built.
 */
export function inlineNetDiagnostics(solver: Document, mayBeFirst: boolean): Diagnostic[] {
  const found = inlineNets(solver).flatMap(failuresOf);
  const first = mayBeFirst ? found.find((diagnostic) => diagnostic.first) : undefined;
  return found.map((diagnostic) => ({ ...diagnostic, first: diagnostic === first || undefined }));
}

function failuresOf({ document, start }: InlineNet): Diagnostic[] {
  if (document.root !== 'NetParameter' || isIgnored(document)) return [];
  const failures = netDiagnostics(document, document.states().states, document.textErrors());
  return failures.map((failure) => moved(failure, start));
}

/** Whether Caffe ignores parts of a net because of its old syntax, which a rule reports. */
function isIgnored({ tree, dialect }: Document): boolean {
  const ignored = ignoredFields(dialect);
  return [...fieldsOf(tree)].some(({ field }) => ignored.includes(field.name.text));
}

/** The diagnostic and its fixes, in a file that has their text later. */
function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  const { range, related, fixes } = diagnostic;
  return {
    ...diagnostic,
    range: shift(range, by),
    related: related?.map((other) => ({ ...other, range: shift(other.range, by) })),
    fixes: fixes && ((effort) => fixes(effort).map((fix) => movedFix(fix, by))),
  };
}

function movedFix(fix: Fix, by: number): Fix {
  return {
    ...fix,
    edits: fix.edits.map(({ range, newText }) => ({ range: shift(range, by), newText })),
  };
}
