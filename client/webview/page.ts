import type { Graph, GraphNode } from '../../server/src/drawing/graph.ts';
import { heated } from '../../server/src/drawing/heat.ts';
import type { Layout } from '../../server/src/drawing/layout/positions.ts';
import { describeGraph } from '../../server/src/drawing/svg/drawing.ts';
import { describe } from '../../server/src/drawing/svg/node.ts';
import type { GraphLists } from '../../server/src/lsp/protocol.ts';
import { withEditsOf } from '../../server/src/memo/listEdits.ts';
import type { FromPage, ToPage } from '../src/graph/graphMessages.ts';
import { type Bar, createBar } from './bar.ts';
import {
  anchored,
  besidePanel,
  type Camera,
  cameraForAll,
  firstCamera,
  moved,
  pointAt,
  showing,
  shownPart,
  zoomed,
} from './camera.ts';
import { Canvas } from './canvas.ts';
import { Corners } from './corners.ts';
import { html, setAttribute, setText } from './dom.ts';
import { fitsLayout } from './fitsLayout.ts';
import { Folding } from './folding.ts';
import { type Host, storedState } from './host.ts';
import { type InputActions, listenToKeys, listenToPointer } from './input.ts';
import { Layouts } from './layouts.ts';
import { Minimap } from './minimap.ts';
import { type Direction, matches, Picture, search } from './picture.ts';

import { fileOf } from './saving.ts';
import type { StoredState } from './state.ts';

/** The pause before the state is stored, in milliseconds. */
const storePause = 150;

/** The page of the graph: connects the extension, the layout, the drawing and the user. */
export class GraphPage implements InputActions {
  private readonly host: Host<StoredState>;
  private readonly canvas: Canvas;
  private readonly minimap: Minimap;
  private readonly bar: Bar;
  private readonly layouts: Layouts;
  private readonly notice = html('div', { class: 'notice' });
  private readonly corners = new Corners((id) => this.send({ kind: 'reveal', node: id, focus: false }));
  private readonly spoken = html('div', { class: 'unseen', 'aria-live': 'polite' });
  private readonly folding: Folding;
  private uri: string;
  /** The lists of the last graph. */
  private lists: GraphLists | undefined;
  private picture: Picture | undefined;
  private camera: Camera | undefined;
  private selected: string | undefined;
  private heat: string | undefined;
  private overlaid = false;
  /** Keeps its place on the screen when the layout changes. */
  private anchor: string | undefined;
  private isDrawing = false;
  private storing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host<StoredState>, main: HTMLElement, workerScript: string) {
    this.host = host;
    const stored = storedState(host);
    this.uri = stored?.uri ?? '';
    this.folding = new Folding(stored?.folded);
    this.selected = stored?.selected;
    this.camera = stored?.camera;
    this.heat = stored?.heat;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.classList.add('graph');
    svg.setAttribute('tabindex', '0');
    svg.setAttribute('role', 'application');
    this.canvas = new Canvas(svg);
    this.minimap = new Minimap((point) => this.center(point));
    this.bar = createBar({
      fit: () => this.fit(),
      zoom: (factor) => this.zoom(factor),
      foldAll: () => this.refold(() => this.folding.foldAll()),
      unfoldAll: () => this.refold(() => this.folding.unfoldAll()),
      save: (format) => void this.save(format),
      search: (text, step) => this.searchFor(text, step),
      leave: () => svg.focus(),
      heat: (cost) => {
        this.heat = cost;
        this.layOut();
      },
      showState: (state) => this.send({ kind: 'state', state }),
    });
    const view = html(
      'div',
      { class: 'view' },
      svg,
      ...this.corners.elements,
      this.minimap.element,
      this.notice,
      this.spoken,
    );
    main.append(this.bar.element, view, this.corners.legend);
    listenToKeys(svg, this);
    listenToPointer(svg, this);
    this.layouts = new Layouts(workerScript, (graph, layout, problem) =>
      this.laidOut(graph, layout, problem),
    );
    new ResizeObserver(() => this.redraw()).observe(svg);
    this.notice.textContent = 'Loading…';
  }

  /** Handles a message of the extension. */
  received(message: ToPage): void {
    if (message.kind === 'select') this.select(this.folding.shownAs(message.node), true);
    else this.use(message);
  }

  private use({ uri, answer, overlaid }: Extract<ToPage, { kind: 'graph' }>): void {
    this.uri = uri;
    this.overlaid = overlaid;
    this.bar.setStates(answer?.states ?? [], overlaid);
    if (!answer) {
      this.notice.textContent = 'This file is not a net.';
      return;
    }
    this.lists = withEditsOf(answer.isDelta ? this.lists : undefined, answer.edits);
    this.folding.use({ ...answer.facts, ...this.lists });
    this.bar.setCosts(answer.facts.costs, this.heat);
    this.layOut();
  }

  private layOut(): void {
    const folded = this.folding.view();
    if (!folded) return;
    const view = this.heat === undefined ? folded : heated(folded, this.heat);
    // Most edits change texts only: the picture follows at once, and nothing moves.
    if (this.picture && fitsLayout(this.picture, view)) {
      this.layouts.cancel();
      this.laidOut(view, this.picture.layout, '');
    } else {
      this.bar.setBusy('Arranging…');
      this.layouts.request(view);
    }
  }

  private laidOut(graph: Graph, layout: Layout | undefined, problem: string): void {
    if (!layout) {
      this.notice.textContent = `The graph cannot be laid out: ${problem}`;
      return;
    }
    const before = this.picture;
    this.picture = new Picture(graph, layout);
    setText(this.notice, graph.nodes.length === 0 ? 'The net has no layers in this state.' : '');
    this.camera = this.cameraAfter(before);
    setAttribute(
      this.canvas.svg,
      'aria-label',
      `Graph of ${graph.title}: ${describeGraph(graph)} Arrow keys move, Enter opens the layer, Space folds.`,
    );
    this.bar.setTitle(graph.title);
    this.canvas.show(this.picture);
    this.corners.show(this.picture);
    this.minimap.show(this.picture);
    if (this.selected !== undefined) this.selected = this.folding.shownAs(this.selected);
    if (!this.picture.node(this.selected)) this.selected = undefined;
    this.canvas.select(this.selected);
    this.corners.select(this.picture.node(this.selected));
    this.redraw();
  }

  /** The camera for a new picture: what was in view stays there. */
  private cameraAfter(before: Picture | undefined): Camera | undefined {
    const { camera, picture } = this;
    if (!picture) return camera;
    if (!camera) return firstCamera(picture.layout, this.screen());
    if (!before || before.layout === picture.layout) return camera;
    const candidates = [this.anchor, this.selected, ...before.nodesNear(shownPart(camera, this.screen()))];
    this.anchor = undefined;
    for (const id of candidates) {
      const old = id === undefined ? undefined : before.boxOf(id);
      const next =
        id === undefined ? undefined : (picture.boxOf(id) ?? picture.boxOf(this.folding.shownAs(id)));
      if (old && next) return anchored(camera, old, next);
    }
    return firstCamera(picture.layout, this.screen());
  }

  private screen(): DOMRect {
    return this.canvas.svg.getBoundingClientRect();
  }

  /** Draws in the next frame, and stores the state soon. */
  private redraw(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      if (!this.picture || !this.camera) return;
      this.canvas.draw(this.camera);
      this.minimap.draw(this.camera, this.picture, this.screen());
      this.store();
    });
  }

  /** Stores the state soon: not in every frame while the user drags. */
  private store(): void {
    this.storing ??= setTimeout(() => {
      this.storing = undefined;
      const { uri, selected, camera, heat, overlaid } = this;
      this.host.setState({ uri, selected, camera, heat, overlaid, folded: this.folding.ids });
    }, storePause);
  }

  private look(camera: Camera | undefined): void {
    this.camera = camera;
    this.redraw();
  }

  private select(id: string | undefined, intoView: boolean): void {
    this.selected = id;
    this.canvas.select(id);
    const box = id === undefined ? undefined : this.picture?.boxOf(id);
    const node = this.picture?.node(id);
    this.corners.select(node);
    if (intoView && box && this.camera) this.camera = showing(this.camera, box, this.screen());
    if (box && this.camera) this.camera = besidePanel(this.camera, box, this.screen(), this.corners.covered);
    setText(this.spoken, node ? this.inWords(node) : '');
    this.redraw();
  }

  private inWords(node: GraphNode): string {
    const sources = this.picture?.edgesTo(node.id).length ?? 0;
    const targets = this.picture?.edgesFrom(node.id).length ?? 0;
    return `${describe(node)}. ${sources} in, ${targets} out.`;
  }

  private refold(change: () => void, anchor?: string): void {
    change();
    this.anchor = anchor;
    this.layOut();
  }

  private send(message: FromPage): void {
    this.host.postMessage(message);
  }

  private async save(format: 'svg' | 'png'): Promise<void> {
    if (this.picture) this.send({ kind: 'save', format, content: await fileOf(this.picture, format) });
  }

  private searchFor(text: string, step: 1 | -1): string {
    if (!this.picture) return '';
    const { graph } = this.picture;
    const found = matches(graph, text);
    const next = search(graph, text, this.selected, step);
    if (!next) return 'None';
    this.select(next.id, true);
    return `${found.indexOf(next) + 1} of ${found.length}`;
  }

  private center([x, y]: readonly [number, number]): void {
    if (!this.camera) return;
    const { width, height } = this.screen();
    const { zoom } = this.camera;
    this.look({ zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom });
  }

  /** The node or the title of an open group at a point of the screen. */
  private targetOf(event: MouseEvent): string | undefined {
    const element = event.target instanceof Element ? event.target : undefined;
    const drawn = element?.closest('[data-node]')?.getAttribute('data-node');
    if (drawn) return drawn;
    const title = element?.closest('.group > text')?.parentElement?.getAttribute('data-group');
    if (title || !this.camera) return title ?? undefined;
    return this.picture?.nodeAt(pointAt(this.camera, [event.offsetX, event.offsetY]))?.id;
  }

  click(event: MouseEvent): void {
    const id = this.targetOf(event);
    const isSign = event.target instanceof Element && event.target.closest('.fold') !== null;
    if (id === undefined) this.clear();
    else if (isSign || !this.picture?.node(id)) this.refold(() => this.folding.toggle(id), id);
    else {
      this.select(id, false);
      this.send({ kind: 'reveal', node: this.folding.firstNode(id), focus: false });
    }
  }

  doubleClick(event: MouseEvent): void {
    const id = this.targetOf(event);
    if (id !== undefined && this.picture?.node(id)?.isFolded) this.refold(() => this.folding.toggle(id), id);
  }

  pan(dx: number, dy: number): void {
    this.look(this.camera && moved(this.camera, dx, dy));
  }

  zoomAt(factor: number, x: number, y: number): void {
    this.look(this.camera && zoomed(this.camera, factor, [x, y]));
  }

  zoom(factor: number): void {
    const { width, height } = this.screen();
    this.zoomAt(factor, width / 2, height / 2);
  }

  fit(): void {
    this.look(this.picture && cameraForAll(this.picture.layout, this.screen()));
  }

  move(direction: Direction): void {
    if (!this.picture) return;
    const next =
      this.selected === undefined ? this.picture.graph.nodes[0] : this.picture.next(this.selected, direction);
    if (next) this.select(next.id, true);
  }

  first(): void {
    this.select(this.picture?.graph.nodes[0]?.id, true);
  }

  last(): void {
    this.select(this.picture?.graph.nodes.at(-1)?.id, true);
  }

  reveal(): void {
    if (this.selected === undefined) return;
    this.send({ kind: 'reveal', node: this.folding.firstNode(this.selected), focus: true });
  }

  /** Unfolds the selected node, or folds the group around it. */
  toggleFold(): void {
    const node = this.picture?.node(this.selected);
    const id = node?.isFolded ? node.id : node?.group;
    if (id !== undefined) this.refold(() => this.folding.toggle(id), node?.id);
  }

  search(): void {
    this.bar.focusSearch();
  }

  clear(): void {
    this.select(undefined, false);
  }
}
