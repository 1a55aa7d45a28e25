import type { Document } from '../../document/document.ts';
import type { NetState } from '../../net/state.ts';
import type { CompletionItem } from '../types.ts';
import { completeBlob } from './blobs.ts';
import { cursorAt } from './cursor.ts';
import { completeField } from './fields.ts';
import { completeLayerType, completeValue } from './values.ts';

/** What may stand at the cursor: fields of the message around it, or values of the field before it. */
export function completion(document: Document, offset: number, state: NetState): CompletionItem[] {
  const cursor = cursorAt(document, offset);
  if (!cursor) return [];
  if (cursor.kind === 'field') return completeField(document, cursor);
  const { message, field } = cursor;
  const isLayer = message.name === 'LayerParameter' || message.name === 'V1LayerParameter';
  if (isLayer && (field.name === 'bottom' || field.name === 'top')) {
    return completeBlob(document, cursor, offset, state);
  }
  if (message.name === 'LayerParameter' && field.name === 'type') return completeLayerType(document, cursor);
  return completeValue(document, cursor);
}
