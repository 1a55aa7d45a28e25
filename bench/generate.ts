/**
 * The text of a net with a given number of layers, at least 4: an input, residual blocks of two convolutions with
 * BatchNorm, Scale, ReLU and an Eltwise sum, ReLUs as padding, and a classifier. Caffe accepts it.
 */
export function residualNet(layers: number): string {
  const parts = [header, convolution('conv0', 'data', 'block0')];
  let left = layers - 4;
  let block = 0;
  for (; left >= blockLayers; left -= blockLayers) parts.push(residualBlock(++block));
  for (; left > 0; left--) parts.push(inPlace('ReLU', `fill${left}`, `block${block}`));
  parts.push(classifier(`block${block}`));
  return parts.join('');
}

const blockLayers = 9;

const header = `name: "residual"
layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: 3 dim: 32 dim: 32 } }
}
`;

function residualBlock(index: number): string {
  const [input, output] = [`block${index - 1}`, `block${index}`];
  const [inner, branch] = [`${output}_a`, `${output}_b`];
  return [
    normalized(inner, input),
    inPlace('ReLU', `${inner}_relu`, inner),
    normalized(branch, inner),
    `layer {
  name: "${output}"
  type: "Eltwise"
  bottom: "${input}"
  bottom: "${branch}"
  top: "${output}"
  eltwise_param { operation: SUM }
}
`,
    inPlace('ReLU', `${output}_relu`, output),
  ].join('');
}

function normalized(top: string, bottom: string): string {
  return [
    convolution(`${top}_conv`, bottom, top),
    inPlace('BatchNorm', `${top}_bn`, top),
    inPlace('Scale', `${top}_scale`, top, '  scale_param { bias_term: true }\n'),
  ].join('');
}

function convolution(name: string, bottom: string, top: string): string {
  return `layer {
  name: "${name}"
  type: "Convolution"
  bottom: "${bottom}"
  top: "${top}"
  convolution_param {
    num_output: 64
    kernel_size: 3
    pad: 1
    bias_term: false
    weight_filler { type: "msra" }
  }
}
`;
}

function inPlace(type: string, name: string, blob: string, more = ''): string {
  return `layer {
  name: "${name}"
  type: "${type}"
  bottom: "${blob}"
  top: "${blob}"
${more}}
`;
}

function classifier(bottom: string): string {
  return `layer {
  name: "classes"
  type: "InnerProduct"
  bottom: "${bottom}"
  top: "classes"
  inner_product_param {
    num_output: 10
    weight_filler { type: "xavier" }
  }
}
layer {
  name: "prob"
  type: "Softmax"
  bottom: "classes"
  top: "prob"
}
`;
}
