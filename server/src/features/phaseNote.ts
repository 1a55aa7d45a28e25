import type { NetState, Phase } from '../net/state.ts';

/** Behind a message: in which phases it holds, where that is not all of those looked at. */
export function phaseNote(held: readonly Phase[], states: readonly NetState[]): string {
  return held.length > 0 && held.length < states.length ? ` (${held.join(', ')} phase only)` : '';
}
