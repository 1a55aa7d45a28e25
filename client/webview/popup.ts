import { html } from './dom.ts';

/** A button that opens a box below it; Escape and a click elsewhere close it. */
export function popup(label: string, title: string, content: HTMLElement): HTMLElement {
  const box = html('div', { class: 'popup', popover: 'auto' }, content);
  const opener = html(
    'button',
    { type: 'button', title, 'aria-haspopup': 'true', 'aria-expanded': 'false' },
    label,
  );
  opener.classList.add('opener');
  opener.popoverTargetElement = box;
  box.addEventListener('beforetoggle', ({ newState }) => {
    opener.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'open') place(box, opener);
  });
  box.addEventListener('toggle', ({ newState }) => {
    if (newState === 'open') box.querySelector<HTMLElement>('input:enabled, button')?.focus();
  });
  box.addEventListener('keydown', (event) => moveWithArrows(box, event));
  return html('span', { class: 'with-popup' }, opener, box);
}

/** Below the button, and within the page. */
function place(box: HTMLElement, opener: HTMLElement): void {
  const { left, bottom } = opener.getBoundingClientRect();
  const width = 230;
  box.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
  box.style.top = `${bottom + 2}px`;
  box.style.maxHeight = `${Math.max(80, window.innerHeight - bottom - 12)}px`;
}

function moveWithArrows(box: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const entries = [...box.querySelectorAll<HTMLElement>('input:enabled, button')];
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  entries[(at + step + entries.length) % entries.length]?.focus();
  event.preventDefault();
}
