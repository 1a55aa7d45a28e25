import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Entry } from '../../schema/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const bilinearUpsampling: Rule = {
  code: 'bilinear-upsampling',
  severity: 'warning',
  doc: {
    what: 'A Deconvolution layer with a bilinear filler does not interpolate.',
    why: 'To upsample by a factor f, `stride` must be f and `kernel_size` must be `2·f − f % 2`; with a different kernel, the weights for each output do not sum to 1, which causes a striped pattern. `group` must be the number of channels: the filler initializes the kernel of every pair of input and output channels identically, so without groups each output channel is the sum of all input channels.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "up" type: "Deconvolution" bottom: "data" top: "up"
  convolution_param { num_output: 3 kernel_size: 4 stride: 2 pad: 1 bias_term: false weight_filler { type: "bilinear" } }
}
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "up" type: "Deconvolution" bottom: "data" top: "up"
  convolution_param { num_output: 3 kernel_size: 4 stride: 2 pad: 1 bias_term: false weight_filler { type: "bilinear" } group: 3 }
}
`,
    fix: 'Set `group` to the number of channels, and `kernel_size` and `pad` to the values for the factor.',
  },
  types: ['Deconvolution'],
  *layer(layer, _near, document) {
    if (layer.context.params.message('weight_filler').text('type') !== 'bilinear') return;
    yield* wrongGroup(layer, document);
    yield* wrongKernel(layer, document);
  },
};

function* wrongGroup(layer: Layer, document: Document): Generator<Finding> {
  const { params } = layer.context;
  const [outputs, group] = [params.int('num_output'), params.int('group')];
  if (outputs === group || outputs <= 1) return;
  const channels = layer.inputs[0]?.shape;
  const same = Array.isArray(channels) && channels[1] === outputs;
  yield {
    message: `Each output channel is the sum of ${group === 1 ? 'all' : 'several'} input channels, because a bilinear filler uses the same kernel for each pair. Set \`group: ${outputs}\` instead of ${group}.`,
    location: layerLocation(layer, params.list('group')[0] ?? params.list('num_output')[0]),
    layer: layer.name,
    fixes: () => (same ? withParams(layer, document, `Set \`group: ${outputs}\``, { group: outputs }) : []),
  };
}

function* wrongKernel(layer: Layer, document: Document): Generator<Finding> {
  const { params } = layer.context;
  const [kernel, stride] = [single(params.list('kernel_size')), single(params.list('stride'))];
  const factor = Number(stride?.value ?? 1);
  if (!kernel || !stride || factor < 2) return;
  const right = 2 * factor - (factor % 2);
  if (Number(kernel.value) === right) return;
  const pad = Math.ceil((factor - 1) / 2);
  yield {
    message: `Bilinear upsampling by ${factor} needs \`kernel_size: ${right}\` and \`pad: ${pad}\`; with \`kernel_size: ${Number(kernel.value)}\` the weights do not sum to 1.`,
    location: layerLocation(layer, kernel),
    layer: layer.name,
    fixes: () =>
      withParams(layer, document, `Set \`kernel_size: ${right}\` and \`pad: ${pad}\``, {
        kernel_size: right,
        pad,
      }),
  };
}

function single(entries: readonly Entry[]): Entry | undefined {
  return entries.length === 1 ? entries[0] : undefined;
}

function withParams(
  layer: Layer,
  { tree }: Document,
  title: string,
  values: Readonly<Record<string, number>>,
): Fix[] {
  const edits = Object.entries(values).map(([name, value]) =>
    setParam(tree, layer, 'convolution_param', newField(name, value)),
  );
  const whole = edits.filter((edit) => edit !== undefined);
  return whole.length === edits.length ? [{ title, edits: whole, preferred: true }] : [];
}
