import type { Document } from '../../document/document.ts';
import { writeDialect } from '../../edit/writeDialect.ts';
import type { Diagnostic } from '../types.ts';

/**
 * Says why the detected dialect is not a better known fork that has everything in the file: what that fork rejects may be
 * a mistake.
 */
export function dialectNotice(document: Document): Diagnostic[] {
  const { dialect, rejecting } = document.choice;
  const [failure] = rejecting?.failures ?? [];
  const isPart = rejecting?.dialect.forks.every((fork) => dialect.forks.includes(fork));
  if (!rejecting || !failure || isPart) return [];
  const { name } = rejecting.dialect;
  return [
    {
      severity: 'information',
      code: 'tool/other-dialect',
      message: `The dialect is \`${dialect.name}\`, because \`${name}\` rejects this: ${failure.message}`,
      range: document.rangeOf(failure.location),
      layer: failure.layer,
      states: [],
      fixes: () => [{ title: `Use the dialect \`${name}\``, edits: writeDialect(document, name) }],
    },
  ];
}
