import { checkRule } from '../../support/ruleTable.ts';
import { image, layer } from '../../support/smallNets.ts';

const drop = (ratio: string) => image + layer('d', 'Dropout', ['x'], ['d'], `dropout_param { ${ratio} } `);

checkRule('dropout-ratio', [
  { shows: 'percent', net: drop('dropout_ratio: 50'), marks: ['50'] },
  { shows: 'everything', net: drop('dropout_ratio: 1'), marks: ['1'] },
  { shows: 'less than nothing', net: drop('dropout_ratio: -0.5'), marks: ['-0.5'] },
  { shows: 'a half', net: drop('dropout_ratio: 0.5'), marks: [] },
  { shows: 'nothing', net: drop('dropout_ratio: 0'), marks: [] },
  { shows: 'the default', net: drop(''), marks: [] },
]);
