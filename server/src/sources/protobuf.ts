import { Reader } from 'protobufjs/minimal.js';
import { type Bytes, Unreadable } from './bytes.ts';

/** One field of a message in protobuf's wire format. */
export type WireField =
  | { readonly kind: 'varint'; readonly id: number; readonly value: number }
  | { readonly kind: 'bytes'; readonly id: number; readonly body: Bytes }
  | { readonly kind: 'fixed'; readonly id: number };

/** The maximum length of a field's start: a tag and a number of ten bytes each. */
const longestStart = 20;

/** The fields of a message in order. Only their starts are read; numbers are 32 bits wide. */
export async function* wireFields(message: Bytes): AsyncGenerator<WireField> {
  for (let at = 0; at < message.size; ) {
    const start = new Reader(await message.read(at, Math.min(longestStart, message.size - at)));
    const tag = varint(start);
    const id = tag >>> 3;
    switch (id === 0 ? -1 : tag & 7) {
      case 0:
        yield { kind: 'varint', id, value: varint(start) | 0 };
        at += start.pos;
        break;
      case 2: {
        const length = varint(start);
        yield { kind: 'bytes', id, body: message.part(at + start.pos, length) };
        at += start.pos + length;
        break;
      }
      case 1:
      case 5: {
        const length = (tag & 7) === 1 ? 8 : 4;
        message.part(at + start.pos, length);
        yield { kind: 'fixed', id };
        at += start.pos + length;
        break;
      }
      default:
        throw notProtobuf();
    }
  }
}

/** The integers of a repeated field, packed or not. */
export async function integers(field: WireField): Promise<number[]> {
  if (field.kind === 'varint') return [field.value];
  if (field.kind === 'fixed') throw notProtobuf();
  const reader = new Reader(await field.body.read(0, field.body.size));
  const values: number[] = [];
  while (reader.pos < reader.len) values.push(varint(reader) | 0);
  return values;
}

function varint(reader: Reader): number {
  try {
    return reader.uint32();
  } catch {
    throw notProtobuf();
  }
}

function notProtobuf(): Unreadable {
  return new Unreadable('is not a protobuf message');
}
