import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import type { NetState } from '../../net/states/state.ts';
import type { FieldNode } from '../../syntax/nodes.ts';
import { type NodePath, nodeAt } from '../../syntax/parse.ts';
import { type Range, shift, touches } from '../../text/range.ts';
import { describeField } from '../describeField.ts';
import { diagnostics } from '../diagnostics/diagnostics.ts';
import { type Markdown, message, paragraphs } from '../markdown.ts';
import type { Diagnostic, Hover } from '../types.ts';
import { blobMarkdown } from './blobHover.ts';
import { commentHover } from './commentHover.ts';
import { enumMarkdown, fieldMarkdown } from './fieldHover.ts';
import { layerMarkdown } from './layerHover.ts';
import { scheduleMarkdown } from './scheduleHover.ts';
import type { SolvedNet } from './solvedNets.ts';
import { solverMarkdown } from './solverHover.ts';

/**
 * The hover of the layer, blob, field, enum value or comment of the tool under the cursor. Its texts come from `doc` of the layer definition
 * or declaration (`layerHover.ts`), the blob graph (`blobHover.ts`), `schema/data/docs` or the comments of a custom
 * caffe.proto (`fieldHover.ts`), the nets of a solver (`solverHover.ts`), and the diagnostics at the offset.
 */
export function hover(
  document: Document,
  offset: number,
  state: NetState,
  nets: readonly SolvedNet[] = [],
): Hover | undefined {
  const comment = commentHover(document, offset);
  if (comment) return comment;
  const path = nodeAt(document.tree, offset);
  const field = path?.fields.at(-1);
  if (!path || !field || !document.root) return undefined;
  const under = diagnostics(document).filter(({ range }) => touches(range, offset));
  const place = { document, offset, state, path, field, diagnostics: under };
  const onName = touches(shift(field.name.range, path.start), offset);
  const found = layerHover(place, onName) ?? (onName ? fieldHover(place) : valueHover(place));
  const more = [...ofSolver(place, nets), ...diagnosticsAt(place)];
  return found && { ...found, markdown: paragraphs(found.markdown, ...more) };
}

interface HoverTarget {
  readonly document: Document;
  readonly offset: number;
  readonly state: NetState;
  readonly path: NodePath;
  readonly field: FieldNode;
  /** The diagnostics under the cursor. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What follows from a field of a solver. */
function ofSolver({ document, offset, path, field }: HoverTarget, nets: readonly SolvedNet[]): Markdown[] {
  if (path.fields.length !== 1) return [];
  const name = field.name.text;
  return [solverMarkdown(document, offset, name, nets), scheduleMarkdown(document, name)].flatMap(
    (found) => found ?? [],
  );
}

/** The hover on the keyword `layer`, and on the name and type of a layer. */
function layerHover(target: HoverTarget, onName: boolean): Hover | undefined {
  const depth = target.path.fields.length;
  const isLayer = (field: FieldNode | undefined) =>
    field?.name.text === 'layer' || field?.name.text === 'layers';
  const whole = depth === 1 && onName && isLayer(target.field);
  const labelled =
    depth > 1 &&
    !onName &&
    isLayer(target.path.fields.at(-2)) &&
    ['name', 'type'].includes(target.field.name.text);
  if (!whole && !labelled) return undefined;
  const found = layerAt(target.document, target.offset, target.state);
  const range = whole ? target.field.name.range : target.field.value?.range;
  if (!found || !range) return undefined;
  return {
    range: shift(range, target.path.start),
    markdown: layerMarkdown(found.layer, target.document.net(found.state), hintsAt(target)),
  };
}

function fieldHover(target: HoverTarget): Hover | undefined {
  const described = describeField(target.document, target.path);
  return (
    described && {
      range: here(target, target.field.name.range),
      markdown: fieldMarkdown(described.field, described.message, target.document.schema),
    }
  );
}

function valueHover(target: HoverTarget): Hover | undefined {
  const { field, document } = target;
  const found = describeField(document, target.path);
  if (!found || field.value?.kind !== 'scalar') return undefined;
  const { field: described, message } = found;
  const range = here(target, field.value.range);
  if (['bottom', 'top'].includes(described.name)) {
    const markdown = blobMarkdown(document, target.offset, target.state, hintsAt(target));
    return markdown === undefined ? undefined : { range, markdown };
  }
  const values = described.type.kind === 'enum' ? document.schema.enum(described.type.name) : undefined;
  return values
    ? { range, markdown: enumMarkdown(values, field.value.text) }
    : { range, markdown: fieldMarkdown(described, message, document.schema) };
}

function here(target: HoverTarget, range: Range): Range {
  return shift(range, target.path.start);
}

/** The texts of the hints under the cursor, which need not be repeated. */
function hintsAt({ diagnostics: found }: HoverTarget): readonly string[] {
  return found.filter(({ severity }) => severity === 'hint').map(({ message: text }) => text);
}

/** Editors show a hint at so many of its first characters. */
const shownOfHint = 2;

/**
 * What Caffe prints for the failures under the cursor, so that users can search for it, and the hints there, where
 * editors do not show them.
 */
function diagnosticsAt({ diagnostics: found, offset }: HoverTarget): Markdown[] {
  const said = found.flatMap(({ caffePhrase, severity, message: text, code, range }) => {
    if (severity === 'hint') return offset < range.start + shownOfHint ? [] : [`${text} (\`${code}\`)`];
    return caffePhrase ? [`Caffe stops with “${caffePhrase}”`] : [];
  });
  return [...new Set(said)].map(message);
}
