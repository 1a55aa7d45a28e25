import { newField } from '../../../edit/newField.ts';
import { nextNames } from '../names/nextNames.ts';
import { NetWriter } from './netWriter.ts';
import { imageOf, type Place, type Template } from './template.ts';
import { UnitNames } from './unitNames.ts';
import { normalizedTypes, type Sizes, Units } from './units.ts';

/** Branches of different windows, whose channels are concatenated. */
export const inceptions: readonly Template[] = [
  {
    label: 'inception',
    detail: 'branches of 1×1, 3×3, 5×5 and pooling, concatenated',
    doc: 'A module of GoogLeNet: three branches of convolutions and one of pooling, whose channels are concatenated.',
    fields: inception,
  },
];

function inception(place: Place) {
  const image = imageOf(place);
  if (!image) return undefined;
  const names = new UnitNames(place);
  const base = nextBase(place);
  const writer = new NetWriter(base);
  const units = new Units(place, writer, names);
  const hasStatistics = place.above.some(({ facts }) => facts.type === 'BatchNorm');
  const unit = (part: string, bottom: string, sizes: Sizes) => {
    const name = names.free(`${base}/${part}`);
    if (hasStatistics) return units.normalized(name, bottom, sizes, normalizedTypes);
    return units.step(names.free(`${base}/relu_${part}`), 'ReLU', units.convolution(name, bottom, sizes));
  };
  const sizes = (outputs: number, kernel: number): Sizes => ({
    outputs: writer.stop(outputs),
    kernel,
    ...(kernel > 1 && { pad: (kernel - 1) / 2 }),
  });
  const one = unit('1x1', image.name, sizes(64, 1));
  const three = unit('3x3', unit('3x3_reduce', image.name, sizes(96, 1)), sizes(128, 3));
  const five = unit('5x5', unit('5x5_reduce', image.name, sizes(16, 1)), sizes(32, 5));
  const pool = writer.layer({
    name: names.free(`${base}/pool`),
    type: 'Pooling',
    bottoms: [image.name],
    params: [
      newField('pooling_param', [
        newField('pool', 'MAX'),
        newField('kernel_size', 3),
        newField('stride', 1),
        newField('pad', 1),
      ]),
    ],
  });
  const projected = unit('pool_proj', pool, sizes(32, 1));
  const bottoms = [one, three, five, projected];
  writer.layer({ name: names.free(`${base}/output`), type: 'Concat', bottoms });
  return writer.fields;
}

/** The common part of the names: the next after those of the file, otherwise `inception_1`. */
function nextBase({ document, above }: Place): string {
  const joins = above.filter(({ facts: { type, name } }) => type === 'Concat' && name.includes('/'));
  const next = nextNames(
    document,
    joins.map(({ facts }) => facts.name),
  )[0];
  return next?.replace(/\/[^/]*$/u, '') ?? 'inception_1';
}
