import { newField } from '../../../edit/newField.ts';
import { isRegistered } from '../../../layers/registry.ts';
import { namesOf } from '../names/nextNames.ts';
import { NetWriter } from './netWriter.ts';
import { isImages, type Place, type Template } from './template.ts';
import { UnitNames } from './unitNames.ts';
import { Units } from './units.ts';

/** The parts of a detector of SSD. */
export const detectors: readonly Template[] = [
  {
    label: 'ssd_head',
    detail: 'locations, confidences and priors of a blob',
    doc: 'A head of SSD: two convolutions, each with Permute and Flatten, and PriorBox. `num_output` is 4 and the number of classes, each times the number of priors of a cell.',
    fields: ssdHead,
  },
];

function ssdHead(place: Place) {
  const { document, blobs } = place;
  const hasTypes = ['Permute', 'PriorBox'].every((type) => isRegistered(type, document.dialect));
  const mayDetect = hasTypes || document.choice.by === 'file';
  const taken = namesOf(document);
  const source = blobs.findLast((blob) => blob.source && isImages(blob));
  const cells = blobs.find(
    (blob) =>
      isImages(blob) &&
      !blob.source &&
      !blob.rearranged &&
      !blob.name.includes('_mbox_') &&
      !taken.has(`${blob.name}_mbox_loc`),
  );
  if (!mayDetect || !source || !cells) return undefined;
  const names = new UnitNames(place);
  const writer = new NetWriter();
  const units = new Units(place, writer, names);
  for (const [part, outputs] of [
    ['loc', 16],
    ['conf', 84],
  ] as const) {
    const name = `${cells.name}_mbox_${part}`;
    const top = units.convolution(name, cells.name, { outputs: writer.stop(outputs), kernel: 3, pad: 1 });
    const order = [0, 2, 3, 1].map((axis) => newField('order', axis));
    const permuted = writer.layer({
      name: names.free(`${name}_perm`),
      type: 'Permute',
      bottoms: [top],
      params: [newField('permute_param', order)],
    });
    const params = [newField('flatten_param', [newField('axis', 1)])];
    writer.layer({ name: names.free(`${name}_flat`), type: 'Flatten', bottoms: [permuted], params });
  }
  writer.layer({
    name: names.free(`${cells.name}_mbox_priorbox`),
    type: 'PriorBox',
    bottoms: [cells.name, source.name],
    params: [newField('prior_box_param', priors(writer))],
  });
  return writer.fields;
}

/** Four priors for each cell: two squares, and two of the aspect ratio. */
function priors(writer: NetWriter) {
  return [
    newField('min_size', writer.stop(30)),
    newField('max_size', writer.stop(60)),
    newField('aspect_ratio', writer.stop(2)),
    newField('flip', true),
    newField('clip', false),
    ...[0.1, 0.1, 0.2, 0.2].map((variance) => newField('variance', variance)),
    newField('step', writer.stop(8)),
    newField('offset', 0.5),
  ];
}
