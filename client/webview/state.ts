import type { PageState } from '../src/panels/pageState.ts';
import type { Camera } from './camera.ts';

/** What the page of the graph remembers while it is hidden or the window is loaded again. */
export interface StoredState extends PageState {
  readonly folded?: readonly string[] | undefined;
  readonly selected?: string | undefined;
  readonly camera?: Camera | undefined;
  /** The cost by which nodes are colored. */
  readonly heat?: string | undefined;
  /** Whether all states are overlaid. */
  readonly overlaid?: boolean | undefined;
}
