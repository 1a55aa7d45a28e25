import type { SvgElement } from '../../server/src/drawing/svg/element.ts';

/** The element as a node of the page. Texts stay texts: nothing is parsed. */
export function toDom({ tag, attributes, children }: SvgElement): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  for (const child of children) made.append(typeof child === 'string' ? child : toDom(child));
  return made;
}

/** An HTML element with attributes and children. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button with a short label and a title that says what it does. */
export function button(label: string, title: string, run: () => void): HTMLButtonElement {
  const made = html('button', { type: 'button', title, 'aria-label': title }, label);
  made.addEventListener('click', run);
  return made;
}

/** Sets an attribute if it has another value: even an equal value can make the browser draw again. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets a text if it is another one. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
