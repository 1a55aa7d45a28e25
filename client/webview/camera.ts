import type { Box, Layout, Point, Size } from '../../server/src/drawing/layout/positions.ts';

/** Which part of the drawing is shown: a point `p` is at `p * zoom + (x, y)` on the screen. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const smallest = 0.002;
const largest = 4;

/** Pixels around a drawing that fits. */
const margin = 24;

/** The zoom at which texts can be read. */
const legible = 0.75;

/** Shows the whole drawing. */
export function cameraForAll(drawing: Size, screen: Size): Camera {
  const byHeight = (screen.height - 2 * margin) / Math.max(drawing.height, 1);
  return centered(drawing, screen, Math.min(zoomByWidth(drawing, screen), byHeight));
}

/** Shows a drawing as wide as the screen; one that would not be legible around its first node. */
export function firstCamera(
  { nodes: [first], ...drawing }: Pick<Layout, keyof Size | 'nodes'>,
  screen: Size,
): Camera {
  const zoom = zoomByWidth(drawing, screen);
  if (zoom >= legible / 2 || !first) return centered(drawing, screen, zoom);
  const left = screen.width / 2 - (first.x + first.width / 2) * legible;
  const rightmost = screen.width - margin - drawing.width * legible;
  return {
    x: Math.min(Math.max(left, rightmost), margin),
    y: Math.min(margin, screen.height / 2 - first.y * legible),
    zoom: legible,
  };
}

function zoomByWidth(drawing: Size, screen: Size): number {
  return (screen.width - 2 * margin) / Math.max(drawing.width, 1);
}

function centered(drawing: Size, screen: Size, fitting: number): Camera {
  const zoom = limited(Math.min(fitting, 1));
  const left = (screen.width - drawing.width * zoom) / 2;
  const top = (screen.height - drawing.height * zoom) / 2;
  return { x: left, y: Math.max(top, margin), zoom };
}

function limited(zoom: number): number {
  return Math.min(Math.max(zoom, smallest), largest);
}

/** Zooms by a factor; a point of the screen keeps its place. */
export function zoomed({ x, y, zoom }: Camera, factor: number, [atX, atY]: Point): Camera {
  const next = limited(zoom * factor);
  const scale = next / zoom;
  return { x: atX - (atX - x) * scale, y: atY - (atY - y) * scale, zoom: next };
}

export function moved({ x, y, zoom }: Camera, dx: number, dy: number): Camera {
  return { x: x + dx, y: y + dy, zoom };
}

/** The part of the drawing that is on the screen. */
export function shownPart({ x, y, zoom }: Camera, { width, height }: Size): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The point of the drawing at a point of the screen. */
export function pointAt({ x, y, zoom }: Camera, [atX, atY]: Point): Point {
  return [(atX - x) / zoom, (atY - y) / zoom];
}

/** Moves as little as necessary to show a box, and zooms in if it would not be legible. */
export function showing(camera: Camera, box: Box, screen: Size): Camera {
  const center: Point = [box.x + box.width / 2, box.y + box.height / 2];
  if (camera.zoom < legible / 2)
    return {
      zoom: legible,
      x: screen.width / 2 - center[0] * legible,
      y: screen.height / 2 - center[1] * legible,
    };
  const part = shownPart(camera, screen);
  const dx = outside(box.x, box.width, part.x, part.width, margin / camera.zoom);
  const dy = outside(box.y, box.height, part.y, part.height, margin / camera.zoom);
  return moved(camera, -dx * camera.zoom, -dy * camera.zoom);
}

/** Moves a box to the left if a panel at the top right of the screen covers it; below the panel, if it is too wide. */
export function besidePanel(camera: Camera, box: Box, screen: Box, panel: Box | undefined): Camera {
  const width = panel ? panel.x - screen.x : 0;
  const at = { x: screen.x + camera.x + box.x * camera.zoom, y: screen.y + camera.y + box.y * camera.zoom };
  const isCovered =
    panel &&
    at.x + box.width * camera.zoom > panel.x &&
    at.y + box.height * camera.zoom > panel.y &&
    at.y < panel.y + panel.height;
  if (!isCovered) return camera;
  if (box.width * camera.zoom + 2 * margin < width)
    return showing(camera, box, { width, height: screen.height });
  const below = panel.y + panel.height + margin;
  const hasRoom = below + box.height * camera.zoom + margin < screen.y + screen.height;
  return hasRoom ? moved(camera, 0, below - at.y) : camera;
}

/** How far the shown part has to move to contain a range; positive to the right or down. */
function outside(start: number, length: number, from: number, size: number, gap: number): number {
  if (start - gap < from) return start - gap - from;
  const beyond = start + length + gap - (from + size);
  return beyond > 0 ? Math.min(beyond, start - gap - from) : 0;
}

/** Moves so that a box that was at one place of the drawing and is now at another keeps its place on the screen. */
export function anchored(camera: Camera, before: Box, after: Box): Camera {
  const [dx, dy] = [before.x + before.width / 2 - (after.x + after.width / 2), before.y - after.y];
  return moved(camera, dx * camera.zoom, dy * camera.zoom);
}
