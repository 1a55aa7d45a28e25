import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anchored,
  besidePanel,
  cameraForAll,
  firstCamera,
  pointAt,
  showing,
  shownPart,
  zoomed,
} from '../../../client/webview/camera.ts';

const screen = { width: 500, height: 400 };

const first = (x: number, y: number) => [{ x, y, width: 100, height: 40 }];

test('a drawing that fits is shown in its size, in the middle', () => {
  const drawing = { width: 300, height: 200, nodes: first(0, 0) };
  assert.deepEqual(firstCamera(drawing, screen), { x: 100, y: 100, zoom: 1 });
});

test('a long drawing is shown from its upper end, or as a whole on request', () => {
  const drawing = { width: 300, height: 8000, nodes: first(0, 0) };
  assert.deepEqual(firstCamera(drawing, screen), { x: 100, y: 24, zoom: 1 });
  const whole = shownPart(cameraForAll(drawing, screen), screen);
  assert.ok(whole.y <= 0 && whole.y + whole.height >= 8000);
});

test('a wide drawing is shown around its first node', () => {
  const drawing = { width: 4000, height: 1000 };
  const [middle, left, right] = [1950, 0, 3900].map((x) =>
    firstCamera({ ...drawing, nodes: first(x, 0) }, screen),
  );
  assert.deepEqual(middle, { x: 250 - 2000 * 0.75, y: 24, zoom: 0.75 });
  assert.equal(left?.x, 24);
  assert.equal(right?.x, 500 - 24 - 4000 * 0.75);
  assert.deepEqual(firstCamera({ ...drawing, nodes: [] }, screen), cameraForAll(drawing, screen));
});

test('zooming keeps the point under the mouse, within limits', () => {
  const camera = { x: 10, y: 20, zoom: 1 };
  assert.deepEqual(pointAt(zoomed(camera, 2, [110, 120]), [110, 120]), pointAt(camera, [110, 120]));
  assert.equal(zoomed(camera, 1000, [0, 0]).zoom, 4);
  assert.equal(zoomed(camera, 1e-9, [0, 0]).zoom, 0.002);
});

test('showing a box moves no further than necessary', () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  assert.deepEqual(showing(camera, { x: 50, y: 50, width: 100, height: 50 }, screen), camera);
  assert.deepEqual(showing(camera, { x: 50, y: 500, width: 100, height: 50 }, screen), {
    x: 0,
    y: -174,
    zoom: 1,
  });
  assert.equal(showing({ ...camera, zoom: 0.1 }, { x: 0, y: 0, width: 9, height: 9 }, screen).zoom, 0.75);
});

test('a box that has moved in the drawing keeps its place on the screen', () => {
  const before = { x: 100, y: 100, width: 50, height: 20 };
  const after = { x: 300, y: 700, width: 90, height: 20 };
  const camera = { x: 7, y: 9, zoom: 0.5 };
  const next = anchored(camera, before, after);
  assert.equal(after.y * 0.5 + next.y, before.y * 0.5 + camera.y);
  assert.equal((after.x + 45) * 0.5 + next.x, (before.x + 25) * 0.5 + camera.x);
});

test('a box that a panel covers moves to the left of it, if there is room', () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  const at = { x: 30, y: 50, ...screen };
  const panel = { x: 330, y: 60, width: 190, height: 100 };
  const box = { x: 280, y: 40, width: 100, height: 50 };
  // The panel starts at 300 on the screen of the drawing, and the margin is 24.
  assert.equal(besidePanel(camera, box, at, panel).x, -104);
  assert.deepEqual(besidePanel(camera, { ...box, y: 200 }, at, panel), camera);
  assert.deepEqual(besidePanel(camera, { ...box, x: 10 }, at, panel), camera);
  const wide = besidePanel(camera, { ...box, width: 290 }, at, panel);
  assert.equal(wide.x, camera.x);
  assert.ok(at.y + wide.y + box.y >= panel.y + panel.height);
  const tall = { ...panel, height: 390 };
  assert.deepEqual(besidePanel(camera, { ...box, width: 290 }, at, tall), camera);
  assert.deepEqual(besidePanel(camera, box, at, undefined), camera);
});
