import { type Dims, unshaped } from '../../shape/shape.ts';
import type { LayerContext } from '../context.ts';
import { atLeast, exactly, type LayerDefinition } from '../definition.ts';
import { meanFile } from '../helpers/dataLayer.ts';
import { checkFillerType, runFiller } from '../helpers/filler.ts';
import { checkTransform, override } from '../helpers/imageSource.ts';

/** Layers without bottoms that declare or generate their tops. */

export const input: LayerDefinition = {
  type: 'Input',
  category: 'data',
  paramField: 'input_param',
  doc: 'Declares the inputs of a deployment net and their shapes; the program that runs the net fills them.',
  bottoms: exactly(0),
  tops: atLeast(1),
  setUp(layer) {
    const shapes = layer.params.count('shape');
    if (shapes > 1 && shapes !== layer.topCount) {
      layer.refuse(
        'input/shape-count',
        layer.at('shape'),
        `\`shape\` must be set once, or once for each of the ${layer.topCount} tops, but is set ${shapes} times.`,
      );
    }
  },
  reshape(layer) {
    const shapes = layer.params.messages('shape');
    return layer.topNames.map((name, index) => {
      const shape = shapes[index] ?? shapes[0];
      const dims = override(layer, name) ?? shape?.ints('dim') ?? unshaped;
      const negative = shape?.list('dim').find(({ value }) => Number(value) < 0);
      layer.checkShape(dims, `the top \`${name}\``, negative ?? layer.at());
      return dims;
    });
  },
};

export const parameter: LayerDefinition = {
  type: 'Parameter',
  hasBlobs: true,
  category: 'data',
  paramField: 'parameter_param',
  doc: 'Outputs a learned blob as its top.',
  constant: true,
  bottoms: exactly(0),
  tops: exactly(1),
  setUp(layer) {
    if (!layer.takesGivenBlobs('parameter')) layer.addBlob('parameter', protoParameter(layer));
  },
  reshape: (layer) => [protoParameter(layer)],
};

function protoParameter(layer: LayerContext): Dims {
  return layer.params.message('shape').ints('dim');
}

export const dummyData: LayerDefinition = {
  type: 'DummyData',
  category: 'data',
  paramField: 'dummy_data_param',
  doc: 'Generates tops of fixed shapes with fillers: test data or constants.',
  constant: true,
  bottoms: exactly(0),
  tops: atLeast(1),
  setUp(layer) {
    const fillers = layer.params.count('data_filler');
    if (fillers > 1 && fillers !== layer.topCount) {
      layer.refuse(
        'dummy/filler-count',
        layer.at('data_filler'),
        `\`data_filler\` must be absent, set once, or set once for each of the ${layer.topCount} tops, but is set ${fillers} times.`,
      );
    }
    const legacy = legacyFields.some((field) => layer.params.has(field));
    if (legacy && layer.params.has('shape')) {
      layer.refuse(
        'dummy/shape-and-legacy',
        layer.at('shape'),
        '`shape` and the old `num`, `channels`, `height` and `width` are mutually exclusive.',
      );
    }
    for (const field of legacy ? legacyFields : (['shape'] as const)) {
      const count = layer.params.count(field);
      if (count === 1 || count === layer.topCount) continue;
      layer.refuse(
        `dummy/${field}`,
        layer.at(field),
        `\`${field}\` must be set once, or once for each of the ${layer.topCount} tops, but is set ${count} times.`,
      );
    }
    dummyShapes(layer).forEach((shape, index) =>
      layer.checkShape(shape, `the top \`${layer.topNames[index]}\``, layer.at('shape')),
    );
    fillConstants(layer);
  },
  reshape: dummyShapes,
};

const legacyFields = ['num', 'channels', 'height', 'width'] as const;

function dummyShapes(layer: LayerContext): Dims[] {
  const pick = <T>(values: readonly T[], index: number) => values[index] ?? values[0];
  return layer.topNames.map((_, index) => {
    const shape = pick(layer.params.messages('shape'), index);
    return shape
      ? shape.ints('dim')
      : legacyFields.map((field) => pick(layer.params.ints(field), index) ?? 0);
  });
}

/** Constants are filled once at set-up, so an empty top fails there; other fillers run in every pass. */
function fillConstants(layer: LayerContext): void {
  const fillers = layer.params.messages('data_filler');
  const places = layer.params.list('data_filler');
  fillers.forEach((filler, index) => checkFillerType(layer, filler, places[index]));
  dummyShapes(layer).forEach((shape, index) => {
    const filler = fillers[index] ?? fillers[0];
    if (filler && filler.text('type') !== 'constant') return;
    runFiller(
      layer,
      filler ?? layer.params.message('data_filler'),
      shape,
      'top',
      places[index] ?? layer.at('shape'),
    );
  });
}

export const memoryData: LayerDefinition = {
  type: 'MemoryData',
  category: 'data',
  paramField: 'memory_data_param',
  opens: () => [meanFile],
  doc: 'Reads images and labels from memory that the calling program provides.',
  bottoms: exactly(0),
  tops: exactly(2),
  setUp(layer) {
    checkTransform(layer);
    const sizes = memoryFields.map((field) => layer.params.int(field));
    if (sizes.reduce(Math.imul, 1) > 0) return;
    const missing = memoryFields
      .filter((_, index) => (sizes[index] ?? 0) <= 0)
      .map((field) => `\`${field}\``);
    layer.refuse(
      'memory/dims',
      layer.at(),
      `MemoryData requires positive sizes, but ${missing.join(', ') || 'their product'} ${missing.length > 1 ? 'are' : 'is'} not.`,
    );
  },
  reshape: ({ params }) => [memoryFields.map((field) => params.int(field)), [params.int('batch_size')]],
};

const memoryFields = ['batch_size', 'channels', 'height', 'width'] as const;
