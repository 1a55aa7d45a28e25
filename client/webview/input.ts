import type { Direction } from './picture.ts';

/** What the mouse and the keys do in the graph. */
export interface InputActions {
  /** A click at a point of the screen, on an element of the page. */
  click(event: MouseEvent): void;
  doubleClick(event: MouseEvent): void;
  pan(dx: number, dy: number): void;
  zoomAt(factor: number, x: number, y: number): void;
  move(direction: Direction): void;
  first(): void;
  last(): void;
  reveal(): void;
  toggleFold(): void;
  zoom(factor: number): void;
  fit(): void;
  search(): void;
  clear(): void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Pixels per press of an arrow key with Shift. */
const step = 80;

const pans: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, step],
  down: [0, -step],
  left: [step, 0],
  right: [-step, 0],
};

/** Listens to the keys, while the graph has the focus. */
export function listenToKeys(svg: SVGSVGElement, actions: InputActions): void {
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => actions.reveal(),
    ' ': () => actions.toggleFold(),
    Home: () => actions.first(),
    End: () => actions.last(),
    '+': () => actions.zoom(1.4),
    '=': () => actions.zoom(1.4),
    '-': () => actions.zoom(1 / 1.4),
    '0': () => actions.fit(),
    '/': () => actions.search(),
    Escape: () => actions.clear(),
  };
  svg.addEventListener('keydown', (event) => {
    const direction = directions[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction && event.shiftKey) actions.pan(...pans[direction]);
    else if (direction) actions.move(direction);
    else if (keys[event.key]) keys[event.key]?.();
    else return;
    event.preventDefault();
  });
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    actions.search();
    event.preventDefault();
  });
}

/** Pixels that the mouse may move in a click. */
const clickSlack = 4;

/** Listens to the mouse: dragging and the wheel pan, the wheel with Ctrl (or a pinch) zooms. */
export function listenToPointer(svg: SVGSVGElement, actions: InputActions): void {
  let from: { x: number; y: number; moved: number } | undefined;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button === 0) from = { x: event.clientX, y: event.clientY, moved: 0 };
  });
  svg.addEventListener('pointermove', (event) => {
    if (!from || event.buttons !== 1) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    const moved = from.moved + Math.abs(dx) + Math.abs(dy);
    from = { x: event.clientX, y: event.clientY, moved };
    if (moved < clickSlack) return;
    svg.setPointerCapture(event.pointerId);
    svg.classList.add('dragging');
    actions.pan(dx, dy);
  });
  svg.addEventListener('pointerup', () => svg.classList.remove('dragging'));
  svg.addEventListener('click', (event) => {
    if ((from?.moved ?? 0) < clickSlack) actions.click(event);
  });
  svg.addEventListener('dblclick', (event) => actions.doubleClick(event));
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      if (event.ctrlKey || event.metaKey)
        actions.zoomAt(Math.exp((-event.deltaY * lines) / 300), event.offsetX, event.offsetY);
      else actions.pan(-event.deltaX * lines, -event.deltaY * lines);
    },
    { passive: false },
  );
}
