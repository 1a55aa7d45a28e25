import type { Memo } from '../memo/memo.ts';
import type { Block } from '../syntax/nodes.ts';
import type { SyntaxTree } from '../syntax/tree.ts';

/** The maximum number of layers of a net that is analyzed, several times that of any known net. */
export const mostLayers = 20_000;

/** Why a net with more layers has no results. */
export const tooManyLayers = `The file has more than ${mostLayers} layers. A net of this size is not analyzed.`;

/** Whether a file has more layers than are analyzed, in any state. */
export function hasTooManyLayers({ blocks }: SyntaxTree, memo: Memo): boolean {
  const [layers = 0] = memo.sum(blocks, countLayers);
  return layers > mostLayers;
}

function countLayers({ fields }: Block): readonly number[] {
  let count = 0;
  for (const { name, value } of fields) {
    if (name.text !== 'layer' && name.text !== 'layers') continue;
    count += value?.kind === 'list' ? value.items.length : 1;
  }
  return [count];
}
