import type { Document } from '../document/document.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { MessageDescriptor } from '../schema/descriptor.ts';
import type { Block } from '../syntax/nodes.ts';
import { askAll, type Take } from './asking.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Has rules look at the single blocks of a file, in order. Of a block is kept which rules find something there: only those
 * look at it again while its text stays the same.
 */
export function findInBlocks(document: Document, asked: readonly Rule[], take: Take): void {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  const { rules, byRoot } = memoryOf(asked);
  const knownOf = byRoot(root);
  for (const block of document.tree.blocks) {
    const look = (rule: Rule): Iterable<Finding> => rule.block?.(block, document) ?? [];
    const known = knownOf(block);
    if (known.finding) for (const rule of known.finding) take(rule, () => look(rule));
    else known.finding = askAll(rules, look, take);
  }
}

/** What is kept of rules that are asked together, by the message that a file holds. */
const memoryOf = onceFor((asked: readonly Rule[]) => ({
  rules: asked.filter(({ block }) => block),
  byRoot: onceFor((_root: MessageDescriptor) =>
    onceFor((_block: Block): { finding?: readonly Rule[] } => ({})),
  ),
}));
