import type { Document } from '../../document/document.ts';
import { layerAt } from '../../document/layers.ts';
import { writeDialect } from '../../edit/writeDialect.ts';
import { findLayer } from '../../layers/registry.ts';
import { fitsArity } from '../../net/arity.ts';
import { type ForkName, forkTable } from '../../schema/data/forkNames.ts';
import { type Dialect, dialectOf } from '../../schema/dialect.ts';
import type { CodeAction, Diagnostic } from '../types.ts';

/** The numbers of forks that are compared, and offered. */
const [mostCompared, mostOffered] = [8, 3];

/**
 * Actions that switch to a dialect that accepts what a diagnostic is about: a fork, or the current mix with a fork. Those
 * in which the layer has valid numbers of bottoms and tops are first, then those with the fewest text errors, then the
 * best-known ones.
 */
export function switchDialect(document: Document, diagnostic: Diagnostic): CodeAction[] {
  const forks = (diagnostic.forks ?? []).slice(0, mostCompared);
  if (forks.length === 0) return [];
  const isMisfit = misfitsAt(document, diagnostic.range.start);
  const found = forks.map((fork) => {
    const dialect = mixWith(document, fork, diagnostic.code);
    const errors = document.textErrors(dialect).length;
    return { fork, name: dialect.name, errors, misfits: isMisfit(dialect) ? 1 : 0 };
  });
  return found
    .sort((one, other) => one.misfits - other.misfits || one.errors - other.errors)
    .slice(0, mostOffered)
    .map(({ fork, name }) => ({
      title: `Use the dialect \`${name}\` (${aboutFork(fork)})`,
      diagnostic,
      edits: writeDialect(document, name),
    }));
}

/** The dialect of a document with a fork: after its own forks, if they lack what the fork adds, otherwise before them. */
function mixWith({ dialect }: Document, fork: ForkName, code: string): Dialect {
  const own = dialect.open ? [] : dialect.forks.filter((name) => name !== 'bvlc');
  const isAdded = code.startsWith('text/') || code === 'net/unknown-layer-type';
  return dialectOf(isAdded ? [...own, fork] : [fork, ...own]);
}

/** Whether the layer at an offset has numbers of bottoms and tops that it must not have in a dialect. */
function misfitsAt(document: Document, offset: number): (dialect: Dialect) => boolean {
  const message = layerAt(document, offset)?.layer.message;
  if (!message) return () => false;
  return (dialect) => {
    const definition = findLayer(message.text('type'), dialect);
    return definition !== undefined && !fitsArity(definition, message, dialect);
  };
}

function aboutFork(fork: ForkName): string {
  const [repository, about] = forkTable[fork];
  return `${repository}: ${about}`;
}
