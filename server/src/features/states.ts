import type { Document } from '../document/document.ts';
import type { StateChoice } from '../document/stateChoice.ts';
import { distinctStates, formatState, isSameState, type NetState, netState } from '../net/states/state.ts';
import { few } from '../text/few.ts';
import type { StateInfo } from './types.ts';

export { formatState };

/** The states in which a net is built, and why: `Built for TRAIN, the only state in which it has an input.` */
export function builtFor({ states, by, solvers }: StateChoice): string {
  const why: Record<StateChoice['by'], string> = {
    command: 'as requested',
    comment: 'as a comment in the file states',
    workspace: 'as `caffe-prototxt.json` states',
    solver: `as ${few(solvers.map((solver) => `\`${solver}\``))} requests`,
    rules: `the only ${states.length === 1 ? 'state' : 'states'} in which it has an input`,
    default: '',
  };
  return `Built for ${listStates(states)}${by === 'default' ? '' : `, ${why[by]}`}.`;
}

/** The states as a list: `TRAIN, TEST deploy`; of many, the first. */
export function listStates(states: readonly NetState[]): string {
  return few(states.map(formatState));
}

/** The states to select from: those in which the net is built, then the other phases. */
export function stateInfos(document: Document, shown: NetState): StateInfo[] {
  const { states } = document.states();
  const isBuilt = (state: NetState) => states.some((each) => isSameState(each, state));
  return distinctStates([...states, netState('TRAIN'), netState('TEST')]).map((state) => ({
    label: formatState(state),
    built: isBuilt(state),
    shown: isSameState(state, shown),
  }));
}
