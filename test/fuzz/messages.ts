import type { Find } from './run.ts';

/** What a run is given; the texts to start from are the project's and those below `corpus`. */
export interface Request {
  readonly seed: string;
  readonly kinds: readonly string[];
  readonly corpus: string | undefined;
  /** The first round. */
  readonly round: number;
  /** Signatures of violations that are already reported. */
  readonly known: readonly string[];
}

/** Sent before an input is examined, so that an input that never ends can be named. */
export interface Started {
  readonly started: { readonly kind: string; readonly index: number; readonly round: number };
}

/** Sent after an input was examined. */
export interface Ended {
  readonly ended: { readonly kind: string; readonly size: number; readonly finds: readonly Find[] };
}

/** The names of all kinds of inputs. */
export const kindNames: readonly string[] = [
  'text',
  'edits',
  'names',
  'workspace',
  'sources',
  'protocol',
  'stdio',
];
