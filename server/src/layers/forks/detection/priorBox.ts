import type { ForkName } from '../../../schema/data/forkNames.ts';
import type { Message } from '../../../schema/message.ts';
import { type Dim, isKnown, multiply } from '../../../shape/dim.ts';
import { floatText } from '../../../shape/floatText.ts';
import type { Shape } from '../../../shape/shape.ts';
import type { LayerContext } from '../../context.ts';
import { anyNumber, exactly, type LayerDefinition } from '../../definition.ts';

/** PriorBox of the SSD fork. */

const priorBox: LayerDefinition = {
  type: 'PriorBox',
  category: 'detection',
  paramField: 'prior_box_param',
  doc: 'Generates the default boxes (priors) at each position of a feature map. The top (1, 2, height · width · priors · 4) has the boxes and their variances.',
  bottoms: anyNumber,
  tops: exactly(1),
  setUp(layer) {
    checkPriorSizes(layer);
    checkBeyondSizes(layer);
  },
  reshape(layer) {
    const [, , height, width] = layer.legacy(0);
    return priorTop(layer, multiply(width, height), priorsPerPosition(layer));
  },
};

function priorTop(layer: LayerContext, positions: Dim, priors: number): readonly Shape[] {
  const size = multiply(positions, priors * 4);
  if (isKnown(size) && size <= 0)
    layer.refuse(
      'ssd/priorbox-top-size',
      layer.bottomAt(0),
      priors > 0 ? `${layer.describe(0)} has no positions for priors.` : 'The parameters describe no priors.',
    );
  return [[1, 2, size]];
}

/** PriorBox of a fork with another number of priors at a position. */
function priorBoxOf(
  fork: ForkName,
  priors: (layer: LayerContext) => number,
  more: Partial<LayerDefinition> = {},
): LayerDefinition {
  return {
    ...priorBox,
    forks: [fork],
    reshape(layer) {
      const [, , height, width] = layer.legacy(0);
      return priorTop(layer, multiply(width, height), priors(layer));
    },
    ...more,
  };
}

/** sfzhang15/FaceBoxes, prior_box_layer.cpp: 16 + 4 + 1 boxes of three sizes. */
function densePriors(layer: LayerContext): number {
  const { params } = layer;
  return params.count('min_size') === 3 ? 21 + params.count('max_size') : priorsPerPosition(layer);
}

/** foss-for-synopsys-dwc-arc-processors/synopsys-caffe, prior_box_layer.cpp: sizes of the boxes may be stated. */
function statedPriors(layer: LayerContext): number {
  const { params } = layer;
  if (params.has('box_width')) return params.count('box_width');
  return params.bool('faceboxes') ? densePriors(layer) : priorsPerPosition(layer);
}

/** julimueller/tl_ssd, prior_box_layer.cpp: only the stated ratios and minimum sizes, at several places of a position. */
function offsetPriors({ params }: LayerContext): number {
  const places = params.count('offset_w') * params.count('offset_h');
  return ratiosOf(params, []).length * params.count('min_size') * places;
}

/** julimueller/tl_ssd, prior_box_layer.cpp: places in the position; maximum sizes are only counted. */
function setUpOffsets(layer: LayerContext): void {
  checkMinSizes(layer);
  for (const field of ['offset_w', 'offset_h'] as const) {
    layer.params.floats(field).forEach((offset, index) => {
      if (offset >= 0 && offset <= 1) return;
      layer.refuse(
        'fork/priorbox-offset',
        layer.params.list(field)[index],
        `\`${field}\` must be from 0 to 1, but is ${floatText(offset)}.`,
      );
    });
  }
  checkMaxCount(layer);
  checkBeyondSizes(layer);
}

/** BestSonny/SSTD, prior_box_layer.cpp: `flip` doubles each ratio but 1, even if its reciprocal is stated. */
function flippedPriors({ params }: LayerContext): number {
  const ratios = ratiosOf(params, [1], false).length;
  const boxes = params.bool('flip') ? 2 * ratios - 1 : ratios;
  return boxes * params.count('min_size') + params.count('max_size');
}

export const priorBoxLayers: readonly LayerDefinition[] = [
  priorBox,
  priorBoxOf('faceboxes', densePriors),
  priorBoxOf('sstd', flippedPriors),
  priorBoxOf('synopsys', statedPriors, {
    setUp: (layer) => {
      if (layer.params.has('min_size')) checkPriorSizes(layer);
      checkBeyondSizes(layer);
    },
  }),
  // MhLiao/TextBoxes_plusplus, prior_box_layer.cpp: also between the positions.
  priorBoxOf(
    'textboxes-pp',
    (layer) => priorsPerPosition(layer) * (layer.params.bool('denser_prior_boxes') ? 2 : 1),
  ),
  priorBoxOf('tl-ssd', offsetPriors, { setUp: setUpOffsets }),
];

/** Aspect ratio 1, each other ratio once, its reciprocal with `flip`; and one more prior per max_size. */
function priorsPerPosition({ params }: LayerContext): number {
  return ratiosOf(params, [1]).length * params.count('min_size') + params.count('max_size');
}

function ratiosOf(params: Message, first: readonly number[], flips = params.bool('flip')): readonly number[] {
  const ratios = [...first];
  for (const ratio of params.floats('aspect_ratio')) {
    if (ratios.some((known) => Math.abs(ratio - known) < 1e-6)) continue;
    ratios.push(ratio);
    if (flips) ratios.push(Math.fround(1 / ratio));
  }
  return ratios;
}

function checkBeyondSizes(layer: LayerContext): void {
  checkVariance(layer);
  checkImage(layer);
  checkStep(layer);
  if (layer.bottoms.length > 0) return;
  layer.refuse(
    'ssd/priorbox-bottom-count',
    undefined,
    'PriorBox requires a feature map; without a bottom Caffe crashes.',
  );
}

function checkPriorSizes(layer: LayerContext): void {
  checkMinSizes(layer);
  checkMaxCount(layer);
  const mins = layer.params.floats('min_size');
  layer.params.floats('max_size').forEach((max, index) => {
    if (max > (mins[index] ?? 0)) return;
    layer.refuse(
      'ssd/priorbox-max-greater',
      layer.params.list('max_size')[index],
      `\`max_size\` must exceed its \`min_size\`, but ${floatText(max)} ≤ ${floatText(mins[index] ?? 0)}.`,
    );
  });
}

function checkMinSizes(layer: LayerContext): void {
  const mins = layer.params.floats('min_size');
  if (mins.length === 0)
    layer.refuse(
      'ssd/priorbox-min-size',
      layer.at(),
      'PriorBox requires at least one `min_size`, in pixels of the image.',
    );
  if (mins.some((size) => !(size > 0)))
    layer.refuse(
      'ssd/priorbox-min-positive',
      layer.at('min_size'),
      `Each \`min_size\` must be positive, but one is ${floatText(mins.find((size) => !(size > 0)) ?? 0)}.`,
    );
}

function checkMaxCount(layer: LayerContext): void {
  const [mins, maxs] = [layer.params.count('min_size'), layer.params.count('max_size')];
  if (maxs === 0 || maxs === mins) return;
  layer.refuse(
    'ssd/priorbox-max-count',
    layer.at('max_size'),
    `\`max_size\` must be absent or set as many times as \`min_size\` (${mins}), but is set ${maxs} times.`,
  );
}

function checkVariance(layer: LayerContext): void {
  const variances = layer.params.floats('variance');
  if (variances.length > 1 && variances.length !== 4) {
    layer.refuse(
      'ssd/priorbox-variance-count',
      layer.at('variance'),
      `\`variance\` must be absent, set once for all, or set 4 times, but is set ${variances.length} times.`,
    );
  }
  if (variances.some((variance) => !(variance > 0)))
    layer.refuse(
      'ssd/priorbox-variance-positive',
      layer.at('variance'),
      `Each \`variance\` must be positive, but one is ${floatText(variances.find((variance) => !(variance > 0)) ?? 0)}.`,
    );
}

function checkImage(layer: LayerContext): void {
  const { params } = layer;
  if (params.has('img_h') || params.has('img_w')) {
    if (params.has('img_size'))
      layer.refuse(
        'ssd/priorbox-img-exclusive',
        layer.at('img_size'),
        '`img_size` and the pair `img_h` and `img_w` are mutually exclusive.',
      );
    if (params.int('img_h') <= 0)
      layer.refuse(
        'ssd/priorbox-img-h',
        layer.at('img_h', 'img_w'),
        '`img_h` must be set together with `img_w`, and be positive.',
      );
    if (params.int('img_w') <= 0)
      layer.refuse(
        'ssd/priorbox-img-w',
        layer.at('img_w', 'img_h'),
        '`img_w` must be set together with `img_h`, and be positive.',
      );
  } else if (params.has('img_size') && params.int('img_size') <= 0) {
    layer.refuse(
      'ssd/priorbox-img-size',
      layer.at('img_size'),
      `\`img_size\` must be positive, but is ${params.int('img_size')}.`,
    );
  }
}

function checkStep(layer: LayerContext): void {
  const { params } = layer;
  if (params.has('step_h') || params.has('step_w')) {
    if (params.has('step'))
      layer.refuse(
        'ssd/priorbox-step-exclusive',
        layer.at('step'),
        '`step` and the pair `step_h` and `step_w` are mutually exclusive.',
      );
    if (!(params.float('step_h') > 0))
      layer.refuse(
        'ssd/priorbox-step-h',
        layer.at('step_h', 'step_w'),
        '`step_h` must be set together with `step_w`, and be positive.',
      );
    if (!(params.float('step_w') > 0))
      layer.refuse(
        'ssd/priorbox-step-w',
        layer.at('step_w', 'step_h'),
        '`step_w` must be set together with `step_h`, and be positive.',
      );
  } else if (params.has('step') && !(params.float('step') > 0)) {
    layer.refuse(
      'ssd/priorbox-step',
      layer.at('step'),
      `\`step\` must be positive, but is ${floatText(params.float('step'))}.`,
    );
  }
}
