import { findLayer } from '../layers/registry.ts';
import { type DialectName, schemas } from '../schema/dialect.ts';
import type { Document } from './document.ts';

/** The dialect with the fewest things in the file that it does not know; BVLC where they are equal. */
export function chooseDialect(document: Document): DialectName {
  const names = Object.keys(schemas) as DialectName[];
  let best: DialectName = 'bvlc';
  let least = strangers(document, best);
  for (const name of names) {
    if (least === 0) break;
    const count = strangers(document, name);
    if (count < least) [best, least] = [name, count];
  }
  return best;
}

function strangers(document: Document, dialect: DialectName): number {
  const types = document.root === 'NetParameter' ? document.source(dialect).upgraded.layers : [];
  const unknown = types.filter(({ message }) => !findLayer(message.text('type'), dialect));
  return document.textProblems(dialect).length + unknown.length;
}
