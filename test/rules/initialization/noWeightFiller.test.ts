import { checkRule } from '../../support/ruleTable.ts';
import { inner, layer, pair } from '../../support/smallNets.ts';

const bare = (name: string, bottom: string, more = '') =>
  layer(name, 'InnerProduct', [bottom], [name], `inner_product_param { num_output: 4 } ${more}`);
const loss = (bottom: string) => layer('l', 'EuclideanLoss', [bottom, 'b'], ['l']);
const chain = (count: number) =>
  Array.from({ length: count }, (_, index) => bare(`ip${index}`, index === 0 ? 'a' : `ip${index - 1}`)).join(
    '',
  );

checkRule('no-weight-filler', [
  { shows: 'a small net', net: pair + chain(2) + loss('ip1'), marks: ['"InnerProduct"', '"InnerProduct"'] },
  {
    shows: 'one among layers with fillers',
    net: pair + inner('i', 'a') + bare('j', 'i') + loss('j'),
    marks: ['"InnerProduct"'],
  },
  { shows: 'a net that does not learn', net: pair + chain(2), marks: [] },
  { shows: 'a filler', net: pair + inner('i', 'a') + loss('i'), marks: [] },
  { shows: 'a large net, for which a model is loaded', net: pair + chain(6) + loss('ip5'), marks: [] },
  {
    shows: 'a new layer behind those of a model',
    net: pair + chain(3) + inner('i', 'ip2') + loss('i'),
    marks: [],
  },
  {
    shows: 'layers that are frozen, as those of a model',
    net: pair + bare('i', 'a', 'param { lr_mult: 0 } ') + bare('j', 'i') + loss('j'),
    marks: [],
  },
  {
    shows: 'weights of another layer',
    net: `${pair}${inner('i', 'a').replace('}\n', 'param { name: "w" } }\n')}${bare('j', 'i', 'param { name: "w" } ')}${loss('j')}`,
    marks: [],
  },
  {
    shows: 'fillers that say nothing',
    net:
      pair +
      inner('i', 'a').replace('{ type: "xavier" }', '{ }') +
      inner('j', 'i').replace('"xavier"', '"constant"') +
      loss('j'),
    marks: ['"InnerProduct"', '"InnerProduct"'],
    says: 'no `weight_filler` with a value',
  },
  {
    shows: 'a written 0',
    net: pair + inner('i', 'a').replace('type: "xavier"', 'type: "constant" value: 0') + loss('i'),
    marks: [],
  },
  {
    shows: 'three towers with the weights of the first',
    net: `${pair}${inner('i', 'a').replace('}\n', 'param { name: "w" } }\n')}${['j', 'k'].map((name) => bare(name, 'b', 'param { name: "w" } ')).join('')}${bare('top', 'i')}${loss('top')}`,
    marks: ['"InnerProduct"'],
    says: '`top`',
  },
  {
    shows: 'a Scale, which starts at 1',
    net: pair + layer('s', 'Scale', ['a'], ['s']) + loss('s'),
    marks: [],
  },
]);
