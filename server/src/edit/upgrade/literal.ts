import type { LayerSyntax } from '../../net/lower.ts';
import { type Entry, Message } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { valueRange } from '../fields.ts';
import { quoted } from '../newField.ts';

/** The text of a value of an upgraded layer: as in the file, unless the upgrade changes the value. */
export function literalOf(tree: SyntaxTree, layer: LayerSyntax, entry: Entry): string {
  const { text } = tree;
  const { start, end } = valueRange(tree, layer, entry);
  const written = text.slice(start, end);
  const { value } = entry;
  if (value instanceof Message || typeof value === 'bigint' || typeof value === 'boolean') return written;
  // A string on several lines may have comments between its parts, which stay.
  if (typeof value === 'string' && written.includes('\n')) return quoted(value);
  if (typeof value === 'string')
    return entry.node.kind === 'scalar' && entry.node.text === value ? written : value;
  const isWritten = !Number.isFinite(value) || Math.fround(Number.parseFloat(written)) === Math.fround(value);
  return isWritten ? written : String(value);
}

/** The layer's type as a current string; undefined if it already is one. */
export function typeLiteral({ message }: LayerSyntax): string | undefined {
  const [entry] = message.list('type');
  if (entry?.node.kind !== 'scalar') return undefined;
  const type = String(entry.value);
  return entry.node.literal === 'string' && entry.node.text === type ? undefined : quoted(type);
}
