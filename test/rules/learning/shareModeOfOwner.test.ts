import { checkRule } from '../../support/ruleTable.ts';
import { inner, pair } from '../../support/smallNets.ts';

const shared = (name: string, spec: string) =>
  inner(name, name === 'one' ? 'a' : 'b').replace('}\n', `param { name: "w" ${spec}} }\n`);

checkRule('share-mode-of-owner', [
  {
    shows: 'the owner',
    net: pair + shared('one', 'share_mode: PERMISSIVE ') + shared('two', ''),
    marks: ['PERMISSIVE'],
  },
  {
    shows: 'the other layer',
    net: pair + shared('one', '') + shared('two', 'share_mode: PERMISSIVE '),
    marks: [],
  },
  { shows: 'the default', net: pair + shared('one', 'share_mode: STRICT ') + shared('two', ''), marks: [] },
]);
