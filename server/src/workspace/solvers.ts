import type { SolverRequest } from '../document/workspaceContext.ts';
import { lowerRoot } from '../net/lower.ts';
import { type SolverNet, solverNets } from '../net/solver/solverNets.ts';
import { bvlc } from '../schema/dialect.ts';
import { detectRoot } from '../schema/root.ts';
import { parse } from '../syntax/parse.ts';
import { firstFile, type Host, readText } from './host.ts';

/** The maximum size of a solver, in bytes; larger files are nets. */
export const largestSolver = 100_000;

/** The known solvers of a workspace, and the states for which they build nets. */
export class Solvers {
  private readonly known: Map<string, Solver>;
  /** The nets that the known solvers build, by file name; rebuilt after a change. */
  private byNet: ReadonlyMap<string, readonly RequestedNet[]> | undefined;

  /** Solvers read elsewhere: see `data`. */
  constructor(known: SolverData = []) {
    this.known = new Map(known.map(([file, nets]) => [file, { nets, key: JSON.stringify(nets) }]));
  }

  /** The known solvers as plain data, for another thread. */
  data(): SolverData {
    return [...this.known].map(([file, { nets }]) => [file, nets]);
  }

  /** Reads a file that may be a solver; returns whether the known solvers changed. */
  set(file: string, text: string): boolean {
    const nets = readSolver(file, text);
    if (nets.length === 0) return this.delete(file);
    const key = JSON.stringify(nets);
    if (this.known.get(file)?.key === key) return false;
    this.known.set(file, { nets, key });
    this.byNet = undefined;
    return true;
  }

  /** Removes a file; returns whether it was a solver. */
  delete(file: string): boolean {
    this.byNet = undefined;
    return this.known.delete(file);
  }

  /**
   * The states for which the known solvers build a net, by the path of the net, in the order of the solvers' file
   * names.
   */
  async requestsFor(net: string, host: Host): Promise<readonly SolverRequest[]> {
    this.byNet ??= groupedByNet(this.known);
    const requests: SolverRequest[] = [];
    for (const { file, path, state, statesPhase } of this.byNet.get(baseName(net)) ?? []) {
      if ((await findNet(path, file, host)) === net)
        requests.push({ solver: baseName(file), state, statesPhase });
    }
    return requests;
  }

  /**
   * The other nets that the known solvers build together with a net: layers of the same name share their weights. Also
   * those that are joined with these, up to a limit.
   */
  async joinedWith(net: string, host: Host): Promise<readonly string[]> {
    const joined = new Set([net]);
    for (const each of joined) {
      for (const file of this.solversOf(each)) {
        const nets = await netsOf(file, this.known.get(file)?.nets ?? [], host);
        if (nets.includes(each)) for (const other of nets) if (joined.size <= mostJoined) joined.add(other);
      }
    }
    return [...joined].slice(1);
  }

  /** The solvers that may build a net. */
  private solversOf(net: string): readonly string[] {
    this.byNet ??= groupedByNet(this.known);
    return [...new Set((this.byNet.get(baseName(net)) ?? []).map(({ file }) => file))];
  }

  /** Reads the prototxt files that the host finds; returns whether the known solvers changed. */
  async scan(host: Host): Promise<boolean> {
    let changed = false;
    const gone = new Set(this.known.keys());
    for await (const file of host.prototxtFiles()) {
      gone.delete(file);
      changed = (await this.read(file, host)) || changed;
    }
    for (const file of gone)
      if ((await host.size(file)) === undefined) changed = this.delete(file) || changed;
    return changed;
  }

  /** Reads a changed, created or deleted file again; returns whether the known solvers changed. */
  async read(file: string, host: Host): Promise<boolean> {
    const size = await host.size(file);
    if (size === undefined || size > largestSolver) return this.delete(file);
    const read = await readText(host, file);
    return 'text' in read ? this.set(file, read.text) : this.delete(file);
  }
}

/** The nets that solvers build, by the path of the solver. */
export type SolverData = readonly (readonly [string, readonly SolverNet[]])[];

interface Solver {
  readonly nets: readonly SolverNet[];
  readonly key: string;
}

/** A net in a separate file, and the solver that builds it. */
interface RequestedNet extends SolverNet {
  readonly file: string;
  readonly path: string;
}

function groupedByNet(known: ReadonlyMap<string, Solver>): ReadonlyMap<string, readonly RequestedNet[]> {
  const groups = new Map<string, RequestedNet[]>();
  const inOrder = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [file, { nets }] of inOrder) {
    for (const net of nets) {
      if (net.path === undefined) continue;
      const name = baseName(net.path);
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push({ ...net, file, path: net.path });
    }
  }
  return groups;
}

/** The number of nets that are joined. */
const mostJoined = 16;

/** The paths of the nets of a solver that exist. */
async function netsOf(solver: string, nets: readonly SolverNet[], host: Host): Promise<string[]> {
  const names = new Set(nets.flatMap(({ path }) => path ?? []));
  const found = await Promise.all([...names].map((name) => findNet(name, solver, host)));
  return found.flatMap((path) => path ?? []);
}

const namesNet = /^[ \t]*(?:train_net|test_net|net)[ \t]*:/mu;

function readSolver(file: string, text: string): readonly SolverNet[] {
  if (text.length > largestSolver || !namesNet.test(text)) return [];
  const tree = parse(text);
  if (detectRoot(tree, file) !== 'SolverParameter') return [];
  return solverNets(lowerRoot(tree.blocks, bvlc.schema, 'SolverParameter'));
}

/**
 * The path of a solver's net: relative to one of the parent folders, as Caffe resolves it, otherwise next to the
 * solver.
 */
export async function findNet(path: string, solver: string, host: Host): Promise<string | undefined> {
  const beside = host.candidates(baseName(path), solver).slice(0, 1);
  return firstFile(host, [...host.candidates(path, solver), ...beside]);
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/u, '');
}
