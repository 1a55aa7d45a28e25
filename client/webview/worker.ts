import { layOut } from '../../server/src/drawing/layout/layout.ts';
import type { LayoutAnswer, LayoutQuestion } from './layoutMessages.ts';

/** Lays out graphs in a worker, so that the page stays responsive. */
addEventListener('message', async ({ data: { id, graph } }: MessageEvent<LayoutQuestion>) => {
  postMessage(await answer(id, graph));
});

async function answer(id: number, graph: LayoutQuestion['graph']): Promise<LayoutAnswer> {
  try {
    return { id, layout: await layOut(graph) };
  } catch (error) {
    return { id, problem: String(error) };
  }
}
