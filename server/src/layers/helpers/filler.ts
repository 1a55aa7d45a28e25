import { type ForkName, forkNames } from '../../schema/data/forkNames.ts';
import { contains, type Dialect } from '../../schema/dialect.ts';
import { listForks } from '../../schema/listForks.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { type Dim, isKnown, product } from '../../shape/dim.ts';
import { floatText } from '../../shape/floatText.ts';
import { type Dims, formatShape } from '../../shape/shape.ts';
import { hasLongShapes } from '../blobShape.ts';
import type { LayerContext } from '../context.ts';

type FillerRule = (layer: LayerContext, fill: Fill) => void;

/** One run of a filler on a new blob. */
interface Fill {
  readonly filler: Message;
  readonly shape: Dims;
  readonly count: Dim;
  readonly role: string;
  at(field: string): Entry | undefined;
}

/** The fillers of Caffe and their checks, in Caffe's order (filler.hpp). */
const rules: ReadonlyMap<string, FillerRule> = new Map(
  Object.entries({
    constant: (layer, fill) => {
      needValues(layer, fill);
      noSparse(layer, fill);
    },
    uniform: (layer, fill) => {
      needValues(layer, fill);
      const [min, max] = [fill.filler.float('min'), fill.filler.float('max')];
      if (!(min <= max)) {
        layer.refuse(
          'filler/uniform-range',
          fill.at('min'),
          `A uniform filler requires min ≤ max, but ${floatText(min)} > ${floatText(max)}.`,
        );
      }
      noSparse(layer, fill);
    },
    gaussian: fillGaussian,
    positive_unitball: (layer, fill) => {
      needValues(layer, fill);
      needFirstAxis(layer, fill);
      noSparse(layer, fill);
    },
    xavier: fillByFan,
    msra: fillByFan,
    bilinear: fillBilinear,
  }),
);

export const fillerTypes: readonly string[] = [...rules.keys()];

/** Each type but `constant` with a suffix, as NVIDIA's fork has them. */
const staticTypes = fillerTypes.filter((type) => type !== 'constant').map((type) => `${type}static`);

/** The fillers that forks add (filler.hpp of each); their checks are not implemented. */
const forkFillers: Partial<Readonly<Record<ForkName, readonly string[]>>> = {
  arcface: ['file'],
  c3d: ['identity'],
  'caffe-windows': ['gaussian_unitball', 'identity'],
  dsn: ['from_binary', 'from_file'],
  flownet2: ['diagonal', 'DoG', 'iteration', 'schedule'],
  gnina: ['blob_proto', 'radial'],
  intel: ['gabor'],
  nvidia: staticTypes,
  opencl: ['gabor'],
  rtpose: ['bicubic'],
  segaware: ['xy'],
  segmentation: ['file'],
  synopsys: ['diagonal'],
  vitis: staticTypes,
};

/** Forks with unknown fillers, so that any name may be valid. */
const unseen: readonly ForkName[] = ['mycaffe'];

/** Older forks whose fans start from the first axis, as in BVLC since 2018-02-17. */
const forksWithNewFans: readonly ForkName[] = ['intel'];

function forksWithFiller(type: string): readonly ForkName[] {
  return forkNames.filter((fork) => forkFillers[fork]?.includes(type));
}

/**
 * Checks a filler as Caffe does when it fills a parameter blob at set-up.
 * `field` is the FillerParameter among the layer's parameters; the default is the constant 0.
 */
export function checkFiller(layer: LayerContext, field: string, shape: Dims, role: string): void {
  runFiller(
    layer,
    layer.params.message(field),
    shape,
    role,
    layer.params.list(field)[0] ?? layer.at('num_output'),
  );
}

/** Checks one filler on one blob; `whole` is the entry of the filler as a whole. */
export function runFiller(
  layer: LayerContext,
  filler: Message,
  shape: Dims,
  role: string,
  whole: Entry | undefined,
): void {
  checkFillerType(layer, filler, whole);
  const at = (field: string) => filler.list(field)[0] ?? whole;
  rules.get(filler.text('type'))?.(layer, { filler, shape, role, count: product(shape), at });
}

/** The days on which BVLC got fillers that older forks lack. */
const days: ReadonlyMap<string, string> = new Map([
  ['bilinear', '2015-06-30'],
  ['msra', '2015-05-26'],
]);

/** Whether a Caffe has a filler, as far as its fillers are known. */
export function mayHaveFiller(type: string, dialect: Dialect): boolean {
  return (rules.has(type) && contains(dialect, days.get(type) ?? '')) || mayAddFiller(type, dialect);
}

function mayAddFiller(type: string, dialect: Dialect): boolean {
  const forks = forksWithFiller(type);
  return dialect.open || dialect.forks.some((fork) => forks.includes(fork) || unseen.includes(fork));
}

/** GetFiller: the type must be a known name. */
export function checkFillerType(layer: LayerContext, filler: Message, whole: Entry | undefined): void {
  const type = filler.text('type');
  // Ordinary layers must not depend on the dialect.
  if (rules.has(type) && layer.acceptsSince(days.get(type) ?? '')) return;
  if (mayAddFiller(type, layer.dialect)) return;
  const forks = forksWithFiller(type);
  const help =
    forks.length > 0
      ? `it belongs to a fork of Caffe: ${listForks(forks)}`
      : `valid types: ${fillerTypes.filter((known) => known !== type).join(', ')}`;
  layer.refuse(
    'filler/unknown',
    filler.list('type')[0] ?? whole,
    `Unknown filler type \`${type}\`; ${help}.`,
    forks.length > 0 ? forks : undefined,
  );
}

function fillGaussian(layer: LayerContext, fill: Fill): void {
  needValues(layer, fill);
  const std = fill.filler.float('std');
  if (!(std > 0))
    layer.refuse(
      'filler/gaussian-std',
      fill.at('std'),
      `\`std\` of a gaussian filler must be greater than 0, but is ${floatText(std)}.`,
    );
  const sparse = fill.filler.int('sparse');
  if (sparse < -1)
    layer.refuse(
      'filler/sparse-range',
      fill.at('sparse'),
      `\`sparse\` must be 0 or more, or −1 to disable it, but is ${sparse}.`,
    );
  if (sparse < 0) return;
  const [first] = fill.shape;
  if (first === undefined) refuseScalar(layer, fill);
  else if (isKnown(first) && sparse > first) {
    layer.refuse(
      'filler/sparse-too-big',
      fill.at('sparse'),
      `\`sparse: ${sparse}\` exceeds the ${first} outputs of the ${fill.role} blob.`,
    );
  }
}

function fillByFan(layer: LayerContext, fill: Fill): void {
  needValues(layer, fill);
  needFirstAxis(layer, fill);
  noSparse(layer, fill);
}

function fillBilinear(layer: LayerContext, fill: Fill): void {
  const { shape } = fill;
  if (shape.length !== 4) {
    layer.refuse(
      'filler/bilinear-axes',
      fill.at('type'),
      `A bilinear filler requires a blob with 4 axes, but the ${fill.role} is ${formatShape(shape)}.`,
    );
  }
  if (isKnown(shape[2] ?? 0) && isKnown(shape[3] ?? 0) && shape[2] !== shape[3]) {
    layer.refuse(
      'filler/bilinear-square',
      fill.at('type'),
      `A bilinear filler requires a square kernel, but the ${fill.role} is ${formatShape(shape)}.`,
    );
  }
  needValues(layer, fill);
  noSparse(layer, fill);
}

function needValues(layer: LayerContext, fill: Fill): void {
  if (fill.count !== 0) return;
  layer.refuse(
    'filler/empty-blob',
    fill.at('type'),
    `The ${fill.role} blob would be ${formatShape(fill.shape)}, which is empty: Caffe cannot fill it.`,
  );
}

function noSparse(layer: LayerContext, fill: Fill): void {
  if (fill.filler.int('sparse') === -1) return;
  layer.refuse(
    'filler/sparse-unsupported',
    fill.at('sparse'),
    `Only a gaussian filler supports \`sparse\`, not ${fill.filler.text('type')}.`,
  );
}

/** Fans start from the first axis. SSD and older forks use num and channels: a scalar passes but 5 axes do not. */
function needFirstAxis(layer: LayerContext, fill: Fill): void {
  if (fill.shape.length > 0 && fill.shape.length <= 4) return;
  if (layer.base === 'ssd' || !(layer.acceptsSince('2018-02-17') || hasNewFans(layer))) {
    if (fill.shape.length > 4 && !hasLongShapes(layer.dialect)) {
      layer.refuse(
        'filler/legacy-axes-ssd',
        fill.at('type'),
        `The ${fill.filler.text('type')} filler of this dialect supports at most 4 axes, but the ${fill.role} is ${formatShape(fill.shape)}.`,
      );
    }
  } else if (fill.shape.length === 0) {
    refuseScalar(layer, fill);
  }
}

function hasNewFans({ dialect }: LayerContext): boolean {
  return dialect.forks.some((fork) => forksWithNewFans.includes(fork));
}

function refuseScalar(layer: LayerContext, fill: Fill): never {
  return layer.refuse(
    'filler/scalar-blob',
    fill.at('type'),
    `A ${fill.filler.text('type')} filler requires at least one axis, but the ${fill.role} is a scalar.`,
  );
}
