import type { Message } from '../../schema/message.ts';
import { type Dim, isKnown, Unknown } from '../../shape/dim.ts';
import type { LayerContext } from '../context.ts';
import type { DataSource, DataSourceFacts } from '../dataSource.ts';

/** Helpers for layers that read images: the source of sizes, and the effect of a transformation. */

/** A complete shape for this blob, set from outside the layer. */
export function override(layer: LayerContext, name: string): readonly number[] | undefined {
  return layer.sources.blobs.get(name);
}

/** In layers that read images, three numbers for the first top are one stored image, not the whole top. */
export function givenImage(layer: LayerContext): readonly number[] | undefined {
  const given = layer.sources.blobs.get(layer.topNames[0] ?? '');
  return given?.length === 3 ? given : undefined;
}

/** One mean for all channels or one per channel. If a file sets the channels, Caffe checks this only on loading. */
export function checkMeanCount(layer: LayerContext, channels: number): void {
  const means = layer.message.message('transform_param').list('mean_value');
  if (means.length <= 1 || means.length === channels) return;
  layer.refuse(
    'transform/mean-count',
    means[0],
    `\`mean_value\` must be set once, or once for each of the ${channels} channels, but is set ${means.length} times.`,
  );
}

/** Checks of the DataTransformer that do not require a file (data_transformer.cpp). */
export function checkTransform(layer: LayerContext): void {
  const transform = layer.message.message('transform_param');
  if (transform.has('mean_file') && transform.has('mean_value')) {
    layer.refuse(
      'transform/mean-both',
      transform.list('mean_value')[0],
      '`mean_file` and `mean_value` are mutually exclusive.',
    );
  }
  checkSsdTransform(layer, transform);
}

/** BVLC has none of these fields, so they are never set there. */
function checkSsdTransform(layer: LayerContext, transform: Message): void {
  const resize = resizeParam(layer);
  for (const side of ['height', 'width'] as const) {
    if (resize && resize.int(side) <= 0) {
      layer.refuse(
        `ssd/transform-resize-${side}`,
        transform.list('resize_param')[0],
        `\`resize_param\` requires a positive \`${side}\`.`,
      );
    }
  }
  const expand = transform.messages('expand_param')[0];
  if (expand && !(expand.float('max_expand_ratio') > 1)) {
    layer.refuse(
      'ssd/transform-expand',
      expand.list('max_expand_ratio')[0] ?? transform.list('expand_param')[0],
      '`expand_param` requires a `max_expand_ratio` greater than 1.',
    );
  }
}

export function resizeParam(layer: LayerContext): Message | undefined {
  return layer.message.message('transform_param').messages('resize_param')[0];
}

/** Channels, height and width of one database image after its transformation. */
export function databaseImage(layer: LayerContext): readonly [Dim, Dim, Dim] {
  const [channels, height, width] = datum(layer);
  const [h, w] = transformed(layer, height, width);
  return [channels, h, w];
}

/** Height and width after resizing and cropping; `stated` is whether the text itself sets the size before. */
export function transformed(
  layer: LayerContext,
  height: Dim,
  width: Dim,
  stated = false,
): readonly [Dim, Dim] {
  const transform = layer.message.message('transform_param');
  const resize = resizeParam(layer);
  const [h, w] = resize ? resized(resize, height, width) : [height, width];
  const side = (name: string) => transform.int('crop_size') || transform.int(name);
  const [cropH, cropW] = [side('crop_h'), side('crop_w')];
  if (stated || resize) {
    checkCrop(layer, h, 'height', cropH);
    checkCrop(layer, w, 'width', cropW);
  }
  return [cropH || h, cropW || w];
}

function checkCrop(layer: LayerContext, length: Dim, side: 'height' | 'width', crop: number): void {
  if (!isKnown(length) || length >= crop) return;
  const transform = layer.message.message('transform_param');
  const at = transform.list('crop_size')[0] ?? transform.list(side === 'height' ? 'crop_h' : 'crop_w')[0];
  layer.refuse(`transform/crop-${side}`, at, `The crop of ${crop} exceeds the image ${side} of ${length}.`);
}

/** The SSD fork's resizing; FIT_SMALL_SIZE keeps the aspect ratio of the image in 32-bit floats (im_transforms.cpp). */
function resized(resize: Message, height: Dim, width: Dim): readonly [Dim, Dim] {
  const [toHeight, toWidth] = [resize.int('height'), resize.int('width')];
  if (resize.text('resize_mode') !== 'FIT_SMALL_SIZE') return [toHeight, toWidth];
  if (!isKnown(height)) return [height, height];
  if (!isKnown(width)) return [width, width];
  const aspect = Math.fround(width / height);
  if (aspect < Math.fround(toWidth / toHeight)) return [Math.trunc(Math.fround(toWidth / aspect)), toWidth];
  return [toHeight, Math.trunc(Math.fround(aspect * toHeight))];
}

const axes = ['channels', 'height', 'width'] as const;

/**
 * Channels, height and width of one stored datum, as far as known: from the shape set for the blob, from the layer's
 * files, from the datum shape for all layers, and from the transformation.
 */
export function datum(layer: LayerContext): readonly [Dim, Dim, Dim] {
  const facts = layer.sourceFacts();
  const image = facts.find((each) => each.kind === 'image');
  const given = givenImage(layer) ?? stored(facts) ?? (image ? undefined : layer.sources.datum);
  const unknown = axes.map((axis) => new Unknown(axis, whyUnread(facts)));
  const [channels, height, width] = unknown as [Unknown, Unknown, Unknown];
  if (given) return [given[0] ?? channels, given[1] ?? height, given[2] ?? width];
  return [channelsOf(layer, image?.channels) ?? channels, image?.height ?? height, image?.width ?? width];
}

function stored(facts: readonly DataSourceFacts[]): readonly number[] | undefined {
  return facts[0]?.kind === 'image' ? undefined : facts.find((each) => each.kind === 'datum')?.shape;
}

/** Channels of an encoded image: from the transformation, or the number of means per channel. */
function channelsOf(layer: LayerContext, channels: number | undefined): number | undefined {
  const transform = layer.message.message('transform_param');
  if (transform.bool('force_color')) return 3;
  if (transform.bool('force_gray')) return 1;
  const means = transform.count('mean_value');
  return channels ?? (means > 1 ? means : undefined);
}

/** Why the files do not determine the size. */
export function whyUnread(facts: readonly DataSourceFacts[], what = 'size of the images'): string {
  const reasons = facts.flatMap((each) => (each.kind === 'unreadable' ? [each.why] : []));
  return [`The ${what} depends on the data source.`, ...reasons].join(' ');
}

/** The mean of all images, which has their size; requested after the images themselves. */
export function meanFile(message: Message): DataSource[] {
  const path = message.message('transform_param').text('mean_file');
  return path === '' ? [] : [{ kind: 'mean', path }];
}

/** The first record of an LMDB database, and the mean of all. */
export function database(message: Message): DataSource[] {
  const params = message.message('data_param');
  const path = params.text('source');
  const isLmdb = params.text('backend') === 'LMDB' && path !== '';
  return [...(isLmdb ? [{ kind: 'lmdb', path } as const] : []), ...meanFile(message)];
}

/** The first image in a list file, unless the text sets a size for all. */
export function imageList(field: string): (message: Message) => DataSource[] {
  return (message) => {
    const params = message.message(field);
    const path = params.text('source');
    if (path === '' || params.int('new_height') > 0) return [];
    return [{ kind: 'imageList', path, rootFolder: params.text('root_folder') }, ...meanFile(message)];
  };
}

/** A batch must not be empty. */
export function checkBatch(layer: LayerContext): void {
  if (layer.params.int('batch_size') > 0) return;
  layer.refuse(
    'data/batch-zero',
    layer.at('batch_size'),
    '`batch_size` is missing or 0; it must be 1 or more.',
  );
}

/** `new_height` and `new_width` together, or neither. */
export function checkNewSize(layer: LayerContext): void {
  const [height, width] = [layer.params.int('new_height'), layer.params.int('new_width')];
  if ((height > 0 && width > 0) || (height === 0 && width === 0)) return;
  layer.refuse(
    'image/new-size-pair',
    layer.at('new_height', 'new_width'),
    '`new_height` and `new_width` must be set together.',
  );
}

/** Height and width of the images of a list before cropping. */
export function listedSize(layer: LayerContext): readonly [height: Dim, width: Dim] {
  const { params } = layer;
  if (params.int('new_height') > 0) return [params.int('new_height'), params.int('new_width')];
  const [, height, width] = datum(layer);
  return [height, width];
}

/** The number of channels to which the images of a list are decoded. */
export function colors({ params }: LayerContext): number {
  return params.bool('is_color') ? 3 : 1;
}
