import type { Document } from '../../document/document.ts';
import { isSuppressedBy, type SuppressedCode, type Suppression } from '../../document/suppressions.ts';
import { removeField } from '../../edit/fields.ts';
import { didYouMean, isCode, nearestCode } from '../../rules/pages/codes.ts';
import type { Diagnostic } from '../types.ts';
import { replacementFix } from './replacementFix.ts';

/** Applies the configured severities and the suppressions of the file to diagnostics. */
export function applyUserSettings(document: Document, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { suppressions } = document;
  return found.flatMap((diagnostic) => {
    const level = document.levelOf(diagnostic.code) ?? diagnostic.severity;
    const { code, range } = diagnostic;
    if (level === 'off' || suppressions.some((suppression) => isSuppressedBy(suppression, code, range.start)))
      return [];
    return [level === diagnostic.severity ? diagnostic : { ...diagnostic, severity: level }];
  });
}

/** Notices about suppressions: unknown codes and unused comments. */
export function suppressionNotices(document: Document, found: readonly Diagnostic[]): Diagnostic[] {
  return document.suppressions.flatMap((suppression) => {
    const unknowns = suppression.codes.filter(({ code }) => code !== 'all' && !isCode(code));
    if (unknowns.length > 0) return unknowns.map((unknown) => unknownCode(document, unknown));
    return isUsed(suppression, found) ? [] : [unusedIgnore(document, suppression)];
  });
}

function isUsed(suppression: Suppression, found: readonly Diagnostic[]): boolean {
  return found.some(({ code, range }) => isSuppressedBy(suppression, code, range.start));
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
