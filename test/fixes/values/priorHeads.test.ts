import { checkFixes } from '../../support/fixTable.ts';

/** Two feature maps with 3 and 4 prior boxes per position, their heads, and their loss. */
const net = (heads: readonly [loc1: number, conf1: number, loc2: number, conf2: number], end: string) => {
  const [loc1, conf1, loc2, conf2] = heads;
  const head = (name: string, map: string, outputs: number) =>
    `layer { name: "${name}" type: "Convolution" bottom: "${map}" top: "${name}" convolution_param { num_output: ${outputs} kernel_size: 1 weight_filler { type: "xavier" } } }
layer { name: "${name}_perm" type: "Permute" bottom: "${name}" top: "${name}_perm" permute_param { order: 0 order: 2 order: 3 order: 1 } }
layer { name: "${name}_flat" type: "Flatten" bottom: "${name}_perm" top: "${name}_flat" }
`;
  const prior = (name: string, map: string, sizes: string) =>
    `layer { name: "${name}" type: "PriorBox" bottom: "${map}" bottom: "x" top: "${name}" prior_box_param { min_size: 9 ${sizes} } }
`;
  return `# caffe-dialect: ssd
layer { name: "x" type: "Input" top: "x" top: "m" top: "n" top: "boxes" input_param { shape { dim: 1 dim: 3 dim: 60 dim: 60 } shape { dim: 1 dim: 8 dim: 4 dim: 4 } shape { dim: 1 dim: 8 dim: 2 dim: 2 } shape { dim: 1 dim: 1 dim: 5 dim: 8 } } }
${head('l1', 'm', loc1)}${head('c1', 'm', conf1)}${prior('p1', 'm', 'aspect_ratio: 2')}${head('l2', 'n', loc2)}${head('c2', 'n', conf2)}${prior('p2', 'n', 'max_size: 20 aspect_ratio: 2')}layer { name: "loc" type: "Concat" bottom: "l1_flat" bottom: "l2_flat" top: "loc" }
layer { name: "conf" type: "Concat" bottom: "c1_flat" bottom: "c2_flat" top: "conf" }
layer { name: "prior" type: "Concat" bottom: "p1" bottom: "p2" top: "prior" concat_param { axis: 2 } }
${end}
`;
};
const loss = (marked: 'loc' | 'conf' | '', classes = 5) => {
  const name = (blob: string) => (blob === marked ? `⟦"${blob}"⟧` : `"${blob}"`);
  return `layer { name: "loss" type: "MultiBoxLoss" bottom: ${name('loc')} bottom: ${name('conf')} bottom: "prior" bottom: "boxes" top: "loss" multibox_loss_param { num_classes: ${classes} } }`;
};

checkFixes([
  {
    shows: 'one head with too few locations',
    bad: net([12, 15, 12, 20], loss('loc')),
    code: 'ssd/multibox-loc',
    fixed: net([12, 15, 16, 20], loss('')),
  },
  {
    shows: 'one head with scores for a different number of boxes',
    bad: net([12, 20, 16, 20], loss('conf')),
    code: 'ssd/multibox-conf',
    fixed: net([12, 15, 16, 20], loss('')),
  },
  {
    shows: 'all heads with the classes of a different data set',
    bad: net([12, 63, 16, 84], loss('conf')),
    code: 'ssd/multibox-conf',
    fixed: net([12, 15, 16, 20], loss('')),
  },
  {
    shows: 'the loss with the classes of a different data set',
    bad: net([12, 63, 16, 84], loss('conf')),
    code: 'ssd/multibox-conf',
    title: 'Set `num_classes: 21` in `loss`',
    fixed: net([12, 63, 16, 84], loss('', 21)),
  },
]);
