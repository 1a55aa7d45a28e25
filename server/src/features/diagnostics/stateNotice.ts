import { formatState, type NetState, phases } from '../../net/states/state.ts';

/** The suffix of a message with its states; empty if it applies to all checked states. */
export function stateNotice(held: readonly NetState[], states: readonly NetState[]): string {
  if (held.length === 0 || held.length >= states.length) return '';
  const [first] = held;
  const ofPhase = states.filter(({ phase }) => phase === first?.phase);
  const isPhase = held.length === ofPhase.length && held.every(({ phase }) => phase === first?.phase);
  const hasTwo = phases.every((phase) => states.some((state) => state.phase === phase));
  return isPhase && hasTwo ? ` (${first?.phase} phase only)` : ` (${held.map(formatState).join(', ')} only)`;
}
