import { Effort } from '../../../server/src/fixes/effort.ts';
import { errorsOf, type Oracle, type Subject } from './oracle.ts';

/** Oracles about commands that rewrite the whole text. */
export const rewriteOracles: readonly Oracle[] = [
  { name: 'a second Fix All changes nothing', violation: fixedTwice },
  { name: 'Fix All never leaves more errors of the text', violation: worseFix },
  { name: 'a second upgrade changes nothing', violation: upgradedTwice },
  { name: 'an upgrade adds no error', violation: worseUpgrade },
  { name: 'a deployment net has no error', violation: worseDeployment },
];

function fixedTwice({ tool, document }: Subject): string | undefined {
  const effort = new Effort();
  const { text, edits } = tool.fixedText(document, effort);
  // In files with problems throughout, a second call continues.
  if (effort.isSpent) return undefined;
  const again = tool.fixedText(tool.open(text));
  return again.edits > 0 ? `${edits} edits, then ${again.edits} more` : undefined;
}

function worseFix({ tool, document }: Subject): string | undefined {
  const before = document.textErrors().length;
  const after = tool.open(tool.fixedText(document).text).textErrors().length;
  return after > before ? `${before} errors before, ${after} after` : undefined;
}

function upgradedTwice({ tool, document }: Subject): string | undefined {
  const once = tool.upgraded(document);
  const twice = once === undefined ? undefined : tool.upgraded(tool.open(once));
  return twice === once ? undefined : 'the second upgrade changes the text';
}

/** For valid nets: in others, an upgrade may show errors that were hidden. */
function worseUpgrade(subject: Subject): string | undefined {
  const { tool, document } = subject;
  if (errorsOf(subject, document) > 0) return undefined;
  const upgraded = tool.upgraded(document);
  const errors = upgraded === undefined ? 0 : errorsOf(subject, tool.open(upgraded));
  return errors > 0 ? `no error before, ${errors} after` : undefined;
}

/** For valid nets, if no note says what Caffe would still reject. */
function worseDeployment(subject: Subject): string | undefined {
  const { tool, document } = subject;
  if (errorsOf(subject, document) > 0) return undefined;
  const made = tool.deploy(document);
  if (!('text' in made) || made.notes.length > 0) return undefined;
  const errors = errorsOf(subject, tool.open(made.text));
  return errors > 0 ? `no error before, ${errors} after, and no note` : undefined;
}
