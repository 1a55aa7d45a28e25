import type { Graph } from '../../server/src/drawing/graph.ts';
import { html } from './dom.ts';

/** The most names that are listed. */
const mostListed = 500;

/** A list of what is not in the picture, closed at first. A click on a name calls `open` with its id. */
export function showAbsent(
  element: HTMLDetailsElement,
  { absent, things }: Graph,
  open: (id: string) => void,
): void {
  element.hidden = absent.length === 0;
  const items = absent.slice(0, mostListed).map(({ id, title, reason }) => {
    const name = html('button', { type: 'button' }, title);
    name.addEventListener('click', () => open(id));
    return html('li', {}, name, ` ${reason}`);
  });
  const further = absent.length - items.length;
  element.replaceChildren(
    html('summary', {}, `Not shown: ${absentCount(absent.length, things)}`),
    html('ul', {}, ...items, ...(further > 0 ? [html('li', {}, `and ${further} more`)] : [])),
  );
}

function absentCount(count: number, things: string): string {
  return `${count} ${count === 1 ? things.replace(/s$/u, '') : things}`;
}
