import type { MessageNode } from '../syntax/nodes.ts';
import { parse } from '../syntax/parse.ts';
import { nameIn } from '../text/name.ts';
import { type Range, shift } from '../text/range.ts';

/** A named layer in a file. */
export interface NamedLayer {
  readonly name: string;
  readonly type: string;
  /** The name without its quotes. */
  readonly range: Range;
}

/** The named layers of a text in current syntax or V1; none if it is not a net. */
export function layerNames(text: string): NamedLayer[] {
  // Most files of a folder are no nets, and need not be parsed.
  if (!/^[ \t]*layers?\b/mu.test(text)) return [];
  const tree = parse(text);
  return tree.blocks.flatMap((block) => {
    const start = tree.startOf(block);
    const layers = block.fields.filter(({ name }) => name.text === 'layer' || name.text === 'layers');
    return layers.flatMap(({ value }) => {
      const found = value?.kind === 'message' ? nameOf(value) : undefined;
      return found ? [{ ...found, range: nameIn(text, shift(found.range, start)).range }] : [];
    });
  });
}

function nameOf({ fields }: MessageNode): NamedLayer | undefined {
  const [name, type] = ['name', 'type'].map(
    (wanted) => fields.find(({ name: own }) => own.text === wanted)?.value,
  );
  if (name?.kind !== 'scalar' || name.text === '') return undefined;
  return { name: name.text, type: type?.kind === 'scalar' ? type.text : '', range: name.range };
}
