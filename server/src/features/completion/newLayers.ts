import type { Document } from '../../document/document.ts';
import { type NewField, newField, printField, quoted } from '../../edit/newField.ts';
import { hasV0Layers } from '../../edit/upgrade/layers.ts';
import { categoryOf, type LayerDefinition } from '../../layers/definition.ts';
import { findLayer, layerTypes } from '../../layers/registry.ts';
import { v1TypesIn } from '../../net/upgrade/upgradeV1.ts';
import { type Dialect, hasCurrentSyntax } from '../../schema/dialect.ts';
import { hasRank } from '../../shape/shape.ts';
import { documentation } from '../markdown.ts';
import type { CompletionItem } from '../types.ts';
import { type Above, layersOfType } from './above.ts';
import { type Blob, inPlaceTypes } from './blobs.ts';
import type { FieldCursor } from './cursor.ts';
import { filterText } from './filter.ts';
import type { Habits } from './habits.ts';
import { nextLayerName } from './names/layerNames.ts';
import { isWithin } from './nearest.ts';
import { usualOrder } from './order.ts';
import { type LayerField, paramsLike } from './paramsLike.ts';
import { inSnippet } from './snippet.ts';
import { usualParams } from './usualParams.ts';
import { typeKey, usualTypes } from './usualTypes.ts';

/**
 * Whole layers to insert at the top level of a net: with a name that continues those above, the nearest blob as their
 * bottom, and the parameters of the nearest layer of the same type, otherwise usual ones. The cursor visits the values.
 */
export function completeNewLayer(place: Above, cursor: FieldCursor, habits: Habits): CompletionItem[] {
  const { document } = place;
  const syntax = syntaxOf(document, cursor);
  if (syntax === undefined) return [];
  const scores = habits.types(undefined);
  const fieldNames = cursor.messages.flatMap(({ fields }) => [...fields.keys()]);
  return typesToOffer(place, cursor).flatMap((type, index) => {
    const filter = filterText(type, cursor.begun, fieldNames);
    if (!typeValue(type, syntax, document.dialect)) return [];
    const definition = findLayer(type, document.dialect);
    if (filter === undefined || !definition) return [];
    const layer = newField(syntax, fieldsOf(definition, place, syntax));
    return {
      label: type,
      kind: 'layer' as const,
      detail: 'layer with its parameters',
      documentation: () => documentation(definition.doc),
      range: cursor.range,
      filter,
      snippet: `${snippetOf(layer)}\n$0`,
      order: `${usualOrder()} 15 ${usualOrder(scores.get(type) ?? scores.get(typeKey(type)))} ${String(index).padStart(4, '0')}`,
      deprecated: false,
    };
  });
}

/** The types of the layers above, the nearest first, then usual types; once letters are typed, all that match them. */
function typesToOffer({ document, above }: Above, { begun }: FieldCursor): readonly string[] {
  const near = above.map(({ facts }) => facts.type).reverse();
  const others = begun === '' ? [] : layerTypes(document.dialect);
  const types = new Set([...near, ...usualTypes, ...others]);
  return [...types].filter((type) => isWithin(begun, type));
}

/** The syntax of new layers at a cursor: that of the file. Undefined outside of nets, and in V0. */
function syntaxOf(document: Document, { messages, present }: FieldCursor): LayerField | undefined {
  if (!messages.some(({ name }) => name === 'NetParameter') || hasV0Layers(document)) return undefined;
  const isOld = present.some(({ name }) => name.text === 'layers') || !hasCurrentSyntax(document.dialect);
  return isOld ? 'layers' : 'layer';
}

/** A layer type as written in a syntax; undefined if V1 has no value for it. */
function typeValue(type: string, syntax: LayerField, dialect: Dialect): string | undefined {
  return syntax === 'layer' ? quoted(type) : v1TypesIn(dialect).get(type);
}

function fieldsOf(definition: LayerDefinition, place: Above, syntax: LayerField): NewField[] {
  const { type } = definition;
  const { dialect } = place.document;
  const name = nextLayerName(place, type);
  const bottoms = bottomsOf(definition, place);
  const [bottom = name] = bottoms;
  const isData = categoryOf(definition) === 'data' && type !== 'Input';
  const tops = inPlaceTypes.includes(type) ? [bottom] : isData ? ['data', 'label'] : [name];
  const params = paramsLike(layersOfType(place, type).at(-1), syntax) ?? usualParams(type, dialect, syntax);
  return [
    newField('name', quoted(name)),
    newField('type', typeValue(type, syntax, dialect) ?? quoted(type)),
    ...bottoms.map((each) => newField('bottom', quoted(each))),
    ...tops.map((each) => newField('top', quoted(each))),
    ...params,
  ];
}

/**
 * As many blobs as the nearest layer of the type has, otherwise as many as the layer requires, at most two. A label is the
 * second bottom of a loss.
 */
function bottomsOf(definition: LayerDefinition, { blobs, ...place }: Above): string[] {
  const { type } = definition;
  if (categoryOf(definition) === 'data') return [];
  const label = blobs.find((blob) => blob.label)?.name ?? 'label';
  const values = likelyFor(
    definition,
    blobs.filter((blob) => !blob.label),
  );
  const [first = 'data', next = first] = values.map(({ name }) => name);
  if (definition.loss || type === 'Accuracy') return [first, label];
  const [, second, ...others] = layersOfType(place, type).at(-1)?.facts.bottoms ?? [];
  if (second !== undefined && others.length === 0) return [first, likeBlob(second, values.slice(1)) ?? next];
  return type === 'Eltwise' || type === 'Concat' ? [first, next] : [first];
}

/** Layers with windows, and Permute, read blobs with at least 4 axes: those first. */
function likelyFor(definition: LayerDefinition, blobs: readonly Blob[]): readonly Blob[] {
  const hasWindows = ['convolution', 'pooling'].includes(categoryOf(definition));
  if (!hasWindows && definition.type !== 'Permute') return blobs;
  const isLikely = ({ shape, rearranged }: Blob) => !rearranged && (!hasRank(shape) || shape.length >= 4);
  return blobs.toSorted((one, other) => Number(isLikely(other)) - Number(isLikely(one)));
}

/** The nearest blob without a consumer that is named like another one: `pool4_mask` like `pool5_mask`. */
function likeBlob(name: string, blobs: readonly Blob[]): string | undefined {
  const bare = (text: string) => text.replace(/\d+/gu, '');
  return blobs.find((blob) => !blob.read && bare(blob.name) === bare(name))?.name;
}

/**
 * A layer as a snippet. The cursor visits its name, its blobs and the values of its parameters; a blob with the name of
 * the layer, or of another blob, changes with it.
 */
function snippetOf({ name: keyword, value: fields }: NewField): string {
  const names = new Map<string, number>();
  let stops = 0;
  const stop = (value: string, number = ++stops) => {
    const [, inner] = /^"(.*)"$/su.exec(value) ?? [];
    const text = `\${${number}:${inSnippet(inner ?? value)}}`;
    return inner === undefined ? text : `"${text}"`;
  };
  const withStops = ({ name, value }: NewField): NewField => ({
    name,
    value: typeof value === 'string' ? stop(value) : value.map(withStops),
  });
  const ofLayer = (field: NewField): NewField => {
    const { name, value } = field;
    if (name === 'type') return field;
    if (typeof value !== 'string' || !['name', 'bottom', 'top'].includes(name)) return withStops(field);
    const number = names.get(value) ?? ++stops;
    names.set(value, number);
    return { name, value: stop(value, number) };
  };
  const stopped = typeof fields === 'string' ? fields : fields.map(ofLayer);
  return printField({ name: keyword, value: stopped }, { unit: '\t', eol: '\n' }, '');
}
