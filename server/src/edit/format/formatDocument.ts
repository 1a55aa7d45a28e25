import type { Document } from '../../document/document.ts';
import { parse } from '../../syntax/parse.ts';
import { editBetween } from '../../text/common.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { overlaps } from '../../text/range.ts';
import { format } from './format.ts';
import { type FormatOptions, formatDirectives, unformatted } from './options.ts';
import { repeatedFields } from './repeatedFields.ts';

/** The edits that lay out a whole file, after those of its repeated fields; these need to know which fields repeat. */
export function formatDocument(document: Document, options: FormatOptions): TextEdit[] {
  const { text, tree } = document;
  const kept = unformatted(text);
  const { repeated } = options;
  const isChanged = repeated !== 'keep' && tree.balanced && !formatDirectives(text).isDisabled;
  const edits = isChanged ? repeatedFields(document, repeated) : [];
  const own = edits.filter(({ range }) => !kept.some((part) => overlaps(part, range)));
  if (own.length === 0) return format(tree, options);
  const written = applyEdits(text, own);
  const laidOut = applyEdits(written, format(parse(written), options));
  return laidOut === text ? [] : [editBetween(text, laidOut)];
}
