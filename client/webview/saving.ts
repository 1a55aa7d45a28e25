import { toSvg } from '../../server/src/drawing/svg/drawing.ts';
import type { Picture } from './picture.ts';

/** The picture as a file: SVG, or PNG in base64. */
export async function fileOf({ graph, layout }: Picture, format: 'svg' | 'png'): Promise<string> {
  const svg = toSvg(graph, layout);
  return format === 'svg' ? svg : toPng(svg);
}

/** The largest number of pixels of a side that browsers draw, and the number of all pixels. */
const longestSide = 16_000;
const mostPixels = 100_000_000;

async function toPng(svg: string): Promise<string> {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = source;
    await image.decode();
    const { width, height } = image;
    const scale = Math.min(
      2,
      longestSide / width,
      longestSide / height,
      Math.sqrt(mostPixels / (width * height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/u, '');
  } finally {
    URL.revokeObjectURL(source);
  }
}
