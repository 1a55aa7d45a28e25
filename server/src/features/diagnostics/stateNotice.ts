import { type NetState, phases } from '../../net/states/state.ts';
import { few } from '../../text/few.ts';

/** The suffix of a message with its states; empty if it applies to all checked states. */
export function stateNotice(held: readonly NetState[], states: readonly NetState[]): string {
  if (held.length === 0 || held.length >= states.length) return '';
  const named = phases.flatMap((phase) => {
    const own = held.filter((state) => state.phase === phase);
    const hasAll = own.length === states.filter((state) => state.phase === phase).length;
    if (hasAll && own.length > 0) return [`${phase} phase`];
    return own.map(describeState);
  });
  return ` (${few(named, '; ')} only)`;
}

/** A state in words, such as ``TRAIN phase, stages `a` and `b` ``. */
function describeState({ phase, level, stages }: NetState): string {
  const details = [
    ...(level === 0 ? [] : [`level ${level}`]),
    ...(stages.length === 0 ? [] : [`stage${stages.length === 1 ? '' : 's'} ${namesOf(stages)}`]),
  ];
  return details.length === 0 ? `${phase} phase without stages` : [`${phase} phase`, ...details].join(', ');
}

function namesOf(stages: readonly string[]): string {
  return stages.map((stage) => `\`${stage}\``).join(' and ');
}
