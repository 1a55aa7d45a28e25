import type { LayerSyntax } from '../net/lower.ts';
import { type Entry, Message } from '../schema/message.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { valueRange } from './fields.ts';
import { type NewField, newField } from './newField.ts';

/** The rules of a layer, `include` and `exclude`, as fields of a new layer that is in the same states. */
export function stateRules(tree: SyntaxTree, layer: LayerSyntax): NewField[] {
  const copy = (name: string, entry: Entry): NewField => {
    if (entry.value instanceof Message)
      return newField(
        name,
        [...entry.value.entries].flatMap(([inner, entries]) => entries.map((each) => copy(inner, each))),
      );
    const { start, end } = valueRange(tree, layer, entry);
    return newField(name, tree.text.slice(start, end));
  };
  return ['include', 'exclude'].flatMap((name) => layer.message.list(name).map((entry) => copy(name, entry)));
}
