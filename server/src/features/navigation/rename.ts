import { isShapeName } from '../../document/directives.ts';
import type { Document } from '../../document/document.ts';
import { allNets, writtenLayers } from '../../document/layers.ts';
import { escaped, quoted } from '../../edit/newField.ts';
import { formatState, type NetState } from '../../net/states/state.ts';
import type { TextEdit } from '../../text/edit.ts';
import { nameIn } from '../../text/name.ts';
import type { Range } from '../../text/range.ts';
import { type LayerName, type NetSymbol, namesIn, symbolAt } from './symbolAt.ts';

/** A name that can be renamed. */
export interface Renameable {
  readonly range: Range;
  readonly name: string;
}

/** The edits of a renaming, or why it is not possible. */
export type Renaming =
  | {
      readonly edits: readonly TextEdit[];
      /** What the edits change besides the text, as a sentence. */
      readonly warning: string | undefined;
    }
  | { readonly problem: string };

/** The blob, layer or shared parameter at an offset, if it has a name. */
export function renameableAt(document: Document, offset: number, state: NetState): Renameable | undefined {
  const found = symbolAt(document, offset, state);
  return found && { range: nameIn(document.text, found.range).range, name: found.name };
}

/**
 * Renames the blob, layer or shared parameter at an offset in all states: every occurrence and the `# shape:` comment of
 * a blob. A name that another one has in the same net is rejected, as it would connect what was separate.
 */
export function rename(
  document: Document,
  offset: number,
  state: NetState,
  name: string,
): Renaming | undefined {
  const found = symbolAt(document, offset, state);
  if (!found) return undefined;
  if (name === '') return { problem: 'A name must not be empty.' };
  if (name === found.name) return { edits: [], warning: undefined };
  const ranges = found.occurrences().map(({ range }) => range);
  const problem = taken(document, found, new Set(ranges.map(({ start }) => start)), name);
  if (problem !== undefined) return { problem };
  const shape = found.kind === 'blob' ? document.directives.shapes.get(found.name) : undefined;
  if (shape && !isShapeName(name))
    return { problem: 'The blob has a `# shape:` comment, so its name must not contain spaces.' };
  const edits = ranges.map((range) => edit(document.text, range, name));
  return {
    edits: shape ? [...edits, { range: shape.name, newText: name }] : edits,
    warning: hasWeights(document, found)
      ? `Caffe finds trained weights by the name of their layer: those of \`${found.name}\` are not loaded into \`${name}\`.`
      : undefined,
  };
}

function edit(text: string, literal: Range, name: string): TextEdit {
  const { range, quote } = nameIn(text, literal);
  return { range, newText: quote === undefined ? quoted(name) : escaped(name, quote) };
}

/** The reason why a name cannot be used, if there is one. */
function taken(
  document: Document,
  { kind, name: own }: NetSymbol,
  starts: ReadonlySet<number>,
  name: string,
): string | undefined {
  for (const net of allNets(document)) {
    const names = writtenLayers(net).flatMap((layer) => namesIn(document, layer, kind));
    const isOwn = ({ range }: LayerName) => starts.has(range.start);
    if (names.some(isOwn) && names.some((each) => each.name === name && !isOwn(each)))
      return `\`${own}\` cannot be renamed: the ${formatState(net.state)} net already has a ${nouns[kind]} \`${name}\`.`;
  }
  return undefined;
}

const nouns: Readonly<Record<NetSymbol['kind'], string>> = {
  blob: 'blob',
  layer: 'layer',
  param: 'shared parameter',
};

/** Whether it is a layer with parameters in any state. */
function hasWeights(document: Document, { kind, name }: NetSymbol): boolean {
  if (kind !== 'layer') return false;
  return allNets(document).some((net) =>
    writtenLayers(net).some((layer) => layer.name === name && layer.params.length > 0),
  );
}
