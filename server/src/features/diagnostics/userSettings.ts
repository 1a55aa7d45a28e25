import type { Document } from '../../document/document.ts';
import { type SuppressedCode, type Suppression, suppressedOf } from '../../document/suppressions.ts';
import { removeField } from '../../edit/fields.ts';
import { didYouMean, isCode, nearestCode } from '../../rules/pages/codes.ts';
import type { Diagnostic } from '../types.ts';
import { replacementFix } from './replacementFix.ts';

/**
 * Applies the configured severities and the suppressions of the file to diagnostics. With `checksSuppressions`, adds
 * notices about suppressions: unknown codes and unused comments.
 */
export function applyUserSettings(
  document: Document,
  found: readonly Diagnostic[],
  checksSuppressions: boolean,
): readonly Diagnostic[] {
  const { suppressions } = document;
  const { problems, used } = suppressedOf(suppressions, found);
  const shown = found.filter((diagnostic) => !problems.has(diagnostic));
  const about = checksSuppressions ? suppressionNotices(document, used) : [];
  const own = suppressedOf(suppressions, about).problems;
  return [...shown, ...about.filter((notice) => !own.has(notice))].flatMap((diagnostic) => {
    const level = document.levelOf(diagnostic.code) ?? diagnostic.severity;
    if (level === 'off') return [];
    return [level === diagnostic.severity ? diagnostic : { ...diagnostic, severity: level }];
  });
}

function suppressionNotices(document: Document, used: ReadonlySet<Suppression>): Diagnostic[] {
  return document.suppressions.flatMap((suppression) => {
    const unknowns = suppression.codes.filter(({ code }) => code !== 'all' && !isCode(code));
    if (unknowns.length > 0) return unknowns.map((unknown) => unknownCode(document, unknown));
    return used.has(suppression) ? [] : [unusedIgnore(document, suppression)];
  });
}

function unknownCode({ text }: Document, { code, range }: SuppressedCode): Diagnostic {
  const message = `There is no check or rule \`${code}\`.${didYouMean(code)}`;
  return {
    severity: 'warning',
    code: 'comment/ignored-code',
    message,
    range,
    layer: null,
    states: [],
    fixes: () => replacementFix(text, range, nearestCode(code), 'comment/ignored-code'),
  };
}

function unusedIgnore({ text }: Document, { range }: Suppression): Diagnostic {
  return {
    severity: 'hint',
    code: 'comment/unused-ignore',
    message: 'Unused suppression comment.',
    range,
    layer: null,
    states: [],
    tags: ['unnecessary'],
    fixes: () => [{ title: 'Remove the comment', edits: [removeField(text, range)], safe: true }],
  };
}
