import type { Document } from '../document/document.ts';
import { onceFor } from '../memo/onceFor.ts';
import type { Steps } from '../memo/steps.ts';
import type { MessageDescriptor } from '../schema/descriptor.ts';
import type { Block } from '../syntax/nodes.ts';
import { matchingRules, type TakeFindings } from './matchingRules.ts';
import type { Rule } from './rule.ts';

/**
 * Runs rules on each block of a file, in order. The rules that find something in a block are remembered: while its text is
 * unchanged, only those run on it again.
 */
export function findInBlocks(document: Document, asked: readonly Rule[], take: TakeFindings): void {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  const { blocks } = document.tree;
  const looking = document.memo
    .part(asked)
    .part(root)
    .map(blocks, (block) => lookingAt(block, root, document, asked), findInBlocks);
  for (const [index, rules] of looking.entries()) {
    const block = blocks[index];
    if (rules && block) for (const rule of rules) take(rule, () => rule.block?.(block, document) ?? []);
  }
}

/** Determines which rules run on each block, one step for each new block. */
export function* checkBlocks(document: Document, asked: readonly Rule[]): Steps<void> {
  const root = document.schema.message(document.root ?? '');
  if (!root) return;
  for (const block of document.memo.part(asked).part(root).fresh(document.tree.blocks, checkBlocks)) {
    lookingAt(block, root, document, asked);
    yield;
  }
}

function lookingAt(
  block: Block,
  root: MessageDescriptor,
  document: Document,
  asked: readonly Rule[],
): readonly Rule[] | undefined {
  const { rules, of } = memoryOf(asked);
  const known = of(root)(block);
  known.answer ??= { looking: matchingRules(rules, (rule) => rule.block?.(block, document) ?? []) };
  return known.answer.looking;
}

interface Known {
  answer?: { readonly looking: readonly Rule[] | undefined };
}

/** The memory of a set of rules, by the root message of a file. */
const memoryOf = onceFor((asked: readonly Rule[]) => ({
  rules: asked.filter(({ block }) => block),
  of: onceFor((_root: MessageDescriptor) => onceFor((_block: Block): Known => ({}))),
}));
