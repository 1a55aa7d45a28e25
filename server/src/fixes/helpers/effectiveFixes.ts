import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { applyEdits } from '../../text/edit.ts';
import type { FixContext } from '../fixer.ts';
import { firstPreferred } from './offer.ts';

/** Each trial analyses an edited copy of the file, so only this many fixes are tried. */
const mostTrials = 12;

/** The fixes that reduce the number of failures, fewest remaining first; ties keep their order. */
export function effectiveFixes(context: FixContext, fixes: readonly Fix[]): Fix[] {
  const { document, effort } = context;
  const tried: Fix[] = [];
  for (const fix of fixes.slice(0, mostTrials)) {
    if (effort.isSpent) break;
    effort.analyze(document, changedCharacters(document.tree, fix));
    tried.push(fix);
  }
  const before = tried.length === 0 ? undefined : failuresOf(document, context);
  if (!before) return [];
  return tried
    .flatMap((fix) => {
      const left = failuresOf(edited(document, fix), context, before);
      return left ? [{ fix, left }] : [];
    })
    .sort((one, other) => one.left.all - other.left.all)
    .map(({ fix }) => fix);
}

/** The same, with the first marked as preferred. */
export function bestFirst(context: FixContext, fixes: readonly Fix[]): Fix[] {
  return firstPreferred(effectiveFixes(context, fixes));
}

/** The weight of a text error: text errors hide failures of the net. */
const ofText = 1000;

interface Left {
  /** The weighted number of failures. */
  readonly all: number;
  /** The number of failures of the same check. */
  readonly own: number;
}

/** The failures of a document; undefined as soon as they reach a limit, because building nets is expensive. */
function failuresOf(document: Document, { check, states }: FixContext, limit?: Left): Left | undefined {
  const errors = document.textErrors();
  const parts = [
    () => errors,
    () => document.solverFailures(),
    ...(document.root === 'NetParameter' ? states.map((state) => () => document.net(state).failures) : []),
  ];
  let [all, own] = [errors.length * (ofText - 1), 0];
  for (const part of parts) {
    const failures: readonly { readonly check: string }[] = part();
    all += failures.length;
    own += failures.filter((failure) => failure.check === check).length;
    if (limit && (all >= limit.all || own >= limit.own)) return undefined;
  }
  return { all, own };
}

/** The length of the blocks that a fix changes. */
function changedCharacters(tree: SyntaxTree, { edits }: Fix): number {
  const changed = new Set(edits.map(({ range }) => Math.max(tree.countTo(range.start) - 1, 0)));
  return [...changed].reduce((sum, index) => sum + (tree.blocks[index]?.text.length ?? 0), 0);
}

function edited(document: Document, { edits }: Fix): Document {
  return document.withText(applyEdits(document.text, edits), { root: document.root, keepsDialect: true });
}
