import type { Hue } from '../../server/src/drawing/graph.ts';
import type { Box, Point } from '../../server/src/drawing/layout/positions.ts';
import { hues } from '../../server/src/drawing/svg/style.ts';
import { sameData } from '../../server/src/memo/sameData.ts';
import { type Camera, shownPart } from './camera.ts';
import { html } from './dom.ts';
import type { Picture } from './picture.ts';

/** The largest size, in pixels. */
const widest = 120;
const highest = 200;

/** A small picture of the whole graph with the shown part. Hidden while the whole graph is shown. */
export class Minimap {
  readonly element = html('canvas', { class: 'minimap', 'aria-hidden': 'true', hidden: '' });
  private readonly image = html('canvas', {});
  private shown: Picture | undefined;
  /** The part of the drawing that is marked. */
  private drawn: Box | undefined;
  private scale: Point = [1, 1];

  /** `go` is called with the point of the drawing to show. */
  constructor(go: (point: Point) => void) {
    const goTo = (event: PointerEvent) => {
      if (event.buttons !== 1) return;
      event.stopPropagation();
      go([event.offsetX / this.scale[0], event.offsetY / this.scale[1]]);
    };
    this.element.addEventListener('pointerdown', goTo);
    this.element.addEventListener('pointermove', goTo);
  }

  show(picture: Picture): void {
    if (this.shown?.layout !== picture.layout || this.shown.colors !== picture.colors) this.paint(picture);
    this.shown = picture;
  }

  private paint({ colors, layout }: Picture): void {
    const fit = Math.min(widest / layout.width, highest / layout.height);
    // A long chain would be a line: its width is scaled less.
    const width = Math.max(Math.round(layout.width * fit), 24);
    const height = Math.max(Math.round(layout.height * fit), 24);
    this.drawn = undefined;
    this.scale = [width / Math.max(layout.width, 1), height / Math.max(layout.height, 1)];
    for (const canvas of [this.element, this.image]) {
      canvas.width = width;
      canvas.height = height;
    }
    const context = this.image.getContext('2d');
    for (const [index, color] of colors.split(' ').entries()) {
      const box = layout.nodes[index];
      if (!box || !context) continue;
      context.fillStyle = color === 'error' ? '#e5534b' : hues[color as Hue];
      const [x, y] = [box.x * this.scale[0], box.y * this.scale[1]];
      context.fillRect(
        x,
        y,
        Math.max(box.width * this.scale[0], 1.5),
        Math.max(box.height * this.scale[1], 1),
      );
    }
  }

  draw(camera: Camera, { layout }: Picture, screen: DOMRect): void {
    const part = shownPart(camera, screen);
    const isWhole = part.width >= layout.width && part.height >= layout.height;
    this.element.hidden = isWhole || layout.width === 0;
    const context = this.element.getContext('2d');
    if (this.element.hidden || !context || sameData(this.drawn, part)) return;
    this.drawn = part;
    context.clearRect(0, 0, this.element.width, this.element.height);
    context.drawImage(this.image, 0, 0);
    context.strokeStyle = '#4daafc';
    context.lineWidth = 2;
    const [sx, sy] = this.scale;
    const [left, top] = [Math.max(part.x * sx, 1), Math.max(part.y * sy, 1)];
    const right = Math.min((part.x + part.width) * sx, this.element.width - 1);
    const bottom = Math.min((part.y + part.height) * sy, this.element.height - 1);
    context.strokeRect(left, top, Math.max(right - left, 2), Math.max(bottom - top, 2));
  }
}
