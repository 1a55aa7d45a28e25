/** A kind of text in which a single construct repeats, so that an algorithm with a quadratic step is slow. */
export interface Family {
  readonly name: string;
  /** A text of about this many characters. */
  text(size: number): string;
}

const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 7 } } }\n';

/** Families of texts that cost an algorithm with a quadratic step much more than a usual net of the same size. */
export const families: readonly Family[] = [
  repeated('a field of a layer', 'layer { ', 'name: "a" ', '}'),
  repeated('an unknown field of a layer', 'layer { ', 'nmae: "a" ', '}'),
  repeated('an invalid value', 'layer { ', 'name: 5 ', '}'),
  numbered('different unknown fields of a layer', 'layer { ', (at) => `f${at}: 1 `, '}'),
  repeated('an empty layer in a list', 'layer: [', '{},', '{}]'),
  repeated('a field of the net', '', 'name: "a"\n'),
  repeated('a top of a layer', 'layer { ', 'top: "a" ', '}'),
  repeated('a top of an Input layer', 'layer { name: "d" type: "Input" ', 'top: "a" ', '}'),
  numbered(
    'tops of a Split layer',
    `${input}layer { name: "s" type: "Split" bottom: "d" `,
    (at) => `top: "t${at}" `,
    '}',
  ),
  repeated('a bottom of a layer', `${input}layer { name: "c" type: "Concat" top: "c" `, 'bottom: "d" ', '}'),
  numbered(
    'unknown bottoms of a layer',
    `${input}layer { name: "c" type: "Concat" top: "c" `,
    (at) => `bottom: "n${at}" `,
    '}',
  ),
  repeated('an empty layer', '', 'layer{}'),
  repeated('a layer', input, 'layer { name: "r" type: "ReLU" bottom: "d" top: "r" }\n'),
  repeated('an in-place layer', input, 'layer { name: "r" type: "ReLU" bottom: "d" top: "d" }\n'),
  numbered(
    'an unsafe in-place layer',
    input,
    (at) =>
      `layer { name: "r${at}" type: "InnerProduct" bottom: "d" top: "d" inner_product_param { num_output: 7 } }\n`,
  ),
  numbered(
    'a chain of layers',
    'layer { name: "d" type: "Input" top: "b0" input_param { shape { dim: 1 dim: 7 } } }\n',
    (at) => `layer { name: "r${at}" type: "ReLU" bottom: "b${at}" top: "b${at + 1}" }\n`,
  ),
  repeated('an unknown bottom', '', 'layer { name: "r" type: "ReLU" bottom: "nope" top: "t" }\n'),
  numbered(
    'different unknown bottoms',
    '',
    (at) => `layer { name: "r${at}" type: "ReLU" bottom: "n${at}" top: "t${at}" }\n`,
  ),
  numbered(
    'an unknown layer type',
    input,
    (at) => `layer { name: "r${at}" type: "Foo${at}" bottom: "d" top: "t${at}" }\n`,
  ),
  numbered(
    'a layer with a failure',
    input,
    (at) => `layer { name: "r${at}" type: "Convolution" bottom: "d" top: "t${at}" }\n`,
  ),
  numbered(
    'layers that share a parameter',
    input,
    (at) =>
      `layer { name: "r${at}" type: "InnerProduct" bottom: "d" top: "t${at}" param { name: "w" } inner_product_param { num_output: ${(at % 5) + 1} } }\n`,
  ),
  numbered(
    'consumers of a blob',
    input,
    (at) => `layer { name: "r${at}" type: "ReLU" bottom: "d" top: "t${at}" }\n`,
  ),
  repeated(
    'a V1 layer',
    '',
    'layers { name: "a" type: RELU bottom: "d" top: "d" blobs_lr: 1 blobs_lr: 2 }\n',
  ),
  numbered(
    'a chain of V1 layers',
    'input: "b0" input_dim: 1 input_dim: 3 input_dim: 4 input_dim: 4\n',
    (at) => `layers { name: "l${at}" type: RELU bottom: "b${at}" top: "b${at + 1}" }\n`,
  ),
  numbered(
    'V0 layers',
    'input: "b0" input_dim: 1 input_dim: 3 input_dim: 4 input_dim: 4\n',
    (at) => `layers { layer { name: "l${at}" type: "relu" } bottom: "b${at}" top: "b${at + 1}" }\n`,
  ),
  numbered(
    'net-level inputs',
    '',
    (at) => `input: "i${at}"\ninput_dim: 1 input_dim: 1 input_dim: 1 input_dim: 1\n`,
  ),
  repeated('the same net-level input', '', 'input: "i"\ninput_shape { dim: 1 }\n'),
  repeated('a suppression', '', '# caffe-ignore: unused-top\n'),
  numbered(
    'suppressions of findings',
    input,
    (at) => `# caffe-ignore: unused-top\nlayer { name: "r${at}" type: "ReLU" bottom: "d" top: "t${at}" }\n`,
  ),
  repeated('a directive', '', '# shape: a 1x3x4x4\n'),
  repeated('blanks in a comment', '# caffe-ignore: a', ' ', 'x\n'),
  repeated('blanks in a directive', '# shape: a', ' ', 'x\n'),
  repeated('an opening brace', '', 'layer {'),
  repeated('a closing brace', '', '}'),
  repeated('an opening bracket', '', '['),
  repeated('nested messages', '', 'layer { convolution_param { '),
  repeated('a bad escape', 'name: "', '\\x', '"'),
  repeated('a joined string', 'name: ', '"a" '),
  repeated('a digit', 'name: ', '1'),
  repeated('an unclosed string', '', 'name: "a\n'),
  repeated('a full-width colon', '', 'name： "a"\n'),
  repeated('a comment in the style of C', '', '// name\n'),
  repeated('an item of a list', 'layer { name: "a" transform_param { mean_value: [', '1, ', '1] } }'),
  repeated(
    'a dimension',
    'layer { name: "d" type: "Input" top: "d" input_param { shape { ',
    'dim: 1 ',
    '} } }',
  ),
  repeated(
    'a param',
    `${input}layer { name: "i" type: "InnerProduct" bottom: "d" top: "i" inner_product_param { num_output: 2 } `,
    'param { lr_mult: 1 } ',
    '}',
  ),
  repeated(
    'a rule of include',
    `${input}layer { name: "r" type: "ReLU" bottom: "d" top: "r" `,
    'include { stage: "a" } ',
    '}',
  ),
  numbered(
    'stages',
    input,
    (at) => `layer { name: "r${at}" type: "ReLU" bottom: "d" top: "r${at}" include { stage: "s${at}" } }\n`,
  ),
  repeated(
    'a shape of a net in a solver',
    '# proto-message: caffe.SolverParameter\nnet: "x"\n',
    'input_shape {\n dim: 1\n dim: 1\n}\n',
  ),
  repeated('a field of a solver', 'net: "x"\n', 'base_lr: 0.1\n'),
  numbered('test iterations', 'base_lr: 0.1\n', (at) => `test_iter: ${at}\ntest_net: "n${at}"\n`),
];

/** A text that repeats a part between a start and an end. */
function repeated(name: string, start: string, part: string, end = ''): Family {
  return { name, text: (size) => start + part.repeat(Math.ceil(size / part.length)) + end };
}

/** The same with a part for each number from 0. */
function numbered(name: string, start: string, part: (at: number) => string, end = ''): Family {
  return {
    name,
    text(size) {
      const parts: string[] = [];
      for (let length = 0, at = 0; length < size; at++) {
        const next = part(at);
        parts.push(next);
        length += next.length;
      }
      return start + parts.join('') + end;
    },
  };
}
