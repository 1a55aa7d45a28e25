import type { NetState } from '../net/states/state.ts';

/** The states in which a net is built, the training net first, and what decided them. */
export interface StateChoice {
  readonly states: readonly [NetState, ...NetState[]];
  /** The number of further states, in which the net is not built. */
  readonly left: number;
  /** An argument, comments of the file, `caffe-prototxt.json`, solvers, its include and exclude rules, or nothing. */
  readonly by: 'command' | 'comment' | 'workspace' | 'solver' | 'rules' | 'default';
  /** The file names of the solvers that request them, if solvers do. */
  readonly solvers: readonly string[];
}
