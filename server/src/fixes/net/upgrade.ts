import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { upgradeFile } from '../../edit/upgrade/index.ts';
import { upgradeInputs } from '../../edit/upgrade/inputs.ts';
import { fixLayer, mixedLayers, oldLayers, upgradeLayer } from '../../edit/upgrade/layers.ts';
import { hasCurrentSyntax } from '../../schema/dialect.ts';
import type { OuterField } from '../../syntax/parse.ts';
import type { FixContext, Fixer } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** A file that mixes both layer syntaxes. */
export const mixedSyntax: Fixer = {
  checks: ['upgrade/mixed-layer-layers'],
  doc: 'Converts all layers to `layer { … }`, with string types.',
  fixes: ({ document }) => wholeFile(document, 'Convert all layers to `layer { … }`', { preferred: true }),
};

/** A type or field of one syntax in a layer of the other. */
export const confusedSyntax: Fixer = {
  checks: [
    'text/enum-token',
    'text/enum-value',
    'text/expected-colon',
    'text/expected-string',
    'text/unknown-field',
  ],
  doc: 'Converts the layer, or the whole file, to the current syntax: `layer`, string types, rates in `param`.',
  fixes(context) {
    const { document, path } = context;
    const [field] = path?.fields ?? [];
    if (!field || !concernsSyntax(context) || !hasCurrentSyntax(document.dialect)) return [];
    const isHere = (other: OuterField) => other.field === field;
    const old = oldLayers(document).find(isHere);
    if (old) return oldLayer(document, old);
    const current = mixedLayers(document).find(isHere);
    if (!current) return [];
    return offer('Convert the layer to the current syntax', fixLayer(context.document, current));
  },
};

/** Converts the whole file to the current syntax; empty if it already is, or cannot be converted. */
export function wholeFile(document: Document, title: string, more: Pick<Fix, 'preferred'> = {}): Fix[] {
  return offer(title, upgradeFile(document), more);
}

/** Converts net-level inputs to Input layers; empty if a shape is missing. */
export function inputLayers(document: Document): Fix[] {
  return offer('Convert the inputs to Input layers', upgradeInputs(document), { preferred: true });
}

const fields = new Set(['type', 'param', 'blobs_lr', 'weight_decay']);

/** Whether the failure can come from mixing syntaxes: in the type, a blob's rates, or a field of the current syntax. */
function concernsSyntax({ path, document, check }: FixContext): boolean {
  const [layer, own, ...inner] = path?.fields ?? [];
  if (!layer || !own || inner.length > 0) return false;
  // A message needs no colon; a missing colon before a scalar is wrong in every syntax.
  if (check === 'text/expected-colon' && own.value?.kind !== 'message') return false;
  if (fields.has(own.name.text)) return true;
  const [current, old] = ['LayerParameter', 'V1LayerParameter'].map(
    (type) => document.schema.message(type)?.fields,
  );
  // `phase` has no effect in a layer of the current syntax; `include` is right in both syntaxes.
  if (own.name.text === 'phase') return false;
  return layer.name.text === 'layers' && current?.has(own.name.text) === true && !old?.has(own.name.text);
}

/**
 * Converts only this layer if a `layer` in the file, or no other `layers`, shows that the current syntax is intended.
 */
function oldLayer(document: Document, place: OuterField): Fix[] {
  const old = oldLayers(document);
  const mixed = document.netInput().upgraded.layers.some(({ field }) => field.name.text === 'layer');
  const title = 'Convert the layer to `layer { … }`';
  const preferred = mixed && { preferred: true };
  const one = mixed || old.length === 1 ? offer(title, upgradeLayer(document, place), { ...preferred }) : [];
  return old.length > 1 ? [...one, ...wholeFile(document, 'Convert all layers to `layer { … }`')] : one;
}
