import type { Document } from '../document/document.ts';
import type { Block } from '../syntax/nodes.ts';
import { lookingRules, type Take } from './asking.ts';
import type { Rule } from './rule.ts';

/**
 * Has rules look at the single blocks of a file, in order. Of a block is kept which rules find something there: only those
 * look at it again while its text stays the same.
 */
export function findInBlocks(document: Document, asked: readonly Rule[], take: Take): void {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  const { blocks } = document.tree;
  const rules = asked.filter(({ block }) => block);
  const look = (rule: Rule, block: Block) => rule.block?.(block, document) ?? [];
  const looking = document.memo
    .part(asked)
    .part(root)
    .map(blocks, (block) => lookingRules(rules, (rule) => look(rule, block)), findInBlocks);
  for (const [index, own] of looking.entries()) {
    const block = blocks[index];
    if (own && block) for (const rule of own) take(rule, () => look(rule, block));
  }
}
