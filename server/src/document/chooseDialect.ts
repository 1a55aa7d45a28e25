import { isRegistered } from '../layers/registry.ts';
import { netState, phases } from '../net/state.ts';
import { bvlc, type Dialect, dialectOf, ssd } from '../schema/dialect.ts';
import { explainingForks } from '../schema/needs.ts';
import type { Document } from './document.ts';

/**
 * BVLC or SSD where either knows everything in the file, and of both the one that accepts it; else the fewest forks that
 * together know the most. BVLC where nothing is known better elsewhere.
 */
export function chooseDialect(document: Document): Dialect {
  const fitsBvlc = strangers(document, bvlc) === 0;
  if (fitsBvlc && accepts(document, bvlc)) return bvlc;
  if (strangers(document, ssd) === 0 && (!fitsBvlc || accepts(document, ssd))) return ssd;
  if (fitsBvlc) return bvlc;
  const forks = document.root ? explainingForks(document.tree, document.root) : [];
  // SSD lacks some of BVLC's newer things, so BVLC may have to stand before it.
  return fewestStrangers(document, [dialectOf(forks), dialectOf(['bvlc', ...forks])]);
}

function fewestStrangers(document: Document, [first, ...others]: readonly [Dialect, ...Dialect[]]): Dialect {
  let [best, least] = [first, strangers(document, first)];
  for (const dialect of others) {
    const count = strangers(document, dialect);
    if (count < least) [best, least] = [dialect, count];
  }
  return best;
}

/** Whether the dialect accepts the net in both phases; other files are not judged. */
function accepts(document: Document, dialect: Dialect): boolean {
  const { level, stages } = document.settings;
  if (document.root !== 'NetParameter') return true;
  return phases.every((phase) => document.net(netState(phase, level, stages), dialect).faults.length === 0);
}

/** How many things in the file the dialect does not know. */
function strangers(document: Document, dialect: Dialect): number {
  const layers = document.root === 'NetParameter' ? document.source(dialect).upgraded.layers : [];
  const unknown = layers.filter(({ message }) => !isRegistered(message.text('type'), dialect));
  return document.textProblems(dialect).length + unknown.length;
}
