import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { upgradeFile } from '../../edit/upgrade/index.ts';
import { upgradeInputs } from '../../edit/upgrade/inputs.ts';
import { confusedLayers, mendLayer, oldLayers, upgradeLayer } from '../../edit/upgrade/layers.ts';
import type { OuterField } from '../../syntax/parse.ts';
import type { Fixer, Place } from '../fixer.ts';
import { offer } from '../helpers/offer.ts';

/** A file with layers of both syntaxes. */
export const mixedSyntax: Fixer = {
  checks: ['upgrade/mixed-layer-layers'],
  doc: 'Writes all layers as `layer { … }`, with types as strings.',
  fixes: ({ document }) => wholeFile(document, 'Write all layers as `layer { … }`', { preferred: true }),
};

/** A type or a field of one syntax in a layer of the other. */
export const confusedSyntax: Fixer = {
  checks: [
    'text/enum-token',
    'text/enum-value',
    'text/expected-colon',
    'text/expected-string',
    'text/unknown-field',
  ],
  doc: "Writes the layer, or the whole file, in today's syntax: `layer`, types as strings, rates in `param`.",
  fixes(place) {
    const { document, path } = place;
    const [field] = path?.fields ?? [];
    if (!field || !concernsSyntax(place)) return [];
    const isHere = (other: OuterField) => other.field === field;
    const old = oldLayers(document).find(isHere);
    if (old) return oldLayer(document, old);
    const today = confusedLayers(document).find(isHere);
    if (!today) return [];
    return offer("Write the layer in today's syntax", mendLayer(place.document, today));
  },
};

/** The whole file in today's syntax; nothing where it is, or cannot be. */
export function wholeFile(document: Document, title: string, more: Pick<Fix, 'preferred'> = {}): Fix[] {
  return offer(title, upgradeFile(document), more);
}

/** Input layers in place of net-level inputs; nothing where a shape is missing. */
export function inputLayers(document: Document): Fix[] {
  return offer('Write the inputs as Input layers', upgradeInputs(document), { preferred: true });
}

const fields = new Set(['type', 'param', 'blobs_lr', 'weight_decay']);

/** Whether the fault is one of those that come from the other syntax: of the type, of a blob's rates, of a field of today. */
function concernsSyntax({ path, document, check }: Place): boolean {
  const [layer, own, ...inner] = path?.fields ?? [];
  if (!layer || !own || inner.length > 0) return false;
  // A message needs no colon; where a value lacks one, no syntax makes up for it.
  if (check === 'text/expected-colon' && own.value?.kind !== 'message') return false;
  if (fields.has(own.name.text)) return true;
  const [today, old] = ['LayerParameter', 'V1LayerParameter'].map(
    (type) => document.schema.message(type)?.fields,
  );
  // A `phase` in a layer of today chooses nothing; `include` is what is meant, in either syntax.
  if (own.name.text === 'phase') return false;
  return layer.name.text === 'layers' && today?.has(own.name.text) === true && !old?.has(own.name.text);
}

/** Alone, where a `layer` of the file or no other `layers` says that this one is meant to be of today. */
function oldLayer(document: Document, place: OuterField): Fix[] {
  const old = oldLayers(document);
  const mixed = document.source().upgraded.layers.length > old.length;
  const title = 'Write the layer as `layer { … }`';
  const preferred = mixed && { preferred: true };
  const one = mixed || old.length === 1 ? offer(title, upgradeLayer(document, place), { ...preferred }) : [];
  return old.length > 1 ? [...one, ...wholeFile(document, 'Write all layers as `layer { … }`')] : one;
}
