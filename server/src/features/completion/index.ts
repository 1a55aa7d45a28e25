import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/states/state.ts';
import type { CompletionItem } from '../types.ts';
import { aboveOf } from './above.ts';
import { completeBlob } from './blobs.ts';
import { cursorAt, type ValueCursor } from './cursor.ts';
import { completeComment, completeDirective } from './directives.ts';
import { completeField } from './fields.ts';
import { Habits } from './habits.ts';
import { isLayer } from './layer.ts';
import { completeNewLayer } from './newLayers.ts';
import { completeTemplate } from './templates/index.ts';
import { completeName, completeWord } from './values.ts';

/** The completions at the cursor: fields of the enclosing message, or values of the field. */
export function completion(document: Document, offset: number, state: NetState): CompletionItem[] {
  const directive = completeDirective(document, offset, state);
  if (directive) return directive;
  const cursor = cursorAt(document, offset);
  if (!cursor) return [];
  if (cursor.kind === 'value' && isBlobName(cursor)) return completeBlob(document, cursor, offset, state);
  const habits = new Habits(document, offset);
  if (cursor.kind === 'field') {
    const fields = completeField(document, cursor, habits);
    // Layers and templates are for the top level.
    if (cursor.name !== undefined || !cursor.alone) return fields;
    const above = aboveOf(document, offset, state);
    return [
      ...fields,
      ...completeNewLayer(above, cursor, habits),
      ...completeTemplate(above, cursor, offset, state),
      ...completeComment(cursor),
    ];
  }
  const complete = cursor.field.type.name === 'string' ? completeName : completeWord;
  return complete(document, cursor, habits);
}

function isBlobName({ message, field }: ValueCursor): boolean {
  return isLayer(message) && (field.name === 'bottom' || field.name === 'top');
}
