import type { CodeAction } from '../../../server/src/features/types.ts';
import { fieldsOf } from '../../../server/src/syntax/parse.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { badEdits, first, type Oracle, type Subject } from './oracle.ts';

/** Oracles about code actions. */
export const actionOracles: readonly Oracle[] = [
  { name: 'the edits of code actions apply', violation: unusableEdits },
  { name: 'the text after a code action can be analyzed', violation: brokenByAction },
  { name: 'a refactoring causes no text error, and a move keeps the layers', violation: harmfulRefactoring },
];

/** The number of diagnostics whose actions are computed, and of actions that are applied. */
const [diagnosticsTried, actionsApplied] = [10, 2];

function unusableEdits(subject: Subject): string | undefined {
  const { length } = subject.document.text;
  return first(actionsOf(subject), ({ title, edits }) => badEdits(edits, length, title));
}

function brokenByAction(subject: Subject): string | undefined {
  const { tool, document, random } = subject;
  const actions = actionsOf(subject).filter(({ edits }) => edits.length > 0);
  const some = Array.from({ length: Math.min(actionsApplied, actions.length) }, () => random.pick(actions));
  return first(some, ({ title, edits }) => {
    const after = applyEdits(document.text, edits);
    const failed = tool
      .diagnostics(tool.open(after, document))
      .find(({ code }) => code === 'tool/rule-failed');
    return failed && `after ${title}: ${failed.message}`;
  });
}

function harmfulRefactoring({ tool, document, random }: Subject): string | undefined {
  const blocks = [...fieldsOf(document.tree)];
  if (blocks.length === 0 || document.textErrors().length > 0) return undefined;
  const { start } = random.pick(blocks).range;
  const actions = tool.refactorings(document, { start, end: start }).filter(({ edits }) => edits.length > 0);
  const some = Array.from({ length: Math.min(actionsApplied, actions.length) }, () => random.pick(actions));
  return first(some, ({ title, kind, edits }) => {
    const after = tool.open(applyEdits(document.text, edits), document);
    const [error] = after.textErrors();
    if (error) return `after ${title}: ${error.message}`;
    const [were, are] = [document, after].map((each) => [...fieldsOf(each.tree)].length);
    return kind === 'move' && were !== are ? `${title}: ${were} fields, then ${are}` : undefined;
  });
}

/** The code actions at some diagnostics and at some other places. */
export function actionsOf({ tool, document, random }: Subject): CodeAction[] {
  const found = tool.diagnostics(document);
  const ranges = Array.from(
    { length: Math.min(diagnosticsTried, found.length) },
    () => random.pick(found).range,
  );
  const offset = random.below(document.text.length + 1);
  const others = [
    { start: 0, end: 0 },
    { start: offset, end: offset },
  ];
  return [
    ...ranges.flatMap((range) => tool.codeActions(document, range)),
    ...others.flatMap((range) => tool.refactorings(document, range)),
  ];
}
