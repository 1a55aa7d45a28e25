import { type Dim, INT_MAX, isKnown, mapDim, multiply, product } from '../../shape/dim.ts';
import { insideWindows, underWindow } from '../../shape/reach.ts';
import { type Dims, formatShape, hasRank, type Shape, shapesDiffer } from '../../shape/shape.ts';
import { convolved, deconvolved, extent, paddedText, padding, type Window } from '../../shape/window.ts';
import { exceeds, mostValues } from '../blobShape.ts';
import type { LayerContext } from '../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../definition.ts';
import { checkFiller } from '../helpers/filler.ts';
import { channelAxisOf, checkStrides, geometry, kernelFields } from '../helpers/geometry.ts';
import { biasOperations, valuesOf } from '../operations.ts';

export const convolution: LayerDefinition = {
  type: 'Convolution',
  category: 'convolution',
  paramField: 'convolution_param',
  hasEngine: true,
  doc: 'Convolution with learned filters; each output channel sums one filter over the channels of its group.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  equalTops: true,
  setUp: (layer) => setUpFilters(layer, 'convolution'),
  reshape: (layer) => reshapeWithColumns(layer, convolved, 'convolution'),
  macs: (layer, tops) => multiply(valuesOf(tops), weightsPerOutput(layer)),
  operations: biasOperations,
  reach: (layer) => geometry(layer).windows.map(underWindow),
  buffer: (layer, [top]) => columns(layer, layer.shape(0), top),
  explain: (layer, tops) => explainWindows(layer, tops, explainConvolved),
};

export const deconvolution: LayerDefinition = {
  type: 'Deconvolution',
  category: 'convolution',
  paramField: 'convolution_param',
  hasEngine: true,
  doc: 'Transposed convolution: spreads each input value over a window of the output, like the gradient of a convolution.',
  bottoms: atLeast(1),
  tops: atLeast(1),
  equalTops: true,
  setUp: (layer) => setUpFilters(layer, 'deconvolution'),
  reshape: (layer) => reshapeWithColumns(layer, deconvolved, 'deconvolution'),
  macs: (layer) => multiply(valuesOf(layer.bottoms.map((bottom) => bottom.shape)), weightsPerOutput(layer)),
  operations: biasOperations,
  reach: (layer) => geometry(layer).windows.map(insideWindows),
  buffer: (layer, [top]) => columns(layer, top, layer.shape(0)),
  explain: (layer, tops) => explainWindows(layer, tops, explainDeconvolved),
};

export const im2col: LayerDefinition = {
  type: 'Im2col',
  category: 'convolution',
  paramField: 'convolution_param',
  doc: 'Copies each window of the input to a column of channels: the first step of convolution as a matrix product.',
  bottoms: exactly(1),
  tops: exactly(1),
  setUp(layer) {
    if (layer.isSingle('kernel_size')) geometry(layer);
    if (channelAxisOf(layer) === layer.dims(0).length - 1) {
      layer.refuse(
        'im2col/spatial-axes',
        layer.bottomAt(0),
        `Im2col requires an axis after the channel axis, but ${layer.describe(0)} has none.`,
      );
    }
    geometry(layer);
  },
  reshape(layer) {
    const { channelAxis, channels, windows } = geometry(layer);
    const dims = layer.dims(0);
    checkStrides(layer, windows);
    const columns = windows.reduce<Dim>((size, window) => multiply(size, window.kernel), channels);
    const sizes = spatial(dims, channelAxis, windows, convolved);
    const top: Dims = [...dims.slice(0, channelAxis), columns, ...sizes];
    checkOutput(layer, top, sizes, dims.slice(channelAxis + 1), windows);
    return [top];
  },
  reach: (layer) => geometry(layer).windows.map(underWindow),
  explain: (layer, tops) => explainWindows(layer, tops, explainConvolved),
};

/**
 * The column buffer: the values under each window, for the channels that the windows cover. A 1×1 convolution needs
 * none (base_conv_layer.cpp, is_1x1_).
 */
function columns(layer: LayerContext, under: Shape | undefined, positions: Shape | undefined): Dim {
  const { channelAxis, windows } = geometry(layer);
  const isPlain = windows.every(
    (window) => window.kernel === 1 && window.stride === 1 && padding(window) === 0,
  );
  if (isPlain || !Array.isArray(under) || !Array.isArray(positions)) return 0;
  const area = product(windows.map(({ kernel }) => kernel));
  return product([under[channelAxis] ?? 1, area, ...positions.slice(channelAxis + 1)]);
}

/** LayerSetUp of base_conv_layer.cpp, with the groups that the text states by default. */
export function setUpFilters(
  layer: LayerContext,
  kind: 'convolution' | 'deconvolution',
  groups: Dim = layer.params.int('group'),
): void {
  const { channels, windows } = geometry(layer);
  const outputs = layer.params.int('num_output');
  if (outputs <= 0) {
    layer.refuse(
      'conv/num-output',
      layer.at('num_output'),
      `\`num_output\` must be a positive number of output channels, but is ${outputs}.`,
    );
  }
  const group = isKnown(groups) ? groups : 1;
  checkGroup(layer, channels, outputs, group);
  const [first, perGroup] =
    kind === 'convolution'
      ? [outputs, isKnown(groups) ? mapDim(channels, (c) => Math.trunc(c / group)) : 1]
      : [channels, outputs / group];
  const weight: Dims = [first, perGroup, ...windows.map((window) => window.kernel)];
  const bias = layer.params.bool('bias_term') ? [[outputs]] : [];
  if (layer.takesGivenBlobs('weight', 'bias')) {
    if (!layer.isSingle('kernel_size')) checkGivenBlobs(layer, [weight, ...bias]);
    return;
  }
  layer.addBlob('weight', weight, weightFormula(layer, kind, group));
  checkFiller(layer, 'weight_filler', weight, 'weight');
  if (bias.length > 0) {
    layer.addBlob('bias', [outputs]);
    checkFiller(layer, 'bias_filler', [outputs], 'bias');
  }
  addChannelScales(layer, first);
}

/** Scale and zero point of each channel, of foss-for-synopsys-dwc-arc-processors/synopsys-caffe, base_conv_layer.cpp. */
function addChannelScales(layer: LayerContext, channels: Dim): void {
  for (const part of ['weight', 'output'] as const) {
    if (!layer.params.bool(`per_channel_scale_${part}`)) continue;
    layer.addBlob(`${part} scale factor`, [channels]);
    layer.addBlob(`${part} zero point`, [channels]);
  }
}

function weightFormula(layer: LayerContext, kind: 'convolution' | 'deconvolution', group: number): string {
  const channels = `channels of \`${layer.bottoms[0]?.name}\``;
  const grouped = group === 1 ? '' : ` / group ${group}`;
  const [first, second] = kind === 'convolution' ? ['num_output', channels] : [channels, 'num_output'];
  return `${first} × ${second}${grouped} × kernel`;
}

function checkGivenBlobs(layer: LayerContext, wanted: readonly Dims[]): void {
  const at = layer.givenBlobsAt();
  const given = layer.blobs;
  if (given.length !== wanted.length) {
    layer.refuse(
      'conv/blobs-count',
      at,
      `The layer has ${wanted.length} parameter blob${wanted.length === 1 ? '' : 's'}, but ${given.length} \`blobs\` are set.`,
    );
  }
  wanted.forEach((shape, index) => {
    const role = index === 0 ? 'weight' : 'bias';
    const own = given[index]?.shape ?? shape;
    if (!shapesDiffer(shape, own)) return;
    layer.refuse(
      `conv/blobs-${role}-shape`,
      at,
      `The stored ${role} blob is ${formatShape(own)}, but must be ${formatShape(shape)}.`,
    );
  });
}

function checkGroup(layer: LayerContext, channels: Dim, outputs: number, group: number): void {
  if (group === 0)
    layer.refuse(
      'conv/group-zero',
      layer.at('group'),
      '`group: 0` crashes Caffe with a division by zero; use 1 for an ungrouped convolution.',
    );
  if (isKnown(channels) && channels % group !== 0) {
    layer.refuse(
      'conv/group-channels',
      layer.at('group'),
      `\`group: ${group}\` does not divide the ${channels} input channels of ${layer.describe(0)}; ${divisorsOf(channels, outputs)}.`,
    );
  }
  if (outputs % group !== 0) {
    layer.refuse(
      'conv/group-output',
      layer.at('group'),
      `\`group: ${group}\` does not divide \`num_output: ${outputs}\`; ${divisorsOf(channels, outputs)}.`,
    );
  }
}

/** The valid numbers of groups, the first few of them. */
function divisorsOf(channels: Dim, outputs: number): string {
  const most = Math.min(isKnown(channels) ? channels : outputs, outputs, 4096);
  const fits = (group: number) => outputs % group === 0 && (!isKnown(channels) || channels % group === 0);
  const all = Array.from({ length: Math.max(most, 1) }, (_, index) => index + 1).filter(fits);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return `only ${only} divides both input and output`;
  return `${all.slice(0, 6).join(', ')}${all.length > 6 ? ' …' : ''} divide both numbers of channels`;
}

/** The tops, if the column buffer fits into a blob. */
function reshapeWithColumns(
  layer: LayerContext,
  size: (input: number, window: Window) => number,
  kind: 'convolution' | 'deconvolution',
): readonly Shape[] {
  const tops = reshapeFilters(layer, size, kind);
  const { channelAxis, channels, windows } = geometry(layer);
  const area = product(windows.map((window) => window.kernel));
  const [maps, positions] =
    kind === 'convolution' ? [channels, tops[0]] : [layer.params.int('num_output'), layer.dims(0)];
  if (positions && hasRank(positions))
    checkColumn(layer, [multiply(maps, area), ...positions.slice(channelAxis + 1)]);
  return tops;
}

/** The tops of base_conv_layer.cpp, without its column buffer. */
export function reshapeFilters(
  layer: LayerContext,
  size: (input: number, window: Window) => number,
  kind: 'convolution' | 'deconvolution',
): readonly Shape[] {
  const { channelAxis, windows } = geometry(layer);
  const dims = layer.dims(0);
  layer.bottoms.slice(1).forEach((bottom, index) => {
    if (shapesDiffer(bottom.shape, dims)) {
      layer.refuse(
        'conv/bottom-shapes',
        layer.bottomAt(index + 1),
        `All bottoms must have the same shape: ${layer.describe(index + 1)} differs from ${layer.describe(0)}.`,
      );
    }
  });
  if (kind === 'convolution') checkStrides(layer, windows);
  const outputs = layer.params.int('num_output');
  const outSpatial = spatial(dims, channelAxis, windows, size);
  const top: Dims = [...dims.slice(0, channelAxis), outputs, ...outSpatial];
  checkOutput(layer, top, outSpatial, dims.slice(channelAxis + 1), windows);
  if (layer.params.bool('bias_term') && product(outSpatial) === 0) {
    layer.refuse(
      'conv/output-zero-bias',
      layer.at(...kernelFields),
      `The output would be empty (${formatShape(top)}), and Caffe cannot add a bias to it.`,
    );
  }
  return layer.bottoms.map(() => top);
}

export function checkOutput(
  layer: LayerContext,
  top: Dims,
  out: readonly Dim[],
  input: Dims,
  windows: readonly Window[],
): void {
  const axis = out.findIndex((dim) => isKnown(dim) && dim < 0);
  const [window, length] = [windows[axis], input[axis]];
  if (window && length !== undefined && isKnown(length)) {
    layer.refuse('conv/output-negative', layer.at(...kernelFields), tooSmall(window, length));
  }
  layer.checkShape(top, `the top \`${layer.topNames[0]}\``, layer.at('num_output'));
}

/** `kernel 7 exceeds the padded input 5 (3 + 2·1)`, for convolution and pooling layers. */
export function tooSmall(window: Window, length: number): string {
  const kernel =
    window.dilation === 1
      ? `Kernel ${window.kernel}`
      : `Kernel ${window.kernel} with dilation ${window.dilation} covers ${extent(window)} and`;
  const padded = length + padding(window);
  return `${kernel} exceeds the padded input ${padded} (${paddedText(length, window)}): the output would have a negative size.`;
}

function checkColumn(layer: LayerContext, column: Dims): void {
  const count = product(column);
  if (!isKnown(count) || count <= INT_MAX || count <= mostValues(layer.dialect)) return;
  layer.refuse(
    'conv/col-buffer-overflow',
    layer.at(...kernelFields),
    `The convolution buffer would be ${formatShape(column)}, ${exceeds(mostValues(layer.dialect))}.`,
  );
}

function spatial(
  dims: Dims,
  channelAxis: number,
  windows: readonly Window[],
  size: (input: number, window: Window) => number,
): Dim[] {
  return windows.map((window, index) =>
    mapDim(dims[channelAxis + 1 + index] ?? 1, (length) => size(length, window)),
  );
}

/** Number of weights that multiply one value of the top (convolution) or of the bottom (deconvolution). */
function weightsPerOutput(layer: LayerContext): Dim {
  const [weight] = layer.blobs;
  return weight ? product(weight.shape.slice(1)) : 0;
}

/** How an output length of a convolution is computed, without the result. */
export function explainConvolved(input: number, window: Window): string {
  const { kernel, stride, dilation } = window;
  const covered = dilation === 1 ? `${kernel}` : `(${dilation}·(${kernel} − 1) + 1)`;
  return `⌊(${paddedText(input, window)} − ${covered}) / ${stride}⌋ + 1`;
}

/** How an output length of a deconvolution is computed, without the result. */
export function explainDeconvolved(input: number, window: Window): string {
  const { kernel, stride, pad, padEnd, dilation } = window;
  const covered = dilation === 1 ? `${kernel}` : `(${dilation}·(${kernel} − 1) + 1)`;
  const cut = padEnd === undefined || padEnd === pad ? `2·${pad}` : `${pad} − ${padEnd}`;
  return `${stride}·(${input} − 1) + ${covered} − ${cut}`;
}

function explainWindows(
  layer: LayerContext,
  tops: readonly Shape[],
  formula: (input: number, window: Window) => string,
): string[] {
  const { channelAxis, windows } = geometry(layer);
  const [bottom, top] = [layer.dims(0), tops[0]];
  return windows.flatMap((window, index) => {
    const axis = channelAxis + 1 + index;
    const [input, output] = [bottom[axis], Array.isArray(top) ? (top[axis] as Dim) : undefined];
    if (input === undefined || output === undefined || !isKnown(input) || !isKnown(output)) return [];
    return [`${formula(input, window)} = ${output}`];
  });
}
