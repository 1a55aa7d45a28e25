import type { Document } from '../document/document.ts';

/** A name that no layer of the file has: the given one, with a number appended if it is taken. */
export function freeLayerName(document: Document, wanted: string): string {
  const taken = document.netInput().upgraded.layers.map(({ message }) => message.text('name'));
  return freeName(new Set(taken), wanted);
}

/** A name that no top of the file has. */
export function freeBlobName(document: Document, wanted: string): string {
  return freeName(
    new Set(document.netInput().upgraded.layers.flatMap(({ message }) => message.texts('top'))),
    wanted,
  );
}

/** A name that is not taken: the given one, with a number appended if it is taken. */
export function freeName(taken: Pick<ReadonlySet<string>, 'has'>, wanted: string): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}_${number}`)) number++;
  return `${wanted}_${number}`;
}
