import type { Camera } from './camera.ts';

/** What the page remembers while it is hidden or the window is loaded again. */
export interface StoredState {
  readonly uri: string;
  readonly folded?: readonly string[] | undefined;
  readonly selected?: string | undefined;
  readonly camera?: Camera | undefined;
  /** The cost by which nodes are colored. */
  readonly heat?: string | undefined;
}

/** The interface of VS Code in a webview. */
export interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: StoredState): void;
}

/** The stored state, if there is one; it is the page's own. */
export function storedState(host: Host): StoredState | undefined {
  const state = host.getState();
  return typeof state === 'object' && state !== null && 'uri' in state ? (state as StoredState) : undefined;
}
