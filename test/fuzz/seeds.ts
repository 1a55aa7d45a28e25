import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { residualNet } from '../../bench/generate.ts';

const root = resolve(import.meta.dirname, '../..');

/** The texts of the examples, of the common mistakes and of generated nets, and of the files below a folder. */
export function readSeeds(corpus: string | undefined): string[] {
  const folders = [
    join(root, 'examples'),
    join(root, 'test/mistakes'),
    ...(corpus === undefined ? [] : [corpus]),
  ];
  return [...folders.flatMap(textsBelow), residualNet(20), ...oldNets];
}

/** Files that are larger take too long. */
const largest = 300_000;

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:prototxt|pbtxt)$/u.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => text.length > 0 && text.length <= largest);
}

/** Nets in the syntax of V1 and V0. */
const oldNets = [
  `name: "v1"
input: "data"
input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "conv" type: CONVOLUTION bottom: "data" top: "conv" blobs_lr: 1 blobs_lr: 2
  convolution_param { num_output: 4 kernel_size: 3 } }
layers { name: "relu" type: RELU bottom: "conv" top: "conv" }
layers { name: "ip" type: INNER_PRODUCT bottom: "conv" top: "ip" inner_product_param { num_output: 4 } }
`,
  `name: "v0"
input: "data"
input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
layers { layer { name: "pad" type: "padding" pad: 1 } bottom: "data" top: "pad" }
layers { layer { name: "conv" type: "conv" num_output: 4 kernelsize: 3 weight_filler { type: "gaussian" std: 0.1 } }
  bottom: "pad" top: "conv" }
layers { layer { name: "pool" type: "pool" pool: MAX kernelsize: 2 stride: 2 } bottom: "conv" top: "pool" }
`,
];
