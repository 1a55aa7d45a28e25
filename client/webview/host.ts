import type { PageState } from '../src/panels/pageState.ts';

/** The interface of VS Code in a webview, with the state that a page stores. */
export interface Host<State extends PageState = PageState> {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: State): void;
}

/** The stored state, if there is one; it is the page's own. */
export function storedState<State extends PageState>(host: Host<State>): State | undefined {
  const state = host.getState();
  return typeof state === 'object' && state !== null && 'uri' in state ? (state as State) : undefined;
}
