import type { Box } from '../../server/src/drawing/layout/positions.ts';
import { arrowhead, drawEdge, drawGroup, pathOf } from '../../server/src/drawing/svg/edge.ts';
import { element } from '../../server/src/drawing/svg/element.ts';
import { drawNode } from '../../server/src/drawing/svg/node.ts';
import { sameData } from '../../server/src/memo/sameData.ts';
import { type Camera, shownPart } from './camera.ts';
import { setAttribute, toDom } from './dom.ts';
import type { Picture } from './picture.ts';
import { RowIndex } from './rowIndex.ts';

/** Below this zoom, texts cannot be read: shapes are drawn without them. */
const overviewZoom = 0.3;

/** Draws the part of a picture that is on the screen. */
export class Canvas {
  readonly svg: SVGSVGElement;
  private readonly world = toDom(element('g', {}));
  private readonly layers = ['groups', 'edges', 'nodes'].map((name) => toDom(element('g', { class: name })));
  private readonly overview = toDom(element('g', { class: 'overview' }));
  private readonly focusFrame = toDom(element('rect', { class: 'focus', rx: 6 }));
  private picture: Picture | undefined;
  private rows: readonly RowIndex[] = [];
  private drawn: Map<number, SVGElement>[] = [];
  private selected: string | undefined;
  private isOverview: boolean | undefined;

  constructor(svg: SVGSVGElement) {
    this.svg = svg;
    const heads = ['arrow', 'arrow-producer', 'arrow-consumer'].map((id) => arrowhead(id, id));
    svg.append(toDom(element('defs', {}, ...heads)), this.world);
  }

  /** Shows another picture; with the same layout, only what differs is drawn again. */
  show(picture: Picture): void {
    const before = this.picture;
    this.picture = picture;
    if (before?.layout === picture.layout && sameData(before.graph.categories, picture.graph.categories))
      this.update(before, picture);
    else this.replace(picture);
  }

  private update(before: Picture, picture: Picture): void {
    if (before.colors !== picture.colors) this.forgetOverview();
    for (const [kind, drawn] of this.drawn.entries())
      for (const [index, old] of drawn) {
        if (sameData(partsOf(kind, index, before), partsOf(kind, index, picture))) continue;
        const made = this.make(kind, index, picture);
        if (!made) continue;
        old.replaceWith(made);
        drawn.set(index, made);
      }
  }

  private replace({ layout }: Picture): void {
    this.rows = [
      new RowIndex(layout.groups.map((box) => box ?? empty)),
      new RowIndex(layout.edges.map(boxAround)),
      new RowIndex(layout.nodes.map((box) => ({ ...box, height: box.height + 20 }))),
    ];
    this.drawn = this.rows.map(() => new Map());
    for (const layer of this.layers) layer.replaceChildren();
    this.forgetOverview();
  }

  private forgetOverview(): void {
    this.overview.replaceChildren();
    this.isOverview = undefined;
  }

  select(id: string | undefined): void {
    if (id !== this.selected) this.svg.removeAttribute('aria-activedescendant');
    this.selected = id;
    for (const [index, edge] of this.drawn[1] ?? []) this.markEdge(index, edge);
    for (const [index, node] of this.drawn[2] ?? []) this.markNode(index, node);
    this.placeFocus();
  }

  /** Draws what a camera shows. */
  draw(camera: Camera): void {
    const { picture } = this;
    if (!picture) return;
    setAttribute(this.world, 'transform', `translate(${camera.x} ${camera.y}) scale(${camera.zoom})`);
    const isOverview = camera.zoom < overviewZoom;
    if (isOverview !== this.isOverview) this.switchTo(isOverview, picture);
    if (!isOverview) this.drawPart(shownPart(camera, this.svg.getBoundingClientRect()), picture);
    this.placeFocus();
  }

  private switchTo(isOverview: boolean, picture: Picture): void {
    this.isOverview = isOverview;
    if (isOverview && this.overview.childElementCount === 0) this.overview.append(...overviewOf(picture));
    this.world.replaceChildren(...(isOverview ? [this.overview] : this.layers), this.focusFrame);
  }

  private drawPart(part: Box, picture: Picture): void {
    for (const [kind, rows] of this.rows.entries()) {
      const drawn = this.drawn[kind] ?? new Map<number, SVGElement>();
      const wanted = rows.touching(part);
      for (const [index, old] of drawn)
        if (!wanted.has(index)) {
          old.remove();
          drawn.delete(index);
        }
      const added = [...wanted].filter((index) => !drawn.has(index));
      for (const index of added) {
        const made = this.make(kind, index, picture);
        if (!made) continue;
        drawn.set(index, made);
        this.layers[kind]?.append(made);
      }
    }
  }

  private make(
    kind: number,
    index: number,
    { graph, layout, labels, style }: Picture,
  ): SVGElement | undefined {
    if (kind === 0) {
      const [group, box] = [graph.groups[index], layout.groups[index]];
      return group && box && toDom(drawGroup(group, box, true));
    }
    if (kind === 1) {
      const [edge, line] = [graph.edges[index], layout.edges[index]];
      const made = edge && line && toDom(drawEdge(edge, line, labels.onEdges[index]));
      if (made) this.markEdge(index, made);
      return made;
    }
    const [node, box] = [graph.nodes[index], layout.nodes[index]];
    const made = node && box && toDom(drawNode(node, box, labels.below[index], style));
    if (made) this.markNode(index, made);
    return made;
  }

  private markNode(index: number, node: SVGElement): void {
    const isSelected = this.picture?.graph.nodes[index]?.id === this.selected;
    node.id = `node-${index}`;
    node.classList.toggle('selected', isSelected);
    setAttribute(node, 'aria-pressed', String(isSelected));
    if (isSelected) setAttribute(this.svg, 'aria-activedescendant', node.id);
  }

  private markEdge(index: number, edge: SVGElement): void {
    const { from, to } = this.picture?.graph.edges[index] ?? {};
    edge.classList.toggle('producer', to !== undefined && to === this.selected);
    edge.classList.toggle('consumer', from !== undefined && from === this.selected);
  }

  private placeFocus(): void {
    const box = this.selected === undefined ? undefined : this.picture?.boxOf(this.selected);
    this.focusFrame.toggleAttribute('hidden', !box);
    if (!box) return;
    const gap = 3;
    for (const [name, value] of Object.entries({
      x: box.x - gap,
      y: box.y - gap,
      width: box.width + 2 * gap,
      height: box.height + 2 * gap,
    }))
      setAttribute(this.focusFrame, name, String(value));
  }
}

/** What decides how a group, an edge or a node looks. */
function partsOf(kind: number, index: number, { graph, labels }: Picture): readonly unknown[] {
  if (kind === 0) return [graph.groups[index]];
  return kind === 1 ? [graph.edges[index], labels.onEdges[index]] : [graph.nodes[index], labels.below[index]];
}

const empty: Box = { x: 0, y: 0, width: 0, height: 0 };

function boxAround(line: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  // Labels are right of a line.
  return line.length === 0 ? empty : { x, y, width: Math.max(...xs) - x + 120, height: Math.max(...ys) - y };
}

/** The whole picture in few elements: the edges, and the nodes of each color. */
function overviewOf({ layout, colors }: Picture): SVGElement[] {
  const paths = new Map<string, string[]>();
  for (const [index, color] of colors.split(' ').entries()) {
    const box = layout.nodes[index];
    const name = color === 'error' ? 'overview-error' : color;
    if (!box) continue;
    const d = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
    const known = paths.get(name);
    if (known) known.push(d);
    else paths.set(name, [d]);
  }
  return [
    toDom(element('path', { class: 'edge', d: layout.edges.map(pathOf).join('') })),
    ...[...paths].map(([name, parts]) => toDom(element('path', { class: name, d: parts.join('') }))),
  ];
}
