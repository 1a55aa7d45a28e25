import type { Document } from '../../document/document.ts';
import { type SolvedNet, solvedNet } from '../../features/hover/solvedNets.ts';
import { lowerRoot } from '../../net/lower.ts';
import { solverNets } from '../../net/solver/solverNets.ts';
import { readText } from '../../workspace/host.ts';
import { findNet } from '../../workspace/solvers.ts';
import type { Session } from '../session.ts';
import type { Text } from '../texts.ts';

/** The number of nets of a solver that are read. */
const mostNets = 8;

/** The nets that a solver builds, as they are in the editor or on disk. */
export async function solvedNets(solver: Document, session: Session): Promise<readonly SolvedNet[]> {
  const message = lowerRoot(solver.tree.blocks, solver.schema, 'SolverParameter');
  const found: SolvedNet[] = [];
  for (const request of solverNets(message).slice(0, mostNets)) {
    const text = request.path === undefined ? undefined : await textOf(request.path, solver.uri, session);
    if (!text) continue;
    const net = solvedNet(await session.others.open(text, session.settingsOf(text.uri).analysis), request);
    if (net) found.push(net);
  }
  return found;
}

async function textOf(path: string, solver: string, session: Session): Promise<Text | undefined> {
  const file = await findNet(path, solver, session.contexts.host);
  return file === undefined ? undefined : currentText(file, session);
}

/** The text of a file in the editor, with its version, or on disk; undefined if it cannot be read. */
export async function currentText(file: string, session: Session): Promise<Text | undefined> {
  const { host } = session.contexts;
  const uri = session.uriOf(file);
  const open = session.texts.get(uri);
  if (open) return open;
  const read = await readText(host, file);
  return 'text' in read ? session.texts.create({ uri, version: 0, text: read.text }) : undefined;
}
