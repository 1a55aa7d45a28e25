import { nextLayerName } from '../names/layerNames.ts';
import { NetWriter } from './netWriter.ts';
import { channelsOf, imageOf, type Place, type Template } from './template.ts';
import { UnitNames } from './unitNames.ts';
import { normalizedTypes, Units } from './units.ts';

/** A convolution with what usually follows it. */
export const convolutions: readonly Template[] = [
  {
    label: 'conv_relu',
    detail: 'Convolution, ReLU',
    doc: 'A convolution and an activation.',
    fields: (place) => unit(place, ['ReLU']),
  },
  {
    label: 'conv_bn_scale_relu',
    detail: 'Convolution, BatchNorm, Scale, ReLU',
    doc: 'A convolution without a bias, a normalization with a learned scale and bias, and an activation.',
    fields: (place) => unit(place, normalizedTypes),
  },
  {
    label: 'depthwise_separable',
    detail: 'depthwise and pointwise Convolution, each with BatchNorm, Scale, ReLU',
    doc: 'A convolution of each channel by itself, then one of 1×1 over all channels, as in MobileNet.',
    fields: depthwise,
  },
];

function unit(place: Place, types: readonly string[]) {
  const image = imageOf(place);
  if (!image) return undefined;
  const names = new UnitNames(place);
  const conv = names.free(nextLayerName(place, 'Convolution'));
  const writer = new NetWriter(names.stem(conv, types));
  const units = new Units(place, writer, names);
  const sizes = { outputs: writer.stop(64), kernel: writer.stop(3), pad: writer.stop(1) };
  const hasBias = !types.includes('BatchNorm');
  units.after(conv, units.convolution(conv, image.name, sizes, hasBias), types);
  return writer.fields;
}

function depthwise(place: Place) {
  const image = imageOf(place);
  const channels = image && channelsOf(image);
  if (!image || channels === undefined) return undefined;
  const names = new UnitNames(place);
  const stem = names.free(nextLayerName(place, 'Convolution').replace(/[/_]?(?:dw|sep)$/u, ''));
  const writer = new NetWriter(stem);
  const units = new Units(place, writer, names);
  const [dw, sep] = ['dw', 'sep'].map((part) => names.free(`${stem}${names.separator}${part}`));
  const stride = writer.stop(1);
  const deep = units.normalized(dw ?? stem, image.name, {
    outputs: String(channels),
    kernel: 3,
    pad: 1,
    stride,
    group: channels,
  });
  units.normalized(sep ?? stem, deep, { outputs: writer.stop(64), kernel: 1 });
  return writer.fields;
}
