import { didYouMean } from '../../rules/pages/codes.ts';
import { findPage, pageMarkdown } from '../../rules/pages/pages.ts';
import { rules } from '../../rules/registry.ts';
import { tell, writeOutput } from '../output/streams.ts';

/**
 * Prints the pages of codes as Markdown, or a list of all rules without codes. Returns the exit code: 2 if a code is
 * unknown.
 */
export function explain(codes: readonly string[]): number {
  if (codes.length === 0) {
    for (const { code, severity, doc } of rules) writeOutput(`${code} (${severity})\n  ${doc.what}\n`);
    return 0;
  }
  return Math.max(...codes.map(explainOne));
}

function explainOne(code: string): number {
  const page = findPage(code);
  if (!page) {
    tell(`There is no check or rule \`${code}\`.${didYouMean(code)}`);
    return 2;
  }
  writeOutput(`# ${code}\n\n${pageMarkdown(page)}\n\n`);
  return 0;
}
