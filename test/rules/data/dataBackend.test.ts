import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const data = (source: string, more = '') =>
  `# shape: d 2x3x8x8\nlayer { name: "d" type: "Data" top: "d" data_param { source: "${source}" batch_size: 2 ${more}} }\n`;

checkRule('data-backend', [
  {
    shows: 'an LMDB without a backend',
    net: data('train_lmdb'),
    marks: ['"train_lmdb"'],
    says: 'where none is given',
  },
  { shows: 'a LevelDB as an LMDB', net: data('train-leveldb', 'backend: LMDB '), marks: ['LMDB'] },
  { shows: 'an LMDB', net: data('train_lmdb', 'backend: LMDB '), marks: [] },
  { shows: 'a LevelDB', net: data('train_leveldb'), marks: [] },
  { shows: 'a name that says nothing', net: data('train'), marks: [] },
  { shows: 'a name that says both', net: data('lmdb_from_leveldb'), marks: [] },
]);

checkFixes([
  {
    shows: 'the wrong backend',
    bad: data('train_leveldb', 'backend: ⟦LMDB⟧ '),
    code: 'data-backend',
    fixed: data('train_leveldb', 'backend: LEVELDB '),
  },
]);
