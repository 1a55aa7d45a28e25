import type { Range } from '../../text/range.ts';
import { namesakes, outlineOf } from './outline.ts';
import { tokenize } from './tokens.ts';

/** The range of the name of a field of a message in the text of a .proto file; undefined if there is none. */
export function fieldPlace(text: string, message: string, field: string): Range | undefined {
  const outline = outlineOf(tokenize(text).tokens);
  const name = namesakes(outline, message, field).find(({ kind }) => kind === 'field')?.name;
  return name && { start: name.start, end: name.end };
}
