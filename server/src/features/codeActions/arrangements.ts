import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import { joinBranch } from '../../edit/arrange/branch.ts';
import { duplicate } from '../../edit/arrange/duplicate.ts';
import { type Extract, extract, type Shapes } from '../../edit/arrange/extract.ts';
import { ownLayers, selectedLayers } from '../../edit/arrange/layerText.ts';
import { swap } from '../../edit/arrange/swap.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Range } from '../../text/range.ts';
import { prefixesOf } from '../moduleNames.ts';
import type { CodeAction } from '../types.ts';
import { newProblem } from './newProblem.ts';

/** The actions for a layer, at its head: moves in the file, and copies of it and of its module. */
export function layerArrangements(document: Document, layer: LayerSyntax): CodeAction[] {
  const all = ownLayers(document);
  const at = all.findIndex(({ message }) => message === layer.message);
  const own = all[at];
  if (!own) return [];
  const module = moduleAt(all, at);
  return [
    ...(['up', 'down'] as const).flatMap((direction) => moveAction(document, own, direction)),
    ...duplicateAction(document, [own], `\`${own.facts.name}\``),
    ...(module ? duplicateAction(document, module.layers, `module \`${module.name}\``) : []),
  ];
}

/** Whether a selection contains several layers. */
export function selectsSeveral(document: Document, range: Range): boolean {
  return layersInside(document, range).length > 1;
}

/** The actions for several selected layers. */
export function selectionArrangements(document: Document, range: Range): CodeAction[] {
  const layers = layersInside(document, range);
  if (layers.length < 2) return [];
  const these = `the ${layers.length} selected layers`;
  return [
    ...duplicateAction(document, layers, these),
    ...joinAction(
      document,
      layers,
      'Eltwise',
      (input) => `Add \`${input}\` to the output of ${these} (Eltwise)`,
    ),
    ...joinAction(
      document,
      layers,
      'Concat',
      (input) => `Concatenate \`${input}\` and the output of ${these} (Concat)`,
    ),
    ...extractAction(document, layers, these),
  ];
}

function extractAction(document: Document, layers: readonly LayerSyntax[], these: string): CodeAction[] {
  if (!extract(document, layers, new Map())) return [];
  const title = `Open ${these} as a net`;
  return [{ title, kind: 'extract', diagnostic: undefined, edits: [], task: { kind: 'extractLayers' } }];
}

/** The selected layers as a net of their own. */
export function extractAnswer(
  document: Document,
  range: Range,
  shapes: Shapes = new Map(),
): Extract | { readonly problem: string } {
  if (document.textErrors().length > 0) return { problem: 'The file has text errors.' };
  const layers = layersInside(document, range);
  if (layers.length === 0) return { problem: 'No layer is selected.' };
  return extract(document, layers, shapes) ?? { problem: 'The inputs of these layers depend on the state.' };
}

/** The layers that a selection contains more of than white space next to them. */
function layersInside(document: Document, { start, end }: Range): readonly LayerSyntax[] {
  return selectedLayers(document, { start, end }).filter((layer) => {
    const extent = layerExtent(document.tree, layer);
    return start === end || (extent.end > start && extent.start < end);
  });
}

function action(title: string, kind: CodeAction['kind'], edits: CodeAction['edits']): CodeAction[] {
  return [{ title, ...(kind && { kind }), diagnostic: undefined, edits }];
}

function moveAction(document: Document, layer: LayerSyntax, direction: 'up' | 'down'): CodeAction[] {
  const found = swap(document, layer, direction);
  if (!found) return [];
  const { moved, other, edits } = found;
  const also = moved.length > 1 ? ` and its ${count(moved.length - 1, 'in-place layer')}` : '';
  const where = direction === 'up' ? 'above' : 'below';
  return action(`Move \`${layer.facts.name}\`${also} ${where} \`${other.facts.name}\``, 'move', edits);
}

function count(number: number, what: string): string {
  return number === 1 ? what : `${number} ${what}s`;
}

function duplicateAction(document: Document, layers: readonly LayerSyntax[], what: string): CodeAction[] {
  const found = duplicate(document, layers);
  const name = found?.names.get(layers[0]?.facts.name ?? '');
  if (!found || name === undefined) return [];
  // Layers that share parameters by name may require equal settings.
  if (layers.some(({ facts }) => facts.namesParams) && newProblem(document, found.edits, 'error')) return [];
  return action(`Duplicate ${what} as \`${name}\`${layers.length > 1 ? ', …' : ''}`, 'refactor', found.edits);
}

function joinAction(
  document: Document,
  layers: readonly LayerSyntax[],
  join: 'Eltwise' | 'Concat',
  title: (input: string) => string,
): CodeAction[] {
  const found = joinBranch(document, layers, join);
  return found && !newProblem(document, found.edits)
    ? action(title(found.input), 'refactor', found.edits)
    : [];
}

interface Module {
  readonly name: string;
  readonly layers: readonly LayerSyntax[];
}

/** The innermost module with several layers around a layer, if its layers are neighbors in the file. */
function moduleAt(all: readonly LayerSyntax[], at: number): Module | undefined {
  const prefixes = prefixesOf(all[at]?.facts.name ?? '').reverse();
  for (const name of prefixes) {
    const isIn = (index: number) => prefixesOf(all[index]?.facts.name ?? '').includes(name);
    let [start, end] = [at, at + 1];
    while (start > 0 && isIn(start - 1)) start--;
    while (end < all.length && isIn(end)) end++;
    if (end - start > 1) return { name, layers: all.slice(start, end) };
  }
  return undefined;
}
