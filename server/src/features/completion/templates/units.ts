import { type NewField, newField } from '../../../edit/newField.ts';
import { findLayer } from '../../../layers/registry.ts';
import type { LayerSyntax } from '../../../net/lower.ts';
import { bvlc } from '../../../schema/dialect.ts';
import { layersOfType } from '../above.ts';
import { paramsLike } from '../paramsLike.ts';
import { usualParams, weightFiller } from '../usualParams.ts';
import type { NetWriter } from './netWriter.ts';
import type { Place } from './template.ts';
import type { UnitNames } from './unitNames.ts';

/** The sizes of a convolution, as values of a snippet. */
export interface Sizes {
  readonly outputs: string;
  readonly kernel: string | number;
  readonly pad?: string | number;
  readonly stride?: string | number;
  readonly group?: string | number;
}

/** Writes convolutions and what follows them as the file has them: fillers, learning rates, in place or not. */
export class Units {
  private readonly place: Place;
  private readonly writer: NetWriter;
  private readonly names: UnitNames;

  constructor(place: Place, writer: NetWriter, names: UnitNames) {
    this.place = place;
    this.writer = writer;
    this.names = names;
  }

  /** A convolution; returns its top. */
  convolution(name: string, bottom: string, sizes: Sizes, hasBias = true): string {
    const like = paramsLike(this.nearest('Convolution')) ?? [];
    const rates = like.filter((field) => field.name === 'param').slice(0, hasBias ? 2 : 1);
    const own = like.find((field) => field.name === 'convolution_param')?.value ?? [];
    const fillers = (typeof own === 'string' ? [] : own).filter(
      (field) => field.name === 'weight_filler' || (hasBias && field.name === 'bias_filler'),
    );
    const param = [...sizeFields(sizes), ...(hasBias ? [] : [newField('bias_term', false)])];
    const filled = fillers.length > 0 ? fillers : [weightFiller(this.place.document.dialect)];
    const params = [...rates, newField('convolution_param', [...param, ...filled])];
    return this.writer.layer({ name, type: 'Convolution', bottoms: [bottom], params });
  }

  /** Layers of some types after a convolution, each in place unless the file has it otherwise; returns the last top. */
  after(conv: string, bottom: string, types: readonly string[]): string {
    return types.reduce((top, type) => this.step(this.names.after(conv, type), type, top), bottom);
  }

  /** A layer that can be in place. */
  step(name: string, type: string, bottom: string): string {
    const like = this.nearest(type);
    const isInPlace = !like || like.facts.tops[0] === like.facts.bottoms[0];
    const params = ownParams(type, paramsLike(like) ?? usualParams(type, this.place.document.dialect));
    return this.writer.layer({ name, type, bottoms: [bottom], tops: [isInPlace ? bottom : name], params });
  }

  /** A convolution without a bias, and BatchNorm, Scale and, unless it is left out, ReLU after it. */
  normalized(name: string, bottom: string, sizes: Sizes, types: readonly string[] = normalizedTypes): string {
    return this.after(name, this.convolution(name, bottom, sizes, false), types);
  }

  private nearest(type: string): LayerSyntax | undefined {
    return layersOfType(this.place, type).at(-1);
  }
}

/** The types after a convolution in most nets with batch normalization. */
export const normalizedTypes = ['BatchNorm', 'Scale', 'ReLU'];

/** The parameters of a type without those of other types, and without a choice of statistics, which Caffe makes by phase. */
function ownParams(type: string, params: readonly NewField[]): NewField[] {
  const own = findLayer(type, bvlc)?.paramField;
  return params
    .filter(({ name }) => !name.endsWith('_param') || name === own)
    .map(({ name, value }) =>
      newField(
        name,
        typeof value === 'string' ? value : value.filter((field) => field.name !== 'use_global_stats'),
      ),
    )
    .filter(({ value }) => value.length > 0);
}

function sizeFields({ outputs, kernel, pad, stride, group }: Sizes): NewField[] {
  return [
    newField('num_output', outputs),
    newField('kernel_size', kernel),
    ...(pad === undefined ? [] : [newField('pad', pad)]),
    ...(stride === undefined ? [] : [newField('stride', stride)]),
    ...(group === undefined ? [] : [newField('group', group)]),
  ];
}
