import type { LayerSyntax } from '../../net/lower.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { quoted } from '../draft.ts';
import { valueRange } from '../fields.ts';

/** How a value of an upgraded layer is written: as it stands in the file, unless the upgrade made another one of it. */
export function literalOf(tree: SyntaxTree, layer: LayerSyntax, entry: Entry): string {
  const { text } = tree;
  const { start, end } = valueRange(tree, layer, entry);
  const written = text.slice(start, end);
  const { value } = entry;
  if (value instanceof Message || typeof value === 'bigint' || typeof value === 'boolean') return written;
  // A string of several lines may have comments between its parts, which stay where they are.
  if (typeof value === 'string' && written.includes('\n')) return quoted(value);
  if (typeof value === 'string')
    return entry.node.kind === 'scalar' && entry.node.text === value ? written : value;
  return Math.fround(Number.parseFloat(written)) === Math.fround(value) ? written : String(value);
}

/** The layer's type as a string of today; undefined where it is written as one already. */
export function typeLiteral({ message }: LayerSyntax): string | undefined {
  const [entry] = message.list('type');
  if (entry?.node.kind !== 'scalar') return undefined;
  const type = String(entry.value);
  return entry.node.literal === 'string' && entry.node.text === type ? undefined : quoted(type);
}
