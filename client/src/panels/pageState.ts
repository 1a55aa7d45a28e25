/** What every page remembers while it is hidden or the window is loaded again. */
export interface PageState {
  readonly uri: string;
}

/** Whether a stored state of a page is usable. */
export function isPageState(state: unknown): state is PageState {
  return typeof (state as Partial<PageState> | null | undefined)?.uri === 'string';
}
