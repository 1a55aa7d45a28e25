import type { CostKind } from '../../server/src/drawing/graph.ts';
import type { StateInfo } from '../../server/src/lsp/protocol.ts';
import { sameData } from '../../server/src/memo/sameData.ts';
import { button, html, setAttribute, setText } from './dom.ts';
import { popup } from './popup.ts';

/** What the buttons and the search do. */
export interface BarActions {
  fit(): void;
  zoom(factor: number): void;
  foldAll(): void;
  unfoldAll(): void;
  save(format: 'svg' | 'png'): void;
  /** Selects the next match after the selected node, or the previous one; returns what to show beside the field. */
  search(text: string, step: 1 | -1): string;
  leave(): void;
  /** Colors the nodes by a cost; by their categories for undefined. */
  heat(cost: string | undefined): void;
  /** Shows a state; overlays all of them for null. */
  showState(state: string | null): void;
}

export interface Bar {
  readonly element: HTMLElement;
  setTitle(title: string): void;
  /** Shows what the page does in place of the title. */
  setBusy(activity: string): void;
  /** The costs to choose from, and the chosen one. */
  setCosts(costs: readonly CostKind[], chosen: string | undefined): void;
  /** The states to choose from; `overlaid` if all of them are shown. */
  setStates(states: readonly StateInfo[], overlaid: boolean): void;
  focusSearch(): void;
}

/** The bar above the graph. */
export function createBar(actions: BarActions): Bar {
  const found = html('output', { 'aria-live': 'polite' });
  const field = html('input', {
    type: 'search',
    placeholder: 'Search',
    'aria-label': 'Search by name, type or blob',
    title: 'Search by name, type or blob (Ctrl+F); Enter: next, Shift+Enter: previous',
  });
  const look = (step: 1 | -1) => {
    found.value = field.value.trim() === '' ? '' : actions.search(field.value, step);
  };
  field.addEventListener('input', () => look(1));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') look(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') actions.leave();
  });
  const colors = html('select', { 'aria-label': 'Color by', title: 'Color by' });
  colors.addEventListener('change', () => actions.heat(colors.value === '' ? undefined : colors.value));
  const states = html('select', { 'aria-label': 'State', title: 'State' });
  states.addEventListener('change', () =>
    actions.showState(states.value === allStates ? null : states.value),
  );
  const title = html('span', { class: 'title' });
  const bar = html(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': 'Graph' },
    button('Fit', 'Fit the whole graph (0)', actions.fit),
    button('−', 'Zoom out (−)', () => actions.zoom(1 / 1.4)),
    button('+', 'Zoom in (+)', () => actions.zoom(1.4)),
    button('Fold', 'Fold all modules', actions.foldAll),
    button('Unfold', 'Unfold all modules', actions.unfoldAll),
    states,
    colors,
    field,
    found,
    title,
    popup('Save', 'Save the picture', html('div', {}, saving('svg', actions), saving('png', actions))),
  );
  return {
    element: bar,
    setTitle: (text) => {
      title.removeAttribute('data-busy');
      setText(title, text);
      setAttribute(title, 'title', text);
    },
    setBusy: (activity) => {
      title.dataset.busy = '';
      setText(title, activity);
    },
    setCosts: (costs, chosen = '') => {
      fill(colors, [
        { value: '', text: 'Categories' },
        ...costs.map(({ id, label }) => ({ value: id, text: label })),
      ]);
      colors.value = chosen;
    },
    setStates: (infos, overlaid) => fillStates(states, infos, overlaid),
    focusSearch: () => {
      field.focus();
      field.select();
    },
  };
}

/** An entry that saves the picture in a format, and closes its list. */
function saving(format: 'svg' | 'png', actions: BarActions): HTMLElement {
  const name = format.toUpperCase();
  const entry = button(`As ${name}`, `Save as ${name}`, () => {
    entry.closest<HTMLElement>('[popover]')?.hidePopover();
    actions.save(format);
  });
  return entry;
}

/** The value of the choice of all states: not the label of a state. */
const allStates = '';

function fillStates(select: HTMLSelectElement, infos: readonly StateInfo[], overlaid: boolean): void {
  const listed = infos.filter(({ built, shown }) => built || shown);
  const hasSeveral = infos.filter(({ built }) => built).length > 1;
  const options = [
    ...listed.map(({ label }) => ({ value: label, text: label })),
    ...(hasSeveral ? [{ value: allStates, text: 'All states' }] : []),
  ];
  fill(select, options);
  select.value = overlaid && hasSeveral ? allStates : (infos.find(({ shown }) => shown)?.label ?? allStates);
  select.hidden = options.length < 2;
}

/** Sets the options of a list, unless it has them: it may be open. */
function fill(select: HTMLSelectElement, options: readonly Option[]): void {
  const has = [...select.options].map(({ value, text }) => ({ value, text }));
  if (sameData(has, options)) return;
  select.replaceChildren(...options.map(({ value, text }) => html('option', { value }, text)));
}

type Option = Pick<HTMLOptionElement, 'value' | 'text'>;
