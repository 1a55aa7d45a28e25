import { newField } from '../../../edit/newField.ts';
import { nextNames } from '../names/nextNames.ts';
import { NetWriter } from './netWriter.ts';
import { channelsOf, imageOf, type Place, type Template } from './template.ts';
import { UnitNames } from './unitNames.ts';
import { Units } from './units.ts';

/** Residual modules: the sum of a branch of convolutions and of its input, or of a projection of it. */
export const residuals: readonly Template[] = [
  {
    label: 'residual',
    detail: 'two 3×3 convolutions, sum with the input',
    doc: 'A residual module of ResNet-18 and 34: the sum of its input and of two convolutions.',
    fields: (place) => residual(place, { isBottleneck: false, projects: false }),
  },
  {
    label: 'residual_projection',
    detail: 'two 3×3 convolutions, sum with a projection of the input',
    doc: 'A residual module that changes the size: the input is projected by a convolution of 1×1.',
    fields: (place) => residual(place, { isBottleneck: false, projects: true }),
  },
  {
    label: 'bottleneck',
    detail: 'convolutions of 1×1, 3×3 and 1×1, sum with the input',
    doc: 'A residual module of ResNet-50, 101 and 152: the sum of its input and of three convolutions.',
    fields: (place) => residual(place, { isBottleneck: true, projects: false }),
  },
  {
    label: 'bottleneck_projection',
    detail: 'convolutions of 1×1, 3×3 and 1×1, sum with a projection of the input',
    doc: 'A bottleneck that changes the size: the input is projected by a convolution of 1×1.',
    fields: (place) => residual(place, { isBottleneck: true, projects: true }),
  },
];

interface Kind {
  readonly isBottleneck: boolean;
  readonly projects: boolean;
}

const statistics = ['BatchNorm', 'Scale'];

function residual(place: Place, { isBottleneck, projects }: Kind) {
  const image = imageOf(place);
  if (!image) return undefined;
  const names = new UnitNames(place);
  const base = names.free(nextBase(place));
  const parts = partsOf(place, names.separator);
  const name = (part: string) => names.free(base + part);
  const channels = channelsOf(image) ?? 64;
  const main = parts.main.slice(0, isBottleneck ? 3 : 2).map(name);
  const projection = name(parts.projection);
  const writer = new NetWriter(commonPart(base, names.stem(base, [...statistics, 'ReLU'])));
  const units = new Units(place, writer, names);
  const wide = projects ? writer.stop(channels * 2, 'wide') : String(channels);
  const narrow = isBottleneck ? writer.stop(Math.max(1, Math.round(channels / 4)), 'narrow') : wide;
  const stride = projects ? writer.stop(2, 'stride') : undefined;
  const strided = stride === undefined ? {} : { stride };
  const shortcut = projects
    ? units.normalized(projection, image.name, { outputs: wide, kernel: 1, ...strided }, statistics)
    : image.name;
  const last = main.length - 1;
  const branch = main.reduce((bottom, conv, index) => {
    const is3x3 = !isBottleneck || index === 1;
    const sizes = { outputs: index === last ? wide : narrow, kernel: is3x3 ? 3 : 1 };
    const all = { ...sizes, ...(is3x3 && { pad: 1 }), ...(index === 0 && strided) };
    return units.normalized(conv, bottom, all, index === last ? statistics : undefined);
  }, image.name);
  const params = [newField('eltwise_param', [newField('operation', 'SUM')])];
  const sum = writer.layer({ name: base, type: 'Eltwise', bottoms: [shortcut, branch], params });
  units.step(names.free(`${base}${names.separator}relu`), 'ReLU', sum);
  return writer.fields;
}

/** The part of a name that the names of all its layers contain. */
function commonPart(base: string, stem: string): string {
  return stem === '' ? base : stem;
}

/** The name of the sum: the next after those of the file, otherwise `res1`. */
function nextBase({ document, above }: Place): string {
  const sums = above.filter(({ facts }) => facts.type === 'Eltwise').map(({ facts }) => facts.name);
  return nextNames(document, sums)[0] ?? 'res1';
}

/** What the names of the convolutions of a residual module end with: as in the nearest one of the file. */
function partsOf({ above }: Place, separator: string): { main: readonly string[]; projection: string } {
  const sum = above.findLast(({ facts }) => facts.type === 'Eltwise')?.facts.name ?? '';
  const parts = above
    .filter(({ facts }) => sum !== '' && facts.type === 'Convolution' && facts.name.startsWith(sum))
    .map(({ facts }) => facts.name.slice(sum.length))
    .filter((part) => !/branch1$|proj|short|down/iu.test(part));
  const branches = ['a', 'b', 'c'].map((letter) => `_branch2${letter}`);
  const isOriginal = above.some(({ facts }) => facts.name.includes('_branch2'));
  const usual = isOriginal ? branches : [1, 2, 3].map((number) => `${separator}conv${number}`);
  return {
    main: parts.length >= usual.length ? parts : usual,
    projection: isOriginal ? '_branch1' : `${separator}proj`,
  };
}
