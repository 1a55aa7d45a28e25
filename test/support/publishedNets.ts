/** Nets of publications, from their architectures, as prototxt text. */

/** Collects the layers of a net. `at` is the top of the last layer. */
class Builder {
  at = 'data';
  private readonly layers: string[] = [];

  constructor(channels: number, size: number) {
    this.layers.push(
      `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: ${channels} dim: ${size} dim: ${size} } } }`,
    );
  }

  /** Adds a layer that reads the last top, or the given bottoms. */
  layer(name: string, type: string, fields = '', bottoms: readonly string[] = [this.at]): this {
    const reads = bottoms.map((bottom) => `bottom: "${bottom}"`).join(' ');
    this.layers.push(`layer { name: "${name}" type: "${type}" ${reads} top: "${name}" ${fields} }`);
    this.at = name;
    return this;
  }

  conv(name: string, outputs: number, window: string, more = ''): this {
    const fields = `convolution_param { num_output: ${outputs} ${windowFields(window)} ${more} }`;
    return this.layer(name, 'Convolution', fields);
  }

  pool(name: string, window: string, method = 'MAX'): this {
    return this.layer(name, 'Pooling', `pooling_param { pool: ${method} ${windowFields(window)} }`);
  }

  relu(): this {
    return this.inPlace('ReLU');
  }

  inPlace(type: string, fields = ''): this {
    const { at } = this;
    this.layers.push(
      `layer { name: "${at}/${type}" type: "${type}" bottom: "${at}" top: "${at}" ${fields} }`,
    );
    return this;
  }

  full(name: string, outputs: number): this {
    return this.layer(name, 'InnerProduct', `inner_product_param { num_output: ${outputs} }`);
  }

  /** Goes back to a top, so that the next layer starts a branch. */
  from(top: string): this {
    this.at = top;
    return this;
  }

  text(): string {
    return this.layers.join('\n');
  }
}

/** `3`, `3/2` and `3/2p1`: kernel, stride, padding. */
function windowFields(window: string): string {
  const [, kernel, stride = 1, pad = 0] = /^(\d+)(?:\/(\d+))?(?:p(\d+))?$/u.exec(window) ?? [];
  return `kernel_size: ${kernel} stride: ${stride} pad: ${pad}`;
}

/** Krizhevsky, Sutskever and Hinton 2012, with the two groups of its convolutions. */
export function alexNet(): string {
  return new Builder(3, 227)
    .conv('conv1', 96, '11/4')
    .relu()
    .pool('pool1', '3/2')
    .conv('conv2', 256, '5p2', 'group: 2')
    .relu()
    .pool('pool2', '3/2')
    .conv('conv3', 384, '3p1')
    .relu()
    .conv('conv4', 384, '3p1', 'group: 2')
    .relu()
    .conv('conv5', 256, '3p1', 'group: 2')
    .relu()
    .pool('pool5', '3/2')
    .full('fc6', 4096)
    .relu()
    .full('fc7', 4096)
    .relu()
    .full('fc8', 1000)
    .text();
}

/** Simonyan and Zisserman 2014, configuration D. */
export function vgg16(): string {
  const net = new Builder(3, 224);
  for (const [stage, [outputs, count]] of [
    [64, 2],
    [128, 2],
    [256, 3],
    [512, 3],
    [512, 3],
  ].entries() as Iterable<[number, [number, number]]>) {
    for (let index = 1; index <= count; index++) net.conv(`conv${stage + 1}_${index}`, outputs, '3p1').relu();
    net.pool(`pool${stage + 1}`, '2/2');
  }
  return net.full('fc6', 4096).relu().full('fc7', 4096).relu().full('fc8', 1000).text();
}

/** Iandola et al. 2016, version 1.0. */
export function squeezeNet(): string {
  const net = new Builder(3, 227).conv('conv1', 96, '7/2').relu().pool('pool1', '3/2');
  const fire = (index: number, squeeze: number, expand: number) => {
    const name = `fire${index}`;
    net.conv(`${name}/squeeze`, squeeze, '1').relu();
    const squeezed = net.at;
    net.conv(`${name}/expand1x1`, expand, '1').relu().from(squeezed).conv(`${name}/expand3x3`, expand, '3p1');
    net.relu().layer(`${name}/concat`, 'Concat', '', [`${name}/expand1x1`, `${name}/expand3x3`]);
  };
  for (const [index, squeeze, expand] of [
    [2, 16, 64],
    [3, 16, 64],
    [4, 32, 128],
  ] as const)
    fire(index, squeeze, expand);
  net.pool('pool4', '3/2');
  for (const [index, squeeze, expand] of [
    [5, 32, 128],
    [6, 48, 192],
    [7, 48, 192],
    [8, 64, 256],
  ] as const)
    fire(index, squeeze, expand);
  net.pool('pool8', '3/2');
  fire(9, 64, 256);
  return net
    .conv('conv10', 1000, '1p1')
    .relu()
    .layer('pool10', 'Pooling', 'pooling_param { pool: AVE global_pooling: true }')
    .text();
}

/** Szegedy et al. 2014, without the two additional classifiers. */
export function googLeNet(): string {
  const net = new Builder(3, 224)
    .conv('conv1', 64, '7/2p3')
    .relu()
    .pool('pool1', '3/2')
    .conv('conv2_reduce', 64, '1')
    .relu()
    .conv('conv2', 192, '3p1')
    .relu()
    .pool('pool2', '3/2');
  const inception = (name: string, [one, three, threeOut, five, fiveOut, pooled]: readonly number[]) => {
    const bottom = net.at;
    net.conv(`${name}/1x1`, one ?? 0, '1').relu();
    net
      .from(bottom)
      .conv(`${name}/3x3_reduce`, three ?? 0, '1')
      .relu();
    net.conv(`${name}/3x3`, threeOut ?? 0, '3p1').relu();
    net
      .from(bottom)
      .conv(`${name}/5x5_reduce`, five ?? 0, '1')
      .relu();
    net.conv(`${name}/5x5`, fiveOut ?? 0, '5p2').relu();
    net
      .from(bottom)
      .pool(`${name}/pool`, '3p1')
      .conv(`${name}/pool_proj`, pooled ?? 0, '1')
      .relu();
    const parts = ['1x1', '3x3', '5x5', 'pool_proj'].map((part) => `${name}/${part}`);
    net.layer(`${name}/output`, 'Concat', '', parts);
  };
  inception('inception_3a', [64, 96, 128, 16, 32, 32]);
  inception('inception_3b', [128, 128, 192, 32, 96, 64]);
  net.pool('pool3', '3/2');
  inception('inception_4a', [192, 96, 208, 16, 48, 64]);
  inception('inception_4b', [160, 112, 224, 24, 64, 64]);
  inception('inception_4c', [128, 128, 256, 24, 64, 64]);
  inception('inception_4d', [112, 144, 288, 32, 64, 64]);
  inception('inception_4e', [256, 160, 320, 32, 128, 128]);
  net.pool('pool4', '3/2');
  inception('inception_5a', [256, 160, 320, 32, 128, 128]);
  inception('inception_5b', [384, 192, 384, 48, 128, 128]);
  return net.pool('pool5', '7', 'AVE').full('classifier', 1000).text();
}

/** He et al. 2015, with the stride in the first convolution of a block and a bias in the first convolution only. */
export function resNet50(): string {
  const net = new Builder(3, 224);
  const normalize = () => net.inPlace('BatchNorm').inPlace('Scale', 'scale_param { bias_term: true }');
  const unit = (name: string, outputs: number, window: string) => {
    net.conv(name, outputs, window, 'bias_term: false');
    normalize();
  };
  net.conv('conv1', 64, '7/2p3');
  normalize();
  net.relu().pool('pool1', '3/2');
  const block = (name: string, width: number, stride: number, isFirst: boolean) => {
    const bottom = net.at;
    if (isFirst) unit(`${name}_branch1`, 4 * width, `1/${stride}`);
    const shortcut = net.at;
    net.from(bottom);
    unit(`${name}_branch2a`, width, `1/${stride}`);
    net.relu();
    unit(`${name}_branch2b`, width, '3p1');
    net.relu();
    unit(`${name}_branch2c`, 4 * width, '1');
    net.layer(name, 'Eltwise', '', [shortcut, net.at]).relu();
  };
  for (const [stage, count] of [3, 4, 6, 3].entries()) {
    for (let index = 0; index < count; index++)
      block(
        `res${stage + 2}${'abcdef'.charAt(index)}`,
        64 * 2 ** stage,
        index === 0 && stage > 0 ? 2 : 1,
        index === 0,
      );
  }
  return net.pool('pool5', '7', 'AVE').full('fc1000', 1000).text();
}

/**
 * The detector of Wang et al. 2018, Pelee, for 21 classes and 304×304, before batch normalization is merged into the
 * convolutions. Priors and the layout of the predictions have no parameters and are left out.
 */
export function pelee(): string {
  const net = new Builder(3, 304);
  const unit = (name: string, outputs: number, window: string) =>
    net
      .conv(name, outputs, window, 'bias_term: false')
      .layer(`${name}/bn`, 'BatchNorm')
      .layer(`${name}/scale`, 'Scale', 'scale_param { bias_term: true }')
      .relu();
  unit('stem1', 32, '3/2p1');
  const stem = net.at;
  unit('stem2a', 16, '1');
  unit('stem2b', 32, '3/2p1');
  const branch = net.at;
  net.from(stem).pool('stem/pool', '2/2').layer('stem/concat', 'Concat', '', ['stem/pool', branch]);
  unit('stem3', 32, '1');
  const growth = 16;
  const dense = (name: string, squeezed: number) => {
    const input = net.at;
    unit(`${name}/1a`, squeezed, '1');
    unit(`${name}/1b`, growth, '3p1');
    const short = net.at;
    net.from(input);
    unit(`${name}/2a`, squeezed, '1');
    unit(`${name}/2b`, growth, '3p1');
    unit(`${name}/2c`, growth, '3p1');
    net.layer(`${name}/concat`, 'Concat', '', [input, short, net.at]);
  };
  const ends: string[] = [];
  for (const [stage, count, squeezed, outputs] of [
    [1, 3, 16, 128],
    [2, 4, 32, 256],
    [3, 8, 64, 512],
    [4, 6, 64, 704],
  ] as const) {
    for (let index = 1; index <= count; index++) dense(`stage${stage}_${index}`, squeezed);
    unit(`stage${stage}_end`, outputs, '1');
    ends.push(net.at);
    if (stage < 4) net.pool(`stage${stage}/pool`, '2/2');
  }
  const [, , third = '', fourth = ''] = ends;
  const features = [third, fourth];
  net.conv('extra1a', 256, '1').relu().conv('extra1b', 256, '3/2p1').relu();
  features.push(net.at);
  net.conv('extra2a', 128, '1').relu().conv('extra2b', 256, '3').relu();
  features.push(net.at);
  net.conv('extra3a', 128, '1').relu().conv('extra3b', 256, '3').relu();
  features.push(net.at);
  const predict = (name: string) => {
    const input = net.at;
    net
      .conv(`${name}/places`, 6 * 4, '1')
      .from(input)
      .conv(`${name}/classes`, 6 * 21, '1')
      .from(input);
  };
  for (const [index, feature] of features.entries()) {
    const name = `residual${index + 1}`;
    net.from(feature);
    unit(`${name}/a`, 128, '1');
    unit(`${name}/b`, 128, '3p1');
    unit(`${name}/c`, 256, '1');
    const deep = net.at;
    net.from(feature);
    unit(name, 256, '1');
    net.layer(`${name}/sum`, 'Eltwise', '', [net.at, deep]);
    // The largest features have predictors for two sizes.
    if (index === 0) predict(`${name}/small`);
    predict(name);
  }
  return net.text();
}
