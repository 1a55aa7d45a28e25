import { imageSize } from 'image-size';
import type { ImageSize } from '../layers/dataSource.ts';
import { type Bytes, damaged, Unreadable } from './bytes.ts';

export interface ImageHeader {
  readonly size: ImageSize;
  /** Whether the EXIF orientation rotates the image by 90°, so that height and width swap if it is applied. */
  readonly turned: boolean;
}

/**
 * The number of bytes read of an image; JPEG, whose size follows metadata of any length, is read segment by segment.
 */
const headSize = 4096;

/** Formats that OpenCV decodes, besides JPEG. */
const decoded = new Set(['bmp', 'jp2', 'png', 'pnm', 'tiff', 'webp']);

/** The size of an image from its header. */
export async function readImage(file: Bytes): Promise<ImageHeader> {
  const head = await file.head(headSize);
  const image = head[0] === 0xff && head[1] === 0xd8 ? await readJpeg(file) : readOther(head);
  const { height, width } = image.size;
  if (!(isLength(height) && isLength(width) && height * width <= mostPixels)) throw damaged();
  return image;
}

/** OpenCV decodes no larger images (CV_IO_MAX_IMAGE_WIDTH, CV_IO_MAX_IMAGE_HEIGHT, CV_IO_MAX_IMAGE_PIXELS). */
const longestSide = 2 ** 20;
const mostPixels = 2 ** 30;

function isLength(pixels: number): boolean {
  return pixels >= 1 && pixels <= longestSide;
}

function readOther(head: Uint8Array): ImageHeader {
  const { type, height, width } = sizeOf(head) ?? {};
  if (height === undefined || width === undefined || !decoded.has(type ?? '')) {
    throw new Unreadable(
      `is not in an image format that Caffe reads, or has no size in its first ${headSize} bytes`,
    );
  }
  const channels = type === 'png' ? pngChannels.get(head[25] ?? 0) : undefined;
  return { size: { height, width, channels }, turned: false };
}

function sizeOf(head: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(head);
  } catch {
    return undefined;
  }
}

/** Channels by PNG color type: gray, RGB, both with alpha. A palette may have alpha or not. */
const pngChannels: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [4, 4],
  [6, 4],
]);

/** Follows the JPEG segments to the frame header, without reading their contents. */
async function readJpeg(file: Bytes): Promise<ImageHeader> {
  let turned = false;
  for (let at = 2; ; ) {
    const [mark, marker = 0, high = 0, low = 0] = await file.read(at, 4);
    if (mark !== 0xff || marker === startOfScan) throw damaged();
    const length = high * 256 + low;
    if (isFrame(marker)) {
      const [, h1 = 0, h0 = 0, w1 = 0, w0 = 0, components = 0] = await file.read(at + 4, 6);
      const size = { height: h1 * 256 + h0, width: w1 * 256 + w0, channels: components > 1 ? 3 : 1 };
      return { size, turned };
    }
    if (marker === exifSegment) turned ||= await liesOnSide(file.part(at + 4, Math.max(length - 2, 0)));
    // Any number of 0xff bytes may precede a marker.
    at += marker === 0xff ? 1 : 2 + length;
  }
}

const exifSegment = 0xe1;
const startOfScan = 0xda;

/** SOF0 to SOF15, except three other segments in this range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Whether the orientation in the first EXIF directory is one of the four that swap height and width. */
async function liesOnSide(segment: Bytes): Promise<boolean> {
  const bytes = await segment.head(headSize);
  const signature = String.fromCharCode(...bytes.subarray(0, 8));
  if (bytes.length < 14 || (signature !== 'Exif\0\0II' && signature !== 'Exif\0\0MM')) return false;
  const tiff = new DataView(bytes.buffer, 6);
  const little = signature.endsWith('II');
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return false;
  const end = Math.min(directory + 2 + 12 * tiff.getUint16(directory, little), tiff.byteLength - 11);
  for (let entry = directory + 2; entry < end; entry += 12) {
    if (tiff.getUint16(entry, little) === orientationTag) return tiff.getUint16(entry + 8, little) >= 5;
  }
  return false;
}

const orientationTag = 0x112;
