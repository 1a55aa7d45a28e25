import { editsKind } from './kinds/edits.ts';
import { namesKind } from './kinds/names.ts';
import { protocolKind, stdioKind } from './kinds/protocol.ts';
import { sourcesKind } from './kinds/sources.ts';
import { textKind } from './kinds/text.ts';
import { workspaceKind } from './kinds/workspace.ts';
import { kindNames } from './messages.ts';
import type { Seeds } from './mutations/mutate.ts';
import { type Examiner, examinerOf } from './run.ts';

/** A kind with the number of its inputs in each round: more for cheap inputs. */
export interface Planned {
  readonly name: string;
  readonly perRound: number;
  readonly inputs: Examiner;
}

/** All kinds, or those with the given names, with inputs for a seed. */
export function planOf(seed: string, seeds: Seeds, names: readonly string[] = kindNames): readonly Planned[] {
  const all: readonly Planned[] = [
    { name: 'text', perRound: 3, inputs: examinerOf(textKind, seed, seeds) },
    { name: 'edits', perRound: 2, inputs: examinerOf(editsKind, seed, seeds) },
    { name: 'names', perRound: 2, inputs: examinerOf(namesKind, seed, seeds) },
    { name: 'workspace', perRound: 2, inputs: examinerOf(workspaceKind, seed, seeds) },
    { name: 'sources', perRound: 40, inputs: examinerOf(sourcesKind, seed, seeds) },
    { name: 'protocol', perRound: 1, inputs: examinerOf(protocolKind, seed, seeds) },
    { name: 'stdio', perRound: 1 / 25, inputs: examinerOf(stdioKind, seed, seeds) },
  ];
  return all.filter(({ name }) => names.includes(name));
}

/** The numbers of the inputs of a kind in a round. */
export function indicesOf({ perRound }: Planned, round: number): number[] {
  const [start, end] = [Math.floor(round * perRound), Math.floor((round + 1) * perRound)];
  return Array.from({ length: end - start }, (_, index) => start + index);
}
