import type { Document } from '../../document/document.ts';
import { type Ignore, type IgnoredCode, isIgnoredBy } from '../../document/ignores.ts';
import { removeField } from '../../edit/fields.ts';
import { didYouMean, isCode, nearestCode } from '../../rules/pages/codes.ts';
import type { Diagnostic } from '../types.ts';
import { insteadFix } from './insteadFix.ts';

/** Applies the configured severities and the suppressions of the file to diagnostics. */
export function controlled(document: Document, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { ignores } = document;
  return found.flatMap((diagnostic) => {
    const level = document.levelOf(diagnostic.code) ?? diagnostic.severity;
    const { code, range } = diagnostic;
    if (level === 'off' || ignores.some((ignore) => isIgnoredBy(ignore, code, range.start))) return [];
    return [level === diagnostic.severity ? diagnostic : { ...diagnostic, severity: level }];
  });
}

/** Notices about suppressions: unknown codes and unused comments. */
export function ignoreNotes(document: Document, found: readonly Diagnostic[]): Diagnostic[] {
  return document.ignores.flatMap((ignore) => {
    const strangers = ignore.codes.filter(({ code }) => code !== 'all' && !isCode(code));
    if (strangers.length > 0) return strangers.map((stranger) => unknownCode(document, stranger));
    return isUsed(ignore, found) ? [] : [unusedIgnore(document, ignore)];
  });
}

function isUsed(ignore: Ignore, found: readonly Diagnostic[]): boolean {
  return found.some(({ code, range }) => isIgnoredBy(ignore, code, range.start));
}

function unknownCode({ text }: Document, { code, range }: IgnoredCode): Diagnostic {
  const message = `There is no check or rule \`${code}\`.${didYouMean(code)}`;
  return {
    severity: 'warning',
    code: 'comment/ignored-code',
    message,
    range,
    layer: null,
    states: [],
    fixes: () => insteadFix(text, range, nearestCode(code), 'comment/ignored-code'),
  };
}

function unusedIgnore({ text }: Document, { range }: Ignore): Diagnostic {
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
